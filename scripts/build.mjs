// Builds the client and the server into dist. With --if-stale it builds only when a source has changed.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { performance } from "node:perf_hooks";
import { root } from "./install.mjs";

const stampFile = join(root, "dist", "sources.sha256");
const rooms = ["core", "server", "client", "cli"];
const single = ["vite.client.config.ts", "vite.server.config.ts", "tsconfig.json", "package-lock.json"];

function filesBelow(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
}

/** By content and not by time stamp, because a checkout changes those. */
function hashOfSources() {
  const sources = rooms.flatMap((room) => filesBelow(join(root, room))).filter((path) => !/\.test\.tsx?$/.test(path));
  const hash = createHash("sha256");
  for (const path of sources.concat(single.map((name) => join(root, name))).toSorted()) {
    hash
      .update(`${relative(root, path)}\0`)
      .update(readFileSync(path))
      .update("\0");
  }
  return hash.digest("hex");
}

const sources = hashOfSources();
const isFresh = existsSync(stampFile) && readFileSync(stampFile, "utf8") === sources;
if (!(isFresh && process.argv.includes("--if-stale"))) {
  const startedAt = performance.now();
  const { build } = await import("vite");
  rmSync(stampFile, { force: true });
  await Promise.all(
    ["vite.client.config.ts", "vite.server.config.ts"].map((name) =>
      build({ root, configFile: join(root, name), logLevel: "warn" }),
    ),
  );
  writeFileSync(stampFile, sources);
  process.stdout.write(`Built in ${((performance.now() - startedAt) / 1000).toFixed(1)} s.\n`);
}
