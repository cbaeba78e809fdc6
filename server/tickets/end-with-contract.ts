import { timeZone } from "../../core/calendar/time-zone.ts";
import type { System } from "../../core/access/actor.ts";
import { localDateIn } from "../../core/calendar/local-time.ts";
import type { ContractPeriod } from "../../core/contracts/period.ts";
import { contractEndFor, endWithContract } from "../../core/tickets/contract-end.ts";
import type { OrganisationId } from "../../core/values/ids.ts";
import { listPeriods } from "../contracts/list-periods.ts";
import { type Databases, inTransaction } from "../db/transaction.ts";
import { recordEvent } from "../events/record-event.ts";
import type { Work } from "../events/work.ts";
import type { Logger } from "../logger.ts";
import { listWithoutContract, lockOpenTickets } from "./list-without-contract.ts";
import { saveTicket } from "./save-ticket.ts";
import type { TicketRow } from "./read-ticket.ts";

interface Needs {
  readonly databases: Databases;
  readonly now: () => Temporal.Instant;
  readonly log: Logger;
}

const organisationsAtOnce = 100;
/** Keeps one organisation's transaction short. The next hour handles the rest. */
const ticketsAtOnce = 500;
const system: System = { kind: "system" };

/**
 * The job that closes open tickets under contracts that ended without another the next day ("Charges, exactly" 8), each
 * organisation in a transaction of its own. A second run finds none left.
 */
export async function endTickets({ databases, now, log }: Needs): Promise<void> {
  const today = localDateIn(now(), timeZone);
  let after: OrganisationId | null = null;
  let ended = 0;
  for (;;) {
    const asked = { today, after, limit: organisationsAtOnce };
    const found: readonly OrganisationId[] = await inTransaction(databases, system, async (tx) =>
      listWithoutContract(tx, asked),
    );
    for (const organisationId of found)
      ended += await inTransaction(databases, system, async (tx) =>
        endTicketsOf({ tx, actor: system, now, reacts: true }, organisationId),
      );
    after = found.at(-1) ?? null;
    if (found.length < organisationsAtOnce) break;
  }
  if (ended > 0) log.info({ ended }, "tickets ended with their contract");
}

/** Closes the tickets of one organisation whose contract ended; answers how many. */
async function endTicketsOf(work: Work<System>, organisationId: OrganisationId): Promise<number> {
  const tickets = await lockOpenTickets(work.tx, organisationId, ticketsAtOnce);
  const periods = await listPeriods(work.tx, organisationId);
  let ended = 0;
  for (const ticket of tickets) if (await endTicket(work, ticket, periods)) ended += 1;
  return ended;
}

async function endTicket(work: Work<System>, ticket: TicketRow, periods: readonly ContractPeriod[]): Promise<boolean> {
  const openSince = localDateIn(ticket.reopenedAt ?? ticket.createdAt, timeZone);
  const end = contractEndFor(openSince, periods, timeZone);
  const decided = end === null ? null : endWithContract(ticket, end, work.now());
  if (end === null || decided === null || !decided.ok || decided.value === null) return false;
  const { status, outcome, closedAt } = decided.value;
  await saveTicket(work.tx, ticket, { status, outcome, closedAt, lastActivityAt: work.now() });
  await recordEvent(work, {
    kind: "ticket-ended-with-contract",
    organisationId: ticket.organisationId,
    subject: ticket.id,
    payload: { reference: ticket.reference, title: ticket.title, endsOn: end.endsOn.toString() },
  });
  return true;
}
