/** Controls, line ends, characters that steer text direction, halves of characters and unassigned ones. */
const unprintable = /[\p{C}\p{Zl}\p{Zp}]/gu;

/**
 * A foreign text made safe for one line of a terminal. Characters that could break the line, turn it around or command
 * the terminal become escapes, such as \u202e.
 */
export function printable(text: string): string {
  return text.replaceAll(unprintable, (character) =>
    Array.from({ length: character.length }, (_, at) => escaped(character.charCodeAt(at))).join(""),
  );
}

function escaped(unit: number): string {
  return `\\u${unit.toString(16).padStart(4, "0")}`;
}
