import { capitalised, formatDuration, formatMoney } from "../../../core/values/format.ts";
import { authorisationKindNames } from "../../../core/authorisations/authorisation-words.ts";
import { z } from "zod";
import type { AuthorisationId } from "../../../core/values/ids.ts";
import type { Authorisation } from "../../authorisations/list-authorisations.ts";
import { uuid } from "../../http/fields.ts";
import type { ChosenAuthorisation } from "../../time/choose-authorisation.ts";
import type { Language } from "../../../core/values/language.ts";
import { workMessages } from "./work.messages.ts";

/** The form's value for ordinary work, besides the approved authorisations. */
export const underNothing = "nothing";

/** The chosen authorisation of a form: an id, none, or the newest when the form has no such field. */
export const under = z
  .union([z.literal(underNothing), uuid])
  .optional()
  .transform((value): ChosenAuthorisation => (value === underNothing ? null : (value as AuthorisationId | undefined)));

/** An authorisation in a few words: "Werkopdracht 3:00 u" or "Offerte voor € 950,00". */
export function nameAuthorisation(
  { kind, minutes, fixedPriceCents }: Pick<Authorisation, "kind" | "minutes" | "fixedPriceCents">,
  language: Language,
): string {
  const words = workMessages(language);
  return fixedPriceCents === null
    ? `${capitalised(authorisationKindNames[language][kind])} ${formatDuration(minutes, language)}`
    : words.onePriceOf(formatMoney(fixedPriceCents, language));
}
