import { vatPositionNames } from "../../core/charges/vat-words.ts";
import { notAssessed, stepWords, urgencyNames } from "../../core/tickets/ticket-words.ts";
import { isWaiting } from "../../core/tickets/turn.ts";
import { turnWords } from "../../core/tickets/turn-words.ts";
import type { Change, ChangeKind } from "../../core/values/change.ts";
import type { Language } from "../../core/values/language.ts";
import { formatDateTime } from "../../core/calendar/format-time.ts";

interface ChangeTold {
  readonly by: string;
  readonly at: string;
  readonly from: string;
  readonly to: string;
}

/** A sentence for each kind of change by somebody else. The compiler asks for a new kind. */
const sentences: Readonly<Record<ChangeKind, Readonly<Record<Language, (change: ChangeTold) => string>>>> = {
  "ticket-urgency-set": {
    nl: ({ by, from, to, at }) => `${by} zette de urgentie van ${from} op ${to} (${at}).`,
    en: ({ by, from, to, at }) => `${by} changed the urgency from ${from} to ${to} (${at}).`,
  },
  "ticket-step-moved": {
    nl: ({ by, from, to, at }) => `${by} zette de stap van ${from} op ${to} (${at}).`,
    en: ({ by, from, to, at }) => `${by} moved the step from ${from} to ${to} (${at}).`,
  },
  "ticket-waiting-set": {
    nl: ({ by, from, to, at }) => `${by} zette de beurt van “${from}” op “${to}” (${at}).`,
    en: ({ by, from, to, at }) => `${by} changed the turn from “${from}” to “${to}” (${at}).`,
  },
  "ticket-picked-up": {
    nl: ({ by, from, at }) =>
      from === "" ? `${by} pakte het ticket op (${at}).` : `${by} nam het ticket over van ${from} (${at}).`,
    en: ({ by, from, at }) =>
      from === "" ? `${by} picked the ticket up (${at}).` : `${by} took the ticket over from ${from} (${at}).`,
  },
  "ticket-replied": {
    nl: ({ by, at }) => `${by} schreef een bericht (${at}).`,
    en: ({ by, at }) => `${by} wrote a message (${at}).`,
  },
  "ticket-reopened": {
    nl: ({ by, at }) => `${by} heropende het ticket (${at}).`,
    en: ({ by, at }) => `${by} reopened the ticket (${at}).`,
  },
  "authorisation-requested": {
    nl: ({ by, at }) => `${by} vroeg akkoord (${at}).`,
    en: ({ by, at }) => `${by} asked for authorisation (${at}).`,
  },
  "authorisation-approved": {
    nl: ({ by, at }) => `${by} ging akkoord (${at}).`,
    en: ({ by, at }) => `${by} approved it (${at}).`,
  },
  "authorisation-declined": {
    nl: ({ by, at }) => `${by} wees het verzoek om akkoord af (${at}).`,
    en: ({ by, at }) => `${by} declined the request (${at}).`,
  },
  "authorisation-withdrawn": {
    nl: ({ by, at }) => `${by} trok het verzoek om akkoord in (${at}).`,
    en: ({ by, at }) => `${by} withdrew the request (${at}).`,
  },
  "authorisation-delivered": {
    nl: ({ by, at }) => `${by} legde de oplevering vast (${at}).`,
    en: ({ by, at }) => `${by} recorded the delivery (${at}).`,
  },
  "time-voided": {
    nl: ({ by, at }) => `${by} nam deze tijd terug (${at}).`,
    en: ({ by, at }) => `${by} took this time back (${at}).`,
  },
  "visit-voided": {
    nl: ({ by, at }) => `${by} nam dit bezoek terug (${at}).`,
    en: ({ by, at }) => `${by} took this visit back (${at}).`,
  },
  "expense-voided": {
    nl: ({ by, at }) => `${by} nam deze kosten terug (${at}).`,
    en: ({ by, at }) => `${by} took this expense back (${at}).`,
  },
  "correction-withdrawn": {
    nl: ({ by, at }) => `${by} trok deze verlaging in (${at}).`,
    en: ({ by, at }) => `${by} withdrew this reduction (${at}).`,
  },
  "start-fee-waived": {
    nl: ({ by, at }) => `${by} schold het starttarief kwijt (${at}).`,
    en: ({ by, at }) => `${by} waived the start fee (${at}).`,
  },
  "article-written": {
    nl: ({ by, at }) => `${by} wijzigde de tekst (${at}).`,
    en: ({ by, at }) => `${by} changed the text (${at}).`,
  },
  "article-published": {
    nl: ({ by, at }) => `${by} publiceerde het artikel (${at}).`,
    en: ({ by, at }) => `${by} published the article (${at}).`,
  },
  "article-retired": {
    nl: ({ by, at }) => `${by} archiveerde het artikel (${at}).`,
    en: ({ by, at }) => `${by} retired the article (${at}).`,
  },
  "article-restored": {
    nl: ({ by, at }) => `${by} zette het artikel terug als concept (${at}).`,
    en: ({ by, at }) => `${by} put the article back as a draft (${at}).`,
  },
  "provider-set": {
    nl: ({ by, at }) => `${by} wijzigde de gegevens (${at}).`,
    en: ({ by, at }) => `${by} changed the details (${at}).`,
  },
  "staff-changed": {
    nl: ({ by, at }) => `${by} wijzigde de gegevens (${at}).`,
    en: ({ by, at }) => `${by} changed the details (${at}).`,
  },
  "account-changed": {
    nl: ({ at }) => `De naam of het telefoonnummer is gewijzigd (${at}).`,
    en: ({ at }) => `The name or the telephone number was changed (${at}).`,
  },
  "person-suspended": {
    nl: ({ by, at }) => `${by} schorste deze collega (${at}).`,
    en: ({ by, at }) => `${by} suspended this colleague (${at}).`,
  },
  "person-brought-back": {
    nl: ({ by, at }) => `${by} haalde deze collega terug (${at}).`,
    en: ({ by, at }) => `${by} brought this colleague back (${at}).`,
  },
  "organisation-changed": {
    nl: ({ by, at }) => `${by} wijzigde de gegevens (${at}).`,
    en: ({ by, at }) => `${by} changed the details (${at}).`,
  },
  "organisation-archived": {
    nl: ({ by, at }) => `${by} archiveerde deze klant (${at}).`,
    en: ({ by, at }) => `${by} archived this customer (${at}).`,
  },
  "organisation-restored": {
    nl: ({ by, at }) => `${by} haalde deze klant terug (${at}).`,
    en: ({ by, at }) => `${by} brought this customer back (${at}).`,
  },
  "vat-position-set": {
    nl: ({ by, from, to, at }) =>
      from === "" || from === to
        ? `${by} legde de btw-positie vast: ${to} (${at}).`
        : `${by} zette de btw-positie van “${from}” op “${to}” (${at}).`,
    en: ({ by, from, to, at }) =>
      from === "" || from === to
        ? `${by} recorded where the customer stands for VAT: ${to} (${at}).`
        : `${by} changed where the customer stands for VAT from “${from}” to “${to}” (${at}).`,
  },
  "contract-offered": {
    nl: ({ by, at }) => `${by} bood een contract aan (${at}).`,
    en: ({ by, at }) => `${by} offered a contract (${at}).`,
  },
  "contract-signed": {
    nl: ({ by, at }) => `${by} tekende het contract (${at}).`,
    en: ({ by, at }) => `${by} signed the contract (${at}).`,
  },
  "contract-recorded": {
    nl: ({ by, at }) => `${by} legde het getekende contract vast (${at}).`,
    en: ({ by, at }) => `${by} recorded the signed contract (${at}).`,
  },
  "contract-terminated": {
    nl: ({ by, at }) => `${by} zegde het contract op (${at}).`,
    en: ({ by, at }) => `${by} terminated the contract (${at}).`,
  },
  "contract-withdrawn": {
    nl: ({ by, at }) => `${by} trok het contract in (${at}).`,
    en: ({ by, at }) => `${by} withdrew the contract (${at}).`,
  },
  "contract-addendum-offered": {
    nl: ({ by, at }) => `${by} bood een addendum aan (${at}).`,
    en: ({ by, at }) => `${by} offered an addendum (${at}).`,
  },
  "contract-addendum-signed": {
    nl: ({ by, at }) => `${by} tekende het addendum (${at}).`,
    en: ({ by, at }) => `${by} signed the addendum (${at}).`,
  },
  "contract-addendum-withdrawn": {
    nl: ({ by, at }) => `${by} trok het addendum in (${at}).`,
    en: ({ by, at }) => `${by} withdrew the addendum (${at}).`,
  },
  "own-holiday-added": {
    nl: ({ by, to, at }) => `${by} zette deze dag in de kalender als “${to}” (${at}).`,
    en: ({ by, to, at }) => `${by} put this day in the calendar as “${to}” (${at}).`,
  },
  "own-holiday-removed": {
    nl: ({ by, at }) => `${by} haalde deze dag uit de kalender (${at}).`,
    en: ({ by, at }) => `${by} took this day off the calendar (${at}).`,
  },
};

const somebody = { nl: "Iemand anders", en: "Somebody else" };
const notDone = {
  nl: "Wat jij wilde doen is nog niet gedaan. Doe het opnieuw als je dat nog wilt.",
  en: "What you meant to do is not done yet. Do it again if you still want to.",
};

/** The changes of others, in sentences: who, what, the old and new value, and when. */
export function wordChanges(
  changes: readonly Change[],
  language: Language,
): { readonly told: string; readonly notDone: string } {
  return { told: changes.map((change) => wordChange(change, language)).join(" "), notDone: notDone[language] };
}

function wordChange({ kind, by, at, from, to }: Change, language: Language): string {
  return sentences[kind][language]({
    by: by ?? somebody[language],
    at: formatDateTime(Temporal.Instant.from(at), language),
    from: wordValue(kind, from, language),
    to: wordValue(kind, to, language),
  });
}

/** The words for a value of such a change, or a name as it is. */
function wordValue(kind: ChangeKind, value: string | null, language: Language): string {
  if (value === null) return kind === "ticket-urgency-set" ? notAssessed[language] : "";
  if (kind === "ticket-waiting-set") return isWaiting(value) ? turnWords[language].states[value].is : value;
  const known = valuesOf(kind, language);
  return known !== undefined && Object.hasOwn(known, value) ? (known[value] ?? value) : value;
}

function valuesOf(kind: ChangeKind, language: Language): Readonly<Record<string, string>> | undefined {
  if (kind === "ticket-urgency-set") return urgencyNames[language];
  if (kind === "ticket-step-moved") return stepWords[language].actions;
  return kind === "vat-position-set" ? vatPositionNames[language] : undefined;
}
