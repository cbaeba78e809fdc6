import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parentPort } from "node:worker_threads";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { fontCoverage } from "./font-coverage.ts";
import { printableValue } from "./printable-text.ts";

/** A document to compile: our own template, and the texts it prints as data. */
export interface TypstJob {
  readonly template: string;
  readonly document: unknown;
}

const require = createRequire(import.meta.url);
const fonts = ["400Regular/Inter_400Regular.ttf", "600SemiBold/Inter_600SemiBold.ttf"].map((path) =>
  readFileSync(require.resolve(`@expo-google-fonts/inter/${path}`)),
);
const [regular] = fonts;
const covered = fontCoverage(regular ?? Buffer.alloc(0));
const compiler = createCompiler();

// The workspace is the only folder a template could read from; it is empty, and gone before the first template.
function createCompiler(): NodeCompiler {
  const workspace = mkdtempSync(join(tmpdir(), "kwartier-typst-"));
  try {
    return NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs: fonts }] });
  } finally {
    rmSync(workspace, { recursive: true, force: true });
  }
}

function compile({ template, document }: TypstJob): Uint8Array<ArrayBuffer> {
  const inputs = { document: JSON.stringify(printableValue(document, covered)) };
  const compiled = compiler.compile({ mainFileContent: template, inputs });
  const { result } = compiled;
  if (result === null) throw new Error(`typst: ${diagnostics(compiled.takeError())}`);
  // 3a is 3b with structure besides: a screen reader gets the headings and the table.
  const pdf = compiler.pdf(result, { pdfStandard: "a-3a" });
  // What was remembered of earlier documents is forgotten after a while, or memory would grow with every invoice.
  compiler.evictCache(10);
  return Uint8Array.from(pdf);
}

function diagnostics(error: Parameters<NodeCompiler["fetchDiagnostics"]>[0] | null): string {
  return error === null ? "no document and no reason" : JSON.stringify(compiler.fetchDiagnostics(error));
}

parentPort?.on("message", (job: TypstJob) => {
  try {
    const value = compile(job);
    parentPort?.postMessage({ ok: true, value }, [value.buffer]);
  } catch (error) {
    parentPort?.postMessage({ ok: false, message: error instanceof Error ? error.message : String(error) });
  }
});
