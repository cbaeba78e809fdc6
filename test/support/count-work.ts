import { type Profiler, Session } from "node:inspector";

/** Methods that read a text to its end in the worst case. */
const readers = ["endsWith", "includes", "indexOf", "lastIndexOf", "split", "startsWith", "trim", "trimStart"] as const;

/** The cost of something, by counting. It uses no clock. */
export interface Work {
  /** Runs of blocks of code, as the engine counts them. */
  readonly blocks: number;
  /** The most characters that the engine's own functions read meanwhile. They are in no block of ours. */
  readonly characters: number;
}

/** Counts the work of code that is loaded after this call. Already compiled code is not counted. */
export function countWork(): { of(act: () => unknown): Work; stop(): void } {
  const session = new Session();
  session.connect();
  session.post("Profiler.enable");
  session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });
  return {
    of: (act) => {
      takeBlocks(session);
      const characters = countCharacters(act);
      return { blocks: takeBlocks(session), characters };
    },
    stop: () => {
      session.post("Profiler.stopPreciseCoverage");
      session.disconnect();
    },
  };
}

/** The runs of blocks since the last call. */
function takeBlocks(session: Session): number {
  let scripts: readonly Profiler.ScriptCoverage[] = [];
  session.post("Profiler.takePreciseCoverage", (error, { result }) => {
    if (error !== null) throw error;
    scripts = result;
  });
  const ranges = scripts.flatMap((script) => script.functions.flatMap((one) => one.ranges));
  return ranges.reduce((sum, { count }) => sum + count, 0);
}

function countCharacters(act: () => unknown): number {
  let characters = 0;
  const { prototype: texts } = String;
  const { prototype: patterns } = RegExp;
  const kept = [texts, patterns].map((one) => Object.getOwnPropertyDescriptors(one));
  for (const name of readers) {
    const original = texts[name];
    Object.defineProperty(texts, name, {
      value(this: string, ...given: unknown[]) {
        characters += this.length;
        return Reflect.apply(original, this, given) as unknown;
      },
    });
  }
  const { exec } = patterns;
  Object.defineProperty(patterns, "exec", {
    value(this: RegExp, text: string) {
      const from = this.global || this.sticky ? this.lastIndex : 0;
      const match = exec.call(this, text);
      // A sticky pattern looks at one place. Another goes on to the end of the text.
      const end = match === null ? (this.sticky ? from : text.length) : match.index + match[0].length;
      characters += end - from + 1;
      return match;
    },
  });
  try {
    act();
    return characters;
  } finally {
    for (const [index, one] of [texts, patterns].entries()) Object.defineProperties(one, kept[index] ?? {});
  }
}
