import { spawnSync } from "node:child_process";
import { appendFileSync, statfsSync, writeFileSync } from "node:fs";
import { isDiskFull } from "../../server/files/disk-full.ts";

/**
 * The command that mounts a disk of 100 MB at its first argument and runs the rest there; none where mounting is
 * forbidden, for example in a container without the right to make a mount namespace.
 */
export function smallDiskCommand(): string[][] {
  const mount = 'mount -t tmpfs -o size=100m,mode=755 tmpfs "$1" && shift && exec';
  const [uid, gid] = [process.getuid?.(), process.getgid?.()];
  const asRoot = ["unshare", "--mount", "sh", "-c", `${mount} "$@"`, "sh"];
  // An ordinary user is root of a namespace for the mount, and then themselves again.
  const again = `unshare --user --map-user=${uid} --map-group=${gid}`;
  const asUser = ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c", `${mount} ${again} "$@"`, "sh"];
  const [program = "", ...parameters] = uid === 0 ? asRoot : asUser;
  return spawnSync(program, [...parameters, "/mnt", "true"]).status === 0 ? [[program, ...parameters]] : [];
}

/** Leaves exactly this much room on the disk. */
export function fillBut(disk: string, ballast: string, bytes: number): void {
  const { bavail, bsize } = statfsSync(disk);
  writeFileSync(ballast, Buffer.alloc(bavail * bsize - bytes, 1));
}

/** Takes all the room, however much others take meanwhile. */
export function fill(ballast: string): void {
  try {
    for (;;) appendFileSync(ballast, Buffer.alloc(65_536, 1));
  } catch (error) {
    if (!isDiskFull(error)) throw error;
  }
}
