import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { defineConfig, type Plugin } from "vite";

const compressible = /\.(?:css|js|svg)$/;

/** Writes a .br and a .gz beside every text asset, so that the server only chooses one and never compresses twice. */
function precompressed(): Plugin {
  return {
    name: "kwartier-precompressed",
    async writeBundle({ dir }, bundle) {
      if (dir === undefined) return;
      const files = Object.values(bundle).filter((file) => compressible.test(file.fileName));
      await Promise.all(
        files.map(async (file) => {
          const content = Buffer.from(file.type === "chunk" ? file.code : file.source);
          const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };
          await writeFile(join(dir, `${file.fileName}.br`), await promisify(brotliCompress)(content, brotli));
          await writeFile(join(dir, `${file.fileName}.gz`), await promisify(gzip)(content, { level: 9 }));
        }),
      );
    },
  };
}

/** The files for the browser: hashed names below /assets. The server finds them in dist/client/manifest.json. */
export default defineConfig({
  plugins: [precompressed()],
  publicDir: false,
  build: {
    outDir: "dist/client",
    emptyOutDir: true,
    manifest: "manifest.json",
    // The content security policy allows no data: fonts or scripts. No supported browser needs the polyfill.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: "client/main.ts" },
  },
});
