import { readdirSync, readFileSync } from "node:fs";

/** The processor time so far, in milliseconds; null where the system does not tell. */
export interface ProcessorTime {
  readonly node: number;
  readonly postgres: number;
}

const millisecondsOfTick = 10;

/** The time of the server's process, and of PostgreSQL's process with all its children, also those that ended. */
export function readProcessorTime({ node, postmaster }: { node: number; postmaster: number }): ProcessorTime | null {
  try {
    const all = readdirSync("/proc")
      .filter((name) => /^\d+$/.test(name))
      .flatMap(readProcess);
    const own = all.filter(({ pid, parent }) => pid === postmaster || parent === postmaster);
    const ended = all.find(({ pid }) => pid === postmaster)?.ofEnded ?? 0;
    return {
      node: all.find(({ pid }) => pid === node)?.own ?? 0,
      postgres: own.reduce((sum, one) => sum + one.own, ended),
    };
  } catch {
    return null;
  }
}

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly own: number;
  readonly ofEnded: number;
}

/** A process that has ended meanwhile is left out. */
function readProcess(name: string): readonly Process[] {
  try {
    const text = readFileSync(`/proc/${name}/stat`, "utf8");
    // The name in brackets may hold anything.
    const fields = text
      .slice(text.lastIndexOf(")") + 2)
      .split(" ")
      .map(Number);
    const [user = 0, system = 0, endedUser = 0, endedSystem = 0] = fields.slice(11, 15);
    const own = (user + system) * millisecondsOfTick;
    return [
      { pid: Number(name), parent: fields[1] ?? 0, own, ofEnded: (endedUser + endedSystem) * millisecondsOfTick },
    ];
  } catch {
    return [];
  }
}
