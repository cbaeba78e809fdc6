import type { Node } from "oxc-parser";
import { violationsOfBounds } from "./bounds.ts";
import { violationsOfConditions } from "./conditions.ts";
import { type Edit, oneLine, parse, type Source } from "./syntax.ts";
import { violationsOfTables } from "./tables.ts";

/** One place of core with a broken rule, and the whole file with it. */
export interface Violation {
  readonly path: string;
  readonly line: number;
  /** The same when the place moves within the file: the path, the surrounding function and the change. */
  readonly name: string;
  readonly text: string;
}

/** Files of core with words and formats alone. A text breaks no rule and refuses nothing. */
const words =
  /-words\.ts$|\/(?:clause\w*|clause-values|clauses-\w+|format(?:-time)?|describe-week|clock-change|explain-charge|name-charge)\.ts$/;

/** Whether a file of the checkout holds rules. */
export function hasRules(path: string): boolean {
  return /^core\/.*\.ts$/.test(path) && !/\.test\.ts$|\/testing\//.test(path) && !words.test(path);
}

/**
 * All violations of a source of core, one at a time: refusals that are not given, guards that never hold, conditions
 * left out, bounds moved by one, numbers raised by one, and entries of tables added and removed.
 */
export function violationsIn(path: string, text: string): Violation[] {
  const source = parse(path, text);
  const edits = [violationsOfTables, violationsOfConditions, violationsOfBounds].flatMap((make) => make(source));
  const seen = new Map<string, number>();
  return edits.map((edit) => {
    const name = `${path} ${nameAround(source, edit)}${whatOf(source, edit)}`;
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    const line = text.slice(0, edit.start).split("\n").length;
    return { path, line, name: times === 1 ? name : `${name} (${times})`, text: planted(text, edit) };
  });
}

function planted(text: string, { start, end, instead }: Edit): string {
  return text.slice(0, start) + instead + text.slice(end);
}

function whatOf({ text }: Source, { start, end, instead, what }: Edit): string {
  return oneLine(what ?? `${text.slice(start, end)} becomes ${instead}`);
}

/** The top-level function or constant around a place. */
function nameAround({ places }: Source, { start, end }: Edit): string {
  const found = places.find(
    ({ node, around }) => isNamed(node) && around.length <= 3 && node.start <= start && end <= node.end,
  );
  const id = found !== undefined && isNamed(found.node) ? found.node.id : null;
  return id?.type === "Identifier" ? `${id.name}: ` : "";
}

function isNamed(node: Node): node is Node & { type: "FunctionDeclaration" | "VariableDeclarator" } {
  return node.type === "FunctionDeclaration" || node.type === "VariableDeclarator";
}
