import type { ContractTerms } from "../core/contracts/terms.ts";
import { readTerms, readTermsOver } from "../server/contracts/read-terms.ts";
import { type FileIo, type JsonDocument, readJsonFile } from "./json-file.ts";

/** Terms that can be executed, or the file's problems, one line each. */
export type TermsFile = { readonly terms: ContractTerms } | { readonly problems: readonly string[] };

/** A file of terms that was read but not checked yet, because its base may be in another file. */
export type TermsDocument = JsonDocument | { readonly refused: readonly string[] };

/** Reads a file of whole terms. */
export async function readTermsFile(file: string, io: Pick<FileIo, "read">): Promise<TermsFile> {
  return checked(await readJsonFile(file, io), readTerms);
}

/** The terms of a file that may name only differences from other terms. */
export function termsOver(base: ContractTerms, document: TermsDocument): TermsFile {
  return checked(document, (value) => readTermsOver(base, value));
}

function checked(document: TermsDocument, read: typeof readTerms): TermsFile {
  if ("refused" in document) return { problems: document.refused };
  const { value, problems } = document;
  const found = read(value);
  if ("problems" in found) for (const { path, message } of found.problems) problems.add(path, message);
  const lines = problems.lines();
  return "problems" in found || lines.length > 0 ? { problems: lines } : found;
}
