import type { Refusal } from "../../../core/values/refusal.ts";
import type { Fields, Upload } from "../../http/read-input.ts";
import { fieldError } from "../../refusals/refusals.ts";
import type { Language } from "../../ui/language.ts";

/** Every form of a ticket's page. */
export type FormName =
  | "reply"
  | "note"
  | "resolve"
  | "time"
  | "void"
  | "ask"
  | "outside"
  | "step"
  | "waiting"
  | "merge"
  | "visit"
  | "expense"
  | "void-on-site"
  | "correct"
  | "withdraw-correction"
  | "waive"
  | "deliver";

/** A form of the ticket's page that was refused, with what was typed in it. */
export interface Shown {
  readonly form: FormName;
  readonly fields: Fields;
  readonly refusal: Refusal;
  readonly uploads: readonly Upload[];
}

interface FieldShown {
  readonly name: string;
  readonly value: string;
  readonly error: string | undefined;
}

/** What one form has to show again: its typed values, its refusal and the sentences beneath its fields. */
export interface Retry {
  readonly refusal: Refusal | null;
  readonly uploads: readonly Upload[];
  readonly isShown: boolean;
  readonly typed: (name: string, otherwise?: string) => string;
  readonly error: (name: string) => string | undefined;
  /** The same as a field's own properties. */
  readonly field: (name: string, otherwise?: string) => FieldShown;
  readonly all: (name: string) => readonly string[];
}

export function retryOf(form: FormName, shown: Shown | null, language: Language): Retry {
  const own = shown?.form === form ? shown : null;
  const refusal = own?.refusal ?? null;
  const typed = (name: string, otherwise = "") => own?.fields[name]?.[0] ?? otherwise;
  const error = (name: string) => fieldError(refusal, name, language);
  return {
    refusal,
    uploads: own?.uploads ?? [],
    isShown: own !== null,
    typed,
    error,
    field: (name, otherwise) => ({ name, value: typed(name, otherwise), error: error(name) }),
    all: (name) => own?.fields[name] ?? [],
  };
}
