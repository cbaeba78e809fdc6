import { type JsonPath, pathText } from "../server/json/path.ts";

/** The problems of a document so far. */
export interface Problems {
  readonly add: (path: JsonPath, message: string) => void;
  /** One line for each, in the order of finding them. Beyond a limit a last line tells how many more. */
  readonly lines: () => readonly string[];
}

/** Nobody reads more lines at once, and most of them have one cause. */
export const mostShown = 1000;

/** Keeps the first problems and counts the others, so that endless problems cost no memory. */
export function collectProblems(): Problems {
  const shown: string[] = [];
  let more = 0;
  return {
    add: (path, message) => {
      if (shown.length < mostShown) shown.push(`${pathText(path)}: ${message}`);
      else more += 1;
    },
    lines: () => (more === 0 ? shown : [...shown, `$: ${countOf(more)} not shown; correct these and run it again`]),
  };
}

function countOf(more: number): string {
  return more === 1 ? "1 more problem is" : `${more} more problems are`;
}
