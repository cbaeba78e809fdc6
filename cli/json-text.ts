/**
 * Characters that JSON allows as they are but a terminal obeys: C1 controls, directions of text, separators of lines.
 */
const acting = /[\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}]/gu;

/** A value as JSON for printing. Characters that a terminal obeys become escapes, which read back as the same text. */
export function jsonText(value: unknown, indent?: string): string {
  return JSON.stringify(value, null, indent).replaceAll(acting, (character) =>
    Array.from({ length: character.length }, (_, at) => escaped(character.charCodeAt(at))).join(""),
  );
}

function escaped(unit: number): string {
  return `\\u${unit.toString(16).padStart(4, "0")}`;
}
