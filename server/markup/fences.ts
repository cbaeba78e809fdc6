import { widthOf } from "./indent.ts";

/** A line of backticks that may open a block of code, and the text after them. */
export interface Fence {
  readonly indent: number;
  readonly length: number;
  readonly rest: string;
}

/** The usual language names after a fence. Any other text there is already code, and is shown. */
const languages = new Set(
  (
    "bash bat batch c cmd conf console cpp cs csharp csv css diff go html http ini java javascript js json kql kusto log markdown md " +
    "php plaintext powershell ps ps1 pwsh py python regex rust sh shell sql terminal text toml ts tsv txt typescript vb vba xml yaml yml"
  ).split(" "),
);

/** A fence is at least three backticks, without further backticks in its line. */
export function fenceOf(line: string): Fence | null {
  const match = /^([ \t]*)(`{3,})([^`]*)$/u.exec(line);
  if (match === null) return null;
  const [, indent = "", ticks = "", rest = ""] = match;
  return { indent: widthOf(indent), length: ticks.length, rest: rest.trim() };
}

/** The code in a fence's own line: none, or the words that name no language. */
export function firstCode({ rest }: Fence): readonly string[] {
  return rest === "" || languages.has(rest.toLowerCase()) ? [] : [rest];
}

/** For each line the longest bare fence in it or below it. One look then tells whether an open fence is ever closed. */
export function longestBelow(lines: readonly string[]): readonly number[] {
  let longest = 0;
  return lines
    .toReversed()
    .map((line) => (longest = Math.max(longest, bareLength(line))))
    .toReversed();
}

/** Whether the line closes a fence of this length. */
export function closes(line: string, length: number): boolean {
  return bareLength(line) >= length;
}

function bareLength(line: string): number {
  const fence = fenceOf(line);
  return fence === null || fence.rest !== "" ? 0 : fence.length;
}
