/** Controls, line ends, what steers the direction of text, halves of characters and what no font knows. */
const unprintable = /[\p{C}\p{Zl}\p{Zp}]/gu;

/**
 * A text that somebody else wrote, fit for one line of a terminal: what could break the line, turn it around or give
 * the terminal orders is shown as an escape, such as \u202e.
 */
export function printable(text: string): string {
  return text.replaceAll(unprintable, (character) =>
    Array.from({ length: character.length }, (_, at) => escaped(character.charCodeAt(at))).join(""),
  );
}

function escaped(unit: number): string {
  return `\\u${unit.toString(16).padStart(4, "0")}`;
}
