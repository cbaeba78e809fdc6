import { defineConfig } from "vite";

// A worker thread is a file of its own, so it is an entry of its own and lies beside the command.
const entries = {
  kwartier: "cli/kwartier.ts",
  "typst-worker": "server/documents/typst-worker.ts",
};

/** What Node runs: our own TypeScript as plain modules; everything from npm stays in node_modules. */
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
