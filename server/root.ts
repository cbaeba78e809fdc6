import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * The folder of our package.json. Migrations, fonts and the built client are found from here: the same code runs from
 * server/ in a test and from dist/server/ in production, in any working directory.
 */
export const packageRoot = findPackageRoot(import.meta.dirname);

function findPackageRoot(from: string): string {
  const manifest = join(from, "package.json");
  if (existsSync(manifest) && /"name": "kwartier"/.test(readFileSync(manifest, "utf8"))) return from;
  const parent = dirname(from);
  if (parent === from) throw new Error("the package.json of kwartier is not above its own code");
  return findPackageRoot(parent);
}
