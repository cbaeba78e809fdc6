import type { Assets } from "./page.tsx";

type Entry = { readonly file: string; readonly css?: readonly string[]; readonly assets?: readonly string[] };

const entry = "client/main.ts";
const icon = "client/mark.svg";

/** The addresses of the built files, from the text of dist/client/manifest.json. Throws for an incomplete build. */
export function assetsFrom(manifestText: string): Assets {
  const manifest = JSON.parse(manifestText) as Readonly<Record<string, Entry>>;
  const script = manifest[entry];
  const style = script?.css?.[0];
  const mark = manifest[icon];
  const font = script?.assets?.find((file) => file.endsWith(".woff2"));
  if (script === undefined || style === undefined || mark === undefined || font === undefined) {
    throw new Error("dist/client/manifest.json lacks the script, style, font or icon; build again");
  }
  return { script: `/${script.file}`, style: `/${style}`, font: `/${font}`, icon: `/${mark.file}` };
}
