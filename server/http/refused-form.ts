import type { Refusal } from "../../core/values/refusal.ts";
import type { Language } from "../../core/values/language.ts";
import type { Fields, Upload } from "./read-input.ts";
import { fieldError } from "../refusals/refusals.ts";

/** A refused form of a page, with everything that was typed, ticked and attached. */
export interface RefusedForm<Form extends string = string> {
  readonly form: Form;
  readonly fields: Fields;
  readonly refusal: Refusal;
  readonly uploads: readonly Upload[];
}

/** The properties of a field with its value and errors. */
interface TypedField {
  readonly name: string;
  readonly value: string;
  readonly error: string | undefined;
}

/** A form as it is shown: empty, or as it was typed, with its refusal and the sentences beneath its fields. */
export interface TypedForm {
  readonly refusal: Refusal | null;
  readonly uploads: readonly Upload[];
  /** Whether this form was the refused one. */
  readonly isAgain: boolean;
  readonly typed: (name: string, otherwise?: string) => string;
  readonly all: (name: string) => readonly string[];
  readonly isTicked: (name: string) => boolean;
  readonly error: (name: string) => string | undefined;
  readonly field: (name: string, otherwise?: string) => TypedField;
}

/** One form of a page. If it was refused, it shows its typed content. */
export function typedForm<Form extends string>(
  form: Form,
  refused: RefusedForm<Form> | null,
  language: Language,
): TypedForm {
  const own = refused?.form === form ? refused : null;
  const refusal = own?.refusal ?? null;
  const all = (name: string) => own?.fields[name] ?? [];
  const typed = (name: string, otherwise = "") => all(name)[0] ?? otherwise;
  const error = (name: string) => fieldError(refusal, name, language);
  return {
    refusal,
    uploads: own?.uploads ?? [],
    isAgain: own !== null,
    typed,
    all,
    isTicked: (name) => typed(name) === "yes",
    error,
    field: (name, otherwise) => ({ name, value: typed(name, otherwise), error: error(name) }),
  };
}
