import { findLinks, type Piece } from "./find-links.ts";

/**
 * A line in pieces: `code` between runs of backticks of one length, links, and text. A backtick inside a word is an
 * ordinary character, because PowerShell writes `n and `t.
 */
export function readLine(line: string): readonly Piece[] {
  if (!line.includes("`")) return findLinks(line);
  const runs = Array.from(line.matchAll(/`+/gu), ({ 0: { length }, index }) => ({ index, length }));
  const closers = closersOf(runs, line);
  const pieces: Piece[] = [];
  let from = 0;
  for (const [place, run] of runs.entries()) {
    const closer = closers[place];
    if (run.index < from || closer === undefined || !canOpen(run, line)) continue;
    pieces.push(...findLinks(line.slice(from, run.index)));
    pieces.push({ kind: "code", text: trimmed(line.slice(run.index + run.length, closer)) });
    from = closer + run.length;
  }
  return [...pieces, ...findLinks(line.slice(from))];
}

interface Run {
  readonly index: number;
  readonly length: number;
}

/** For each run the start of the next run of the same length that may close it, found from the end in one pass. */
function closersOf(runs: readonly Run[], line: string): readonly (number | undefined)[] {
  const next = new Map<number, number>();
  return runs
    .toReversed()
    .map((run) => {
      const closer = next.get(run.length);
      if (canClose(run, line)) next.set(run.length, run.index);
      return closer;
    })
    .toReversed();
}

function canOpen({ index, length }: Run, line: string): boolean {
  const isInWord = /[\p{L}\p{N}]/u.test(line.slice(Math.max(0, index - 1), index));
  return !isInWord && (length > 1 || /^\S/u.test(line.slice(index + 1, index + 2)));
}

function canClose({ index, length }: Run, line: string): boolean {
  const isInWord = /[\p{L}\p{N}]/u.test(line.slice(index + length, index + length + 1));
  return !isInWord && (length > 1 || /\S$/u.test(line.slice(Math.max(0, index - 1), index)));
}

/** Spaces separate a backtick in the code from the marking ones. */
function trimmed(code: string): string {
  return code.length > 2 && code.startsWith(" ") && code.endsWith(" ") ? code.slice(1, -1) : code;
}
