const tabWidth = 4;

/** How far a line is indented, in columns. */
export function indentOf(line: string): number {
  return widthOf(/^[ \t]*/u.exec(line)?.[0] ?? "");
}

/** How wide spaces and tabs are together. */
export function widthOf(gap: string): number {
  return Array.from(gap).reduce((width, character) => width + (character === "\t" ? tabWidth : 1), 0);
}

/** The line without its indentation, as far as that goes. */
export function withoutIndent(line: string, most: number): string {
  let at = 0;
  for (let width = 0; width < most && /[ \t]/u.test(line.charAt(at)); at += 1) width += widthOf(line.charAt(at));
  return line.slice(at);
}
