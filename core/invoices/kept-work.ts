import type { OrganisationWork } from "../charges/charge-work.ts";
import type { ChargedAuthorisation, ChargedTicket } from "../charges/charged-work.ts";

/** What work there is, by the names under which an invoice keeps it. */
const parts = ["tickets", "entries", "authorisations", "visits", "expenses", "corrections"] as const;

type Part = (typeof parts)[number];

/**
 * What an invoice was made from, as plain JSON that is kept with it: the ids of the work, and of what can change later
 * how it was. Everything else of the work never changes once it is invoiced. (R13)
 */
export interface KeptWork extends Readonly<Record<Part, readonly string[]>> {
  /** The numbers of the credit notes whose forgiveness counted. (CE7) */
  readonly forgiven: readonly string[];
  /** The tickets whose start fee was waived by then. (T1) */
  readonly waived: readonly string[];
  /** Of the tickets on which a contact had agreed to other hours: since when. (M5) */
  readonly agreedAt: Readonly<Record<string, string>>;
  /** Of the quotes for one price that were delivered: on which local date. (T3) */
  readonly deliveredOn: Readonly<Record<string, string>>;
}

/** Work that an invoice was made from and that is not there any more. */
export interface GoneWork {
  readonly what: Part | "forgiven";
  readonly id: string;
}

/** An agreement to other hours that an invoice rests on and that the ticket does not have, or not as it was. (M5) */
export interface ChangedAgreement {
  readonly reference: string;
  readonly kept: string;
  readonly now: string | null;
}

export interface RecalledWork {
  readonly work: OrganisationWork;
  readonly gone: readonly GoneWork[];
  readonly changed: readonly ChangedAgreement[];
}

/** What an invoice keeps of the work it is made from. Source: contract "Charges, exactly" 7. */
export function keepWork(work: OrganisationWork): KeptWork {
  return {
    tickets: idsOf(work.tickets),
    entries: idsOf(work.entries),
    authorisations: idsOf(work.authorisations),
    visits: idsOf(work.visits),
    expenses: idsOf(work.expenses),
    corrections: idsOf(work.corrections),
    forgiven: [...new Set(work.forgiven.map((one) => one.creditNote))],
    waived: idsOf(work.tickets.filter((ticket) => ticket.isStartFeeWaived === true)),
    agreedAt: Object.fromEntries(
      work.tickets.flatMap(({ id, outsideHoursAgreedAt: at }) => (at === null ? [] : [[id, at.toString()]])),
    ),
    deliveredOn: Object.fromEntries(
      work.authorisations.flatMap(({ id, fixedPrice }) => {
        const on = fixedPrice?.deliveredOn ?? null;
        return on === null ? [] : [[id, on.toString()]];
      }),
    ),
  };
}

/**
 * The work that an invoice was made from, found again among all that was ever recorded of its tickets, as it was then:
 * without what came later, with what was taken back since. Also answers what is gone or not as it was. Source: contract
 * M2, M5.
 */
export function recallWork(recorded: OrganisationWork, kept: KeptWork): RecalledWork {
  const creditNotes = new Set(kept.forgiven);
  const work: OrganisationWork = {
    tickets: pick(recorded.tickets, kept.tickets).map((ticket) => ticketAsKept(ticket, kept)),
    entries: pick(recorded.entries, kept.entries),
    authorisations: pick(recorded.authorisations, kept.authorisations).map((one) => authorisationAsKept(one, kept)),
    visits: pick(recorded.visits, kept.visits),
    expenses: pick(recorded.expenses, kept.expenses),
    corrections: pick(recorded.corrections, kept.corrections),
    forgiven: recorded.forgiven.filter((one) => creditNotes.has(one.creditNote)),
    vatPositions: recorded.vatPositions,
  };
  const goneOf = (what: GoneWork["what"], found: readonly string[]): readonly GoneWork[] => {
    const there = new Set(found);
    return kept[what].filter((id) => !there.has(id)).map((id) => ({ what, id }));
  };
  const gone = parts.flatMap((part) => goneOf(part, idsOf(work[part])));
  const forgivenBy = work.forgiven.map((one) => one.creditNote);
  return {
    work: withoutOrphans(work),
    gone: [...gone, ...goneOf("forgiven", forgivenBy)],
    changed: changedAgreements(recorded.tickets, kept),
  };
}

function changedAgreements(tickets: readonly ChargedTicket[], { agreedAt }: KeptWork): readonly ChangedAgreement[] {
  return tickets.flatMap(({ id, reference, outsideHoursAgreedAt }) => {
    const kept = agreedAt[id];
    const now = outsideHoursAgreedAt?.toString() ?? null;
    return kept === undefined || kept === now ? [] : [{ reference, kept, now }];
  });
}

/** Charging refuses work of a ticket that is not given; that the ticket is gone is said anyway. */
function withoutOrphans(work: OrganisationWork): OrganisationWork {
  const tickets = new Set(idsOf(work.tickets));
  return { ...work, entries: work.entries.filter((entry) => tickets.has(entry.ticketId)) };
}

function ticketAsKept(ticket: ChargedTicket, { waived, agreedAt }: KeptWork): ChargedTicket {
  const agreed = agreedAt[ticket.id];
  return {
    ...ticket,
    isStartFeeWaived: waived.includes(ticket.id),
    outsideHoursAgreedAt: agreed === undefined ? null : Temporal.Instant.from(agreed),
  };
}

function authorisationAsKept(authorisation: ChargedAuthorisation, { deliveredOn }: KeptWork): ChargedAuthorisation {
  const { id, fixedPrice } = authorisation;
  if (fixedPrice === null) return authorisation;
  const on = deliveredOn[id];
  return {
    ...authorisation,
    fixedPrice: { ...fixedPrice, deliveredOn: on === undefined ? null : Temporal.PlainDate.from(on) },
  };
}

function pick<Thing extends { readonly id: string }>(
  things: readonly Thing[],
  ids: readonly string[],
): readonly Thing[] {
  const wanted = new Set(ids);
  return things.filter((thing) => wanted.has(thing.id));
}

function idsOf(things: readonly { readonly id: string }[]): readonly string[] {
  return things.map((thing) => thing.id);
}
