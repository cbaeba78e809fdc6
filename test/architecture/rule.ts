import type { SourceFile } from "./source-file.ts";

/** A rule of the house. Its violations name the forbidden thing, and every failure gives the reason. */
export interface Rule {
  readonly name: string;
  readonly why: string;
  /** One line per violation, beginning with the path. */
  check(files: readonly SourceFile[]): string[];
}

/** A violation written by hand. The rule must find it, and nothing in the harmless files beside it. */
export interface Planted {
  readonly rule: string;
  readonly what: string;
  readonly sources: Readonly<Record<string, string>>;
  /** The paths that the rule must name. */
  readonly violations: readonly string[];
}

/** A rule that looks at one file at a time. */
export function ruleOfEachFile(name: string, why: string, violations: (file: SourceFile) => string[]): Rule {
  return {
    name,
    why,
    check: (files) => files.flatMap((file) => violations(file).map((violation) => `${file.path}: ${violation}`)),
  };
}
