import { defineConfig } from "vite";

// A worker thread needs a file of its own, so it is an entry beside the command.
const entries = {
  kwartier: "cli/kwartier.ts",
  "typst-worker": "server/documents/typst-worker.ts",
};

/** Our own TypeScript as plain modules for Node. Packages from npm stay in node_modules. */
export default defineConfig({
  publicDir: false,
  build: {
    ssr: true,
    target: "esnext",
    outDir: "dist/server",
    emptyOutDir: true,
    sourcemap: true,
    minify: false,
    rolldownOptions: {
      input: entries,
      output: { entryFileNames: "[name].js", chunkFileNames: "chunks/[name]-[hash].js" },
    },
  },
});
