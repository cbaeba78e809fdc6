import type { Language, Names } from "../../core/values/language.ts";
import type { Refusal, RefusalOf } from "../../core/values/refusal.ts";
import type { Figures } from "./figures.ts";

/** The words of a refusal: a sentence that says what to do, or one made of the refusal's own fields. */
type Words<R extends Refusal> = string | ((refusal: R, figures: Figures) => string);

/** How one refusal is told: everything the shell knows of it. Its code is also the type of its problem details. */
export interface Told<R extends Refusal> {
  readonly status: 403 | 404 | 409 | 413 | 422 | 429 | 503;
  readonly words: Readonly<Record<Language, Words<R>>>;
  /** Stands above the words where nothing is wrong with what was filled in: it is news and no mistake. */
  readonly news?: Names;
  /** When to try again, for a refusal that passes by itself. */
  readonly retryAfterSeconds?: (refusal: R) => number;
}

/** An entry for each code of a noun's refusals; the compiler asks for what is missing. */
export type ToldOf<R extends Refusal> = { readonly [Code in R["code"]]: Told<RefusalOf<Code>> };
