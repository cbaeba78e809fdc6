import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync, statSync } from "node:fs";

/**
 * What every process of one data directory carries in its command line, the postmaster as an argument and its children
 * in their title. It is made of the inode: a moved directory keeps it, a copied one has another. Command lines are
 * readable even where root in a container may not look at the working directory of another user's process.
 */
export function clusterName(data: string): string {
  const { dev, ino } = statSync(data);
  return `kwartier-${dev}-${ino}`;
}

export function isAlive(pid: number): boolean {
  return commandLine(pid) !== undefined;
}

/** The arguments of a living process, joined by spaces; undefined when it is gone or only waits to be reaped. */
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
    // It ended meanwhile, which is what was wanted.
  }
}

/** Waits until the condition holds; false when the time is over first. */
export async function waitUntil(condition: () => boolean, milliseconds: number): Promise<boolean> {
  const end = performance.now() + milliseconds;
  while (!condition()) {
    if (performance.now() > end) return false;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return true;
}
