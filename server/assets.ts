import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "./root.ts";
import type { Assets } from "./ui/page.tsx";

interface Entry {
  file: string;
  css?: string[];
  assets?: string[];
}

/** The addresses of the built script, style and font, from the build's own manifest. */
export function readAssets(): Assets {
  const path = join(packageRoot, "dist", "client", "manifest.json");
  if (!existsSync(path)) throw new Error("The pages' scripts and styles are not built: run npm run build.");
  const manifest = JSON.parse(readFileSync(path, "utf8")) as Record<string, Entry>;
  const main = manifest["client/main.ts"];
  const font = Object.values(manifest).find((entry) => /inter-latin-.*\.woff2$/.test(entry.file));
  if (main === undefined) throw new Error("The build's manifest does not name client/main.ts.");
  return { script: `/${main.file}`, style: `/${main.css?.[0] ?? ""}`, font: font === undefined ? undefined : `/${font.file}` };
}
