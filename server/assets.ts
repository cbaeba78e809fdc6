import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "./root.ts";
import { assetsFrom } from "./ui/assets.ts";
import type { Assets } from "./ui/page.tsx";

/** The addresses of the built script, style, font and icon, from the build's own manifest. */
export function readAssets(): Assets {
  const path = join(packageRoot, "dist", "client", "manifest.json");
  if (!existsSync(path)) throw new Error("The pages' scripts and styles are not built: run npm run build.");
  return assetsFrom(readFileSync(path, "utf8"));
}
