import type { Refusal } from "../../core/values/refusal.ts";
import { cleanFileName } from "../files/names.ts";
import type { FormError } from "../ui/error-summary.tsx";
import type { Language } from "../../core/values/language.ts";
import type { Upload } from "./read-input.ts";
import { wordRefusal } from "../refusals/refusals.ts";

interface RefusedWithFiles {
  readonly refusal: Refusal | null;
  readonly uploads: readonly Upload[];
  readonly language: Language;
  /** The field of the refusal; left out when it concerns the whole form. */
  readonly field?: string | undefined;
}

/** The reason for not carrying a form with files out: its first refused file. The answer gets that file's status. */
export function refusedUpload(uploads: readonly Upload[]): Refusal | undefined {
  return uploads.flatMap(({ outcome }) => (outcome.ok ? [] : [outcome.refusal]))[0];
}

/** The problems of a form and of each of its files by name. No file is left out. */
export function formErrors({ refusal, uploads, language, field }: RefusedWithFiles): readonly FormError[] {
  const isOfFile = uploads.some(({ outcome }) => !outcome.ok && outcome.refusal === refusal);
  const own = refusal === null || isOfFile ? [] : [{ field, text: wordRefusal(refusal, language) }];
  return [...own, ...wordUploads(uploads, language).map((text) => ({ field: "files", text }))];
}

/** Files with the same refusal share a sentence, unless the refusal names a file. */
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
