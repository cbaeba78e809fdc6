const tabWidth = 4;

/** The indentation of a line, in columns. */
export function indentOf(line: string): number {
  return widthOf(/^[ \t]*/u.exec(line)?.[0] ?? "");
}

/** The width of spaces and tabs together. */
export function widthOf(gap: string): number {
  return Array.from(gap).reduce((width, character) => width + (character === "\t" ? tabWidth : 1), 0);
}

/** The line without its indentation, up to a number of columns. */
export function withoutIndent(line: string, most: number): string {
  let at = 0;
  for (let width = 0; width < most && /[ \t]/u.test(line.charAt(at)); at += 1) width += widthOf(line.charAt(at));
  return line.slice(at);
}
