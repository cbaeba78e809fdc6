import type { VatPosition } from "../../core/charges/vat.ts";
import type { Urgency } from "../../core/tickets/progress.ts";
import type { Change, ChangeKind } from "../../core/values/change.ts";
import { defineMessages } from "../ui/language.ts";

type Told = Omit<Change, "kind" | "by" | "from" | "to"> & {
  readonly by: string;
  readonly from: string;
  readonly to: string;
};
type Sentences = Readonly<Record<ChangeKind, (told: Told) => string>>;

const urgencies = {
  nl: { low: "laag", normal: "gewoon", high: "hoog", critical: "kritiek" },
  en: { low: "low", normal: "normal", high: "high", critical: "critical" },
} as const satisfies Record<string, Record<Urgency, string>>;

const positions = {
  nl: { domestic: "Nederland, met btw", "eu-business": "bedrijf in de EU, btw verlegd", "outside-eu": "buiten de EU" },
  en: { domestic: "the Netherlands, with VAT", "eu-business": "business in the EU", "outside-eu": "outside the EU" },
} as const satisfies Record<string, Record<VatPosition, string>>;

const dutch: Sentences = {
  "ticket-urgency-set": ({ by, from, to, at }) => `${by} zette de urgentie van ${from} op ${to} (${at}).`,
  "ticket-step-moved": ({ by, from, to, at }) => `${by} zette de stap van ${from} op ${to} (${at}).`,
  "ticket-waiting-set": ({ by, from, to, at }) => `${by} zette de beurt van “${from}” op “${to}” (${at}).`,
  "ticket-picked-up": ({ by, from, at }) =>
    from === "" ? `${by} pakte het ticket op (${at}).` : `${by} nam het ticket over van ${from} (${at}).`,
  "ticket-replied": ({ by, at }) => `${by} schreef een bericht (${at}).`,
  "ticket-reopened": ({ by, at }) => `${by} heropende het ticket (${at}).`,
  "authorisation-requested": ({ by, at }) => `${by} vroeg akkoord (${at}).`,
  "authorisation-approved": ({ by, at }) => `${by} ging akkoord (${at}).`,
  "authorisation-declined": ({ by, at }) => `${by} wees het verzoek om akkoord af (${at}).`,
  "authorisation-withdrawn": ({ by, at }) => `${by} trok het verzoek om akkoord in (${at}).`,
  "authorisation-delivered": ({ by, at }) => `${by} legde de oplevering vast (${at}).`,
  "time-voided": ({ by, at }) => `${by} nam deze tijd terug (${at}).`,
  "visit-voided": ({ by, at }) => `${by} nam dit bezoek terug (${at}).`,
  "expense-voided": ({ by, at }) => `${by} nam deze kosten terug (${at}).`,
  "correction-withdrawn": ({ by, at }) => `${by} trok deze verlaging in (${at}).`,
  "start-fee-waived": ({ by, at }) => `${by} schold het starttarief kwijt (${at}).`,
  "article-written": ({ by, at }) => `${by} wijzigde de tekst (${at}).`,
  "article-published": ({ by, at }) => `${by} publiceerde het artikel (${at}).`,
  "article-retired": ({ by, at }) => `${by} archiveerde het artikel (${at}).`,
  "article-restored": ({ by, at }) => `${by} zette het artikel terug als concept (${at}).`,
  "vat-position-set": ({ by, from, to, at }) =>
    from === "" || from === to
      ? `${by} legde de btw-positie vast: ${to} (${at}).`
      : `${by} zette de btw-positie van “${from}” op “${to}” (${at}).`,
  "contract-offered": ({ by, at }) => `${by} bood een contract aan (${at}).`,
  "contract-signed": ({ by, at }) => `${by} tekende het contract (${at}).`,
  "contract-terminated": ({ by, at }) => `${by} zegde het contract op (${at}).`,
  "contract-withdrawn": ({ by, at }) => `${by} trok het contract in (${at}).`,
  "contract-addendum-offered": ({ by, at }) => `${by} bood een addendum aan (${at}).`,
  "contract-addendum-signed": ({ by, at }) => `${by} tekende het addendum (${at}).`,
  "contract-addendum-withdrawn": ({ by, at }) => `${by} trok het addendum in (${at}).`,
  "own-holiday-added": ({ by, to, at }) => `${by} zette deze dag in de kalender als “${to}” (${at}).`,
  "own-holiday-removed": ({ by, at }) => `${by} haalde deze dag uit de kalender (${at}).`,
};

const english: Sentences = {
  "ticket-urgency-set": ({ by, from, to, at }) => `${by} changed the urgency from ${from} to ${to} (${at}).`,
  "ticket-step-moved": ({ by, from, to, at }) => `${by} moved the step from ${from} to ${to} (${at}).`,
  "ticket-waiting-set": ({ by, from, to, at }) => `${by} changed the turn from “${from}” to “${to}” (${at}).`,
  "ticket-picked-up": ({ by, from, at }) =>
    from === "" ? `${by} picked the ticket up (${at}).` : `${by} took the ticket over from ${from} (${at}).`,
  "ticket-replied": ({ by, at }) => `${by} wrote a message (${at}).`,
  "ticket-reopened": ({ by, at }) => `${by} reopened the ticket (${at}).`,
  "authorisation-requested": ({ by, at }) => `${by} asked for authorisation (${at}).`,
  "authorisation-approved": ({ by, at }) => `${by} approved it (${at}).`,
  "authorisation-declined": ({ by, at }) => `${by} declined the request (${at}).`,
  "authorisation-withdrawn": ({ by, at }) => `${by} withdrew the request (${at}).`,
  "authorisation-delivered": ({ by, at }) => `${by} recorded the delivery (${at}).`,
  "time-voided": ({ by, at }) => `${by} took this time back (${at}).`,
  "visit-voided": ({ by, at }) => `${by} took this visit back (${at}).`,
  "expense-voided": ({ by, at }) => `${by} took this expense back (${at}).`,
  "correction-withdrawn": ({ by, at }) => `${by} withdrew this reduction (${at}).`,
  "start-fee-waived": ({ by, at }) => `${by} waived the start fee (${at}).`,
  "article-written": ({ by, at }) => `${by} changed the text (${at}).`,
  "article-published": ({ by, at }) => `${by} published the article (${at}).`,
  "article-retired": ({ by, at }) => `${by} retired the article (${at}).`,
  "article-restored": ({ by, at }) => `${by} put the article back as a draft (${at}).`,
  "vat-position-set": ({ by, from, to, at }) =>
    from === "" || from === to
      ? `${by} recorded where the customer stands for VAT: ${to} (${at}).`
      : `${by} changed where the customer stands for VAT from “${from}” to “${to}” (${at}).`,
  "contract-offered": ({ by, at }) => `${by} offered a contract (${at}).`,
  "contract-signed": ({ by, at }) => `${by} signed the contract (${at}).`,
  "contract-terminated": ({ by, at }) => `${by} terminated the contract (${at}).`,
  "contract-withdrawn": ({ by, at }) => `${by} withdrew the contract (${at}).`,
  "contract-addendum-offered": ({ by, at }) => `${by} offered an addendum (${at}).`,
  "contract-addendum-signed": ({ by, at }) => `${by} signed the addendum (${at}).`,
  "contract-addendum-withdrawn": ({ by, at }) => `${by} withdrew the addendum (${at}).`,
  "own-holiday-added": ({ by, to, at }) => `${by} put this day in the calendar as “${to}” (${at}).`,
  "own-holiday-removed": ({ by, at }) => `${by} took this day off the calendar (${at}).`,
};

/** What somebody else did meanwhile, in a sentence, and the values that such a change is of. */
export const changeMessages = defineMessages({
  nl: {
    somebody: "Iemand anders",
    notAssessed: "nog niet beoordeeld",
    urgencies: urgencies.nl,
    positions: positions.nl,
    sentences: dutch,
    changedMeanwhile:
      "Iemand anders heeft dit intussen gewijzigd. Bekijk de nieuwe stand hieronder en probeer het opnieuw.",
    notDone: "Wat jij wilde doen is nog niet gedaan. Doe het opnieuw als je dat nog wilt.",
  },
  en: {
    somebody: "Somebody else",
    notAssessed: "not assessed yet",
    urgencies: urgencies.en,
    positions: positions.en,
    sentences: english,
    changedMeanwhile: "Somebody else changed this in the meantime. Look at how it stands now and try again.",
    notDone: "What you meant to do is not done yet. Do it again if you still want to.",
  },
});
