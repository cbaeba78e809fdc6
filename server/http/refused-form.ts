import type { Refusal } from "../../core/values/refusal.ts";
import type { Language } from "../ui/language.ts";
import type { Fields, Upload } from "./read-input.ts";
import { fieldError } from "../refusals/refusals.ts";

/** A form of a page that was refused, with everything that was typed, ticked and attached. */
export interface RefusedForm<Form extends string = string> {
  readonly form: Form;
  readonly fields: Fields;
  readonly refusal: Refusal;
  readonly uploads: readonly Upload[];
}

/** What a field shows: its own properties. */
interface TypedField {
  readonly name: string;
  readonly value: string;
  readonly error: string | undefined;
}

/**
 * A form as it is shown: empty, or once more as it was typed, with its refusal and the sentences beneath its fields.
 */
export interface TypedForm {
  readonly refusal: Refusal | null;
  readonly uploads: readonly Upload[];
  /** Whether this is the form that was refused. */
  readonly isAgain: boolean;
  readonly typed: (name: string, otherwise?: string) => string;
  readonly all: (name: string) => readonly string[];
  readonly isTicked: (name: string) => boolean;
  readonly error: (name: string) => string | undefined;
  readonly field: (name: string, otherwise?: string) => TypedField;
}

/** One form of a page: with what was typed in it when it is the one that was refused. */
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
