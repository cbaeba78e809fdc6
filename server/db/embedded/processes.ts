import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync, statSync } from "node:fs";

/**
 * The mark of all processes of one data directory in their command lines: an argument of the postmaster, the title of
 * its children. It comes from the inode: a moved directory keeps it, a copied one gets another. Command lines are
 * readable even where root in a container may not see the working directory of another user's process.
 */
export function clusterName(data: string): string {
  const { dev, ino } = statSync(data);
  return `kwartier-${dev}-${ino}`;
}

export function isAlive(pid: number): boolean {
  return commandLine(pid) !== undefined;
}

/** The arguments of a living process, joined by spaces; undefined when it ended or only waits to be reaped. */
export function commandLine(pid: number): string | undefined {
  try {
    if (process.platform !== "linux")
      return execFileSync("ps", ["-o", "args=", "-p", String(pid)], { encoding: "utf8" }).trim();
    const text = readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim();
    return text === "" ? undefined : text;
  } catch {
    return undefined;
  }
}

/** All living processes of the cluster: the postmaster and its children. */
export function processesOf(name: string): number[] {
  return allProcesses().filter((pid) => isProcessOf(pid, name));
}

export function isProcessOf(pid: number, name: string): boolean {
  const line = commandLine(pid);
  return (
    line !== undefined &&
    /postgres/.test(line) &&
    (line.includes(`cluster_name=${name} `) || line.startsWith(`postgres: ${name}: `))
  );
}

function allProcesses(): number[] {
  const names =
    process.platform === "linux"
      ? readdirSync("/proc")
      : execFileSync("ps", ["-axo", "pid="], { encoding: "utf8" }).split("\n");
  return names.map(Number).filter((pid) => Number.isInteger(pid) && pid > 0);
}

export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It ended meanwhile, as intended.
  }
}

/** Waits for the condition; false when the time runs out first. */
export async function waitUntil(condition: () => boolean, milliseconds: number): Promise<boolean> {
  const end = performance.now() + milliseconds;
  while (!condition()) {
    if (performance.now() > end) return false;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return true;
}
