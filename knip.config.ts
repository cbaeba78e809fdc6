import type { KnipConfig } from "knip";

/** The files and packages in a stylesheet, as imports, because styles have no compiler of their own here. */
function importsOfStyles(css: string): string {
  const named = [...css.matchAll(/(?:@import |url\()"([^"]+)"/g)].map((found) => found[1]);
  return named.map((name) => `import "${name}";`).join("\n");
}

export default {
  entry: [
    "cli/kwartier.ts!",
    "server/documents/typst-worker.ts!",
    "client/main.ts!",
    "client/styles.css!",
    "vite.*.config.ts",
    "scripts/*.{mjs,ts}",
    "bench/*.ts",
    "bench/**/*-child.ts",
    "**/global-setup.ts",
    "test/{embedded-*,*-child}.ts",
  ],
  project: ["{core,server,client,cli,bench,e2e,test}/**/*.{ts,tsx,css}", "scripts/*.{mjs,ts}", "*.ts"],
  compilers: { css: importsOfStyles },
  ignoreExportsUsedInFile: true,
  ignoreDependencies: ["@expo-google-fonts/*", "@embedpdf/fonts-sc"],
  ignoreBinaries: ["apt-get", "nsenter"],
} satisfies KnipConfig;
