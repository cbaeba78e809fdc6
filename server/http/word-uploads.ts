import type { Refusal } from "../../core/values/refusal.ts";
import { cleanFileName } from "../files/names.ts";
import type { FormError } from "../ui/error-summary.tsx";
import type { Language } from "../ui/language.ts";
import type { Upload } from "./read-input.ts";
import { wordRefusal } from "../refusals/refusals.ts";

interface RefusedWithFiles {
  readonly refusal: Refusal | null;
  readonly uploads: readonly Upload[];
  readonly language: Language;
  /** The field that the refusal is about; left out when it is about the whole form. */
  readonly field?: string | undefined;
}

/** Why a form with files is not carried out: the first of its files that was refused, whose status the answer gets. */
export function refusedUpload(uploads: readonly Upload[]): Refusal | undefined {
  return uploads.flatMap(({ outcome }) => (outcome.ok ? [] : [outcome.refusal]))[0];
}

/**
 * What is wrong with a form and with each of its files, every file by its name: none of them is left out in silence.
 */
export function formErrors({ refusal, uploads, language, field }: RefusedWithFiles): readonly FormError[] {
  const isOfFile = uploads.some(({ outcome }) => !outcome.ok && outcome.refusal === refusal);
  const own = refusal === null || isOfFile ? [] : [{ field, text: wordRefusal(refusal, language) }];
  return [...own, ...wordUploads(uploads, language).map((text) => ({ field: "files", text }))];
}

/** Files that were refused for one reason that names none of them share a sentence. */
function wordUploads(uploads: readonly Upload[], language: Language): readonly string[] {
  const names = new Map<string, string[]>();
  for (const { name, outcome } of uploads) {
    if (outcome.ok) continue;
    const words = wordRefusal(outcome.refusal, language);
    const list = names.get(words) ?? [];
    names.set(words, "name" in outcome.refusal ? list : [...list, cleanFileName(name)]);
  }
  return [...names].map(([words, list]) => (list.length === 0 ? words : `${list.join(", ")}: ${words}`));
}
