import type { Language, Names } from "../../core/values/language.ts";
import type { Refusal, RefusalOf } from "../../core/values/refusal.ts";
import type { Figures } from "./figures.ts";

/** The words of a refusal: a sentence with a remedy, or one that uses the refusal's own fields. */
type Words<R extends Refusal> = string | ((refusal: R, figures: Figures) => string);

/** The entry of one refusal, with its status and words. Its code is also its problem type. */
export interface Told<R extends Refusal> {
  readonly status: 403 | 404 | 409 | 413 | 422 | 429 | 503;
  readonly words: Readonly<Record<Language, Words<R>>>;
  /** The title for news, when the form itself has no mistake. */
  readonly news?: Names;
  /** When to try again, for a refusal that passes by itself. */
  readonly retryAfterSeconds?: (refusal: R) => number;
}

/** An entry for each code of a noun's refusals. The compiler asks for a missing one. */
export type ToldOf<R extends Refusal> = { readonly [Code in R["code"]]: Told<RefusalOf<Code>> };
