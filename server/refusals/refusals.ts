import type { Language } from "../../core/values/language.ts";
import type { Refusal, RefusalOf } from "../../core/values/refusal.ts";
import { authorisationRefusals } from "./authorisations.ts";
import { wordChanges } from "./changes.ts";
import { chargeRefusals } from "./charges.ts";
import { contractRefusals } from "./contracts.ts";
import { fieldMessages } from "./field.messages.ts";
import { figuresIn } from "./figures.ts";
import { fileRefusals } from "./files.ts";
import { generalRefusals } from "./general.ts";
import { invoiceRefusals } from "./invoices.ts";
import { mailRefusals } from "./mails.ts";
import { organisationRefusals } from "./organisations.ts";
import { signInRefusals } from "./sign-in.ts";
import { staffRefusals } from "./staff.ts";
import { ticketRefusals } from "./tickets.ts";
import { timeRefusals } from "./time.ts";
import type { Told, ToldOf } from "./told.ts";

/** All refusals, each in the file of its noun. The compiler asks for a missing code. */
const refusals: ToldOf<Refusal> = {
  ...generalRefusals,
  ...signInRefusals,
  ...staffRefusals,
  ...organisationRefusals,
  ...contractRefusals,
  ...ticketRefusals,
  ...fileRefusals,
  ...authorisationRefusals,
  ...timeRefusals,
  ...chargeRefusals,
  ...invoiceRefusals,
  ...mailRefusals,
};

/** The HTTP status of a refusal. */
export function statusOf(refusal: Refusal): number {
  return refusals[refusal.code].status;
}

/** The seconds until a refusal passes by itself; undefined if it does not. */
export function retryAfterOf<Code extends Refusal["code"]>(refusal: RefusalOf<Code>): number | undefined {
  const told: Told<RefusalOf<Code>> = refusals[refusal.code];
  return told.retryAfterSeconds?.(refusal);
}

/** The title of a refusal that is news and no mistake. */
export function newsOf(refusal: Refusal, language: Language): string | undefined {
  return refusals[refusal.code].news?.[language];
}

/** A refusal in the reader's language, with the changes of others if they are the reason. */
export function wordRefusal(refusal: Refusal, language: Language): string {
  const changes = "changes" in refusal ? (refusal.changes ?? []) : [];
  if (changes.length === 0) return wordReason(refusal, language);
  const { told, notDone } = wordChanges(changes, language);
  return refusal.code === "changed-meanwhile" ? `${told} ${notDone}` : `${wordReason(refusal, language)} ${told}`;
}

function wordReason<Code extends Refusal["code"]>(refusal: RefusalOf<Code>, language: Language): string {
  const told: Told<RefusalOf<Code>> = refusals[refusal.code];
  const words = told.words[language];
  return typeof words === "string" ? words : words(refusal, figuresIn[language]);
}

/** The sentence beneath one field of a form, if the refusal concerns that field. */
export function fieldError(refusal: Refusal | null, name: string, language: Language): string | undefined {
  if (refusal?.code !== "invalid-input") return undefined;
  const problem = refusal.fields[name];
  return problem === undefined ? undefined : fieldMessages(language)[problem];
}
