/**
 * What JSON may hold as it is, and a terminal acts on: C1 controls, what steers the direction of text, separators of
 * lines.
 */
const acting = /[\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}]/gu;

/**
 * A value as JSON that can be printed: what a terminal acts on stands as an escape, which reads back as the same text.
 */
export function jsonText(value: unknown, indent?: string): string {
  return JSON.stringify(value, null, indent).replaceAll(acting, (character) =>
    Array.from({ length: character.length }, (_, at) => escaped(character.charCodeAt(at))).join(""),
  );
}

function escaped(unit: number): string {
  return `\\u${unit.toString(16).padStart(4, "0")}`;
}
