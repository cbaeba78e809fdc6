import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ConfigProblem } from "./config.ts";
import { errorCode } from "../db/embedded/embedded-error.ts";

/** Makes Kwartier's data directory. Refuses one that cannot be written, before anything else begins. */
export async function makeDataDirectory(directory: string): Promise<void> {
  const trial = join(directory, `writable.${process.pid}`);
  try {
    await mkdir(directory, { recursive: true });
    await writeFile(trial, "");
    await rm(trial);
  } catch (error) {
    const why = reasons[errorCode(error) ?? ""];
    if (why === undefined) throw error;
    throw new ConfigProblem(
      `The folder ${directory} ${why}. Make it writable for the user who runs Kwartier, or set DATA_DIRECTORY to another folder.`,
      { cause: error },
    );
  }
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: "may not be written by this user",
  EPERM: "may not be written by this user",
  EROFS: "lies on a disk that may only be read",
  ENOTDIR: "cannot be made, because a part of its path is a file",
  EEXIST: "is a file",
  ENOENT: "cannot be made",
};
