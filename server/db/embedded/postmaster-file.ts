import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** PostgreSQL's lock file about itself: process, directory, port and whether it accepts connections. */
export type PostmasterFile = {
  readonly pid: number;
  readonly directory: string;
  readonly port: number;
  readonly status: string;
};

export function postmasterFilePath(data: string): string {
  return join(data, "postmaster.pid");
}

/** Undefined without a file. The lines come one by one during a start, so later ones may be missing. */
export function readPostmasterFile(data: string): PostmasterFile | undefined {
  const path = postmasterFilePath(data);
  if (!existsSync(path)) return undefined;
  const [pid = "", directory = "", , port = "", , , , status = ""] = readFileSync(path, "utf8").split("\n");
  return { pid: Number(pid), directory, port: Number(port), status: status.trim() };
}
