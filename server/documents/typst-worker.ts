import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { familiesFor, type Fonts, inter, readFonts } from "./fonts.ts";
import { plainText, printableValue } from "./printable-text.ts";

/** A document to compile: our template, and its texts as data. */
export interface TypstJob {
  readonly template: string;
  readonly document: unknown;
}

const interFonts = readFonts(inter);
/** Fonts of other scripts are large. The first document that needs one reads it, and it is kept (R25). */
const others = new Map<string, Fonts>();
let compiler = createCompiler();

function createCompiler(): NodeCompiler {
  const fontBlobs = [interFonts, ...others.values()].flatMap(({ files }) => files);
  // A template could only read from this folder. It is empty, and removed before the first template.
  const workspace = mkdtempSync(join(tmpdir(), "kwartier-typst-"));
  try {
    return NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs }] });
  } finally {
    rmSync(workspace, { recursive: true, force: true });
  }
}

/**
 * Reads the families that a document needs. Families of earlier documents do not count, so that its bytes are always
 * the same.
 */
function fontsFor(document: unknown): { families: readonly string[]; isCovered: (point: number) => boolean } {
  const beyond = Array.from(plainText(JSON.stringify(document))).filter(
    (character) => !interFonts.covered.has(character.codePointAt(0) ?? 0),
  );
  const needed = familiesFor(beyond.join(""));
  const unread = needed.filter(({ name }) => !others.has(name));
  for (const family of unread) others.set(family.name, readFonts(family));
  if (unread.length > 0) compiler = createCompiler();
  const covered = [interFonts, ...needed.flatMap(({ name }) => others.get(name) ?? [])].map((fonts) => fonts.covered);
  return {
    families: [inter.name, ...needed.map(({ name }) => name)],
    isCovered: (point) => covered.some((points) => points.has(point)),
  };
}

function compile({ template, document }: TypstJob): Uint8Array<ArrayBuffer> {
  const { families, isCovered } = fontsFor(document);
  const inputs = { document: JSON.stringify(printableValue(document, isCovered)), fonts: JSON.stringify(families) };
  const compiled = compiler.compile({ mainFileContent: template, inputs });
  const { result } = compiled;
  if (result === null) throw new Error(`typst: ${diagnostics(compiled.takeError())}`);
  // 3a adds structure to 3b: a screen reader gets the headings and the table.
  const pdf = compiler.pdf(result, { pdfStandard: "a-3a" });
  // A cache of more documents makes none of them faster, and grows by megabytes.
  compiler.evictCache(1);
  return Uint8Array.from(pdf);
}

function diagnostics(error: Parameters<NodeCompiler["fetchDiagnostics"]>[0] | null): string {
  return error === null ? "no document and no reason" : JSON.stringify(compiler.fetchDiagnostics(error));
}

// The server ends this process, when it has finished its work. A signal to the whole group would be too early.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => undefined);

process.on("message", (job: TypstJob) => {
  try {
    process.send?.({ ok: true, value: compile(job) });
  } catch (error) {
    process.send?.({ ok: false, message: error instanceof Error ? error.message : String(error) });
  }
});
