import type { OrganisationWork } from "../charges/charge-work.ts";
import type { ChargedAuthorisation, ChargedTicket } from "../charges/charged-work.ts";

/** The parts of work, by their names in a kept invoice. */
const parts = ["tickets", "entries", "authorisations", "visits", "expenses", "corrections"] as const;

type Part = (typeof parts)[number];

/**
 * The work behind an invoice, as plain JSON that is kept with it: the ids of the work, and every fact about it that can
 * change later. All other facts of invoiced work never change. (R13)
 */
export interface KeptWork extends Readonly<Record<Part, readonly string[]>> {
  /** The numbers of the credit notes whose forgiven amounts counted. (CE7) */
  readonly forgiven: readonly string[];
  /** The tickets with a waived start fee. (T1) */
  readonly waived: readonly string[];
  /** The moment of a contact's agreement to other hours, by ticket. (M5) */
  readonly agreedAt: Readonly<Record<string, string>>;
  /** The local date of delivery, by quote for one price. (T3) */
  readonly deliveredOn: Readonly<Record<string, string>>;
}

/** Work behind an invoice that no longer exists. */
export interface GoneWork {
  readonly what: Part | "forgiven";
  readonly id: string;
}

/** An agreement to other hours that an invoice rests on, and that the ticket lost or changed. (M5) */
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

/** The facts of the work that its invoice keeps. Source: contract "Charges, exactly" 7. */
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
 * Finds the work behind an invoice again among all recorded work of its tickets, in its state of that time: without
 * later work, with work that was taken back since. Also answers lost and changed work. Source: contract M2, M5.
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

/** Charging refuses work of an unknown ticket. The lost ticket is reported anyway. */
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
