import { setImmediate as nextTurn } from "node:timers/promises";
import type pg from "pg";
import { openClient } from "../../server/db/open-client.ts";
import { createChance } from "./chance.ts";
import { addChain } from "./chain.ts";
import { collectRows } from "./copy-rows.ts";
import { addHouse } from "./house.ts";
import { addInvoice, addInvoiceCounters, byMonth } from "./invoices.ts";
import type { Loading } from "./loading.ts";
import { addMails } from "./mails.ts";
import { addOrganisation } from "./organisations.ts";
import { makePlan } from "./plan.ts";
import { tablesOf, withoutChecks } from "./without-checks.ts";
import { addSignIns } from "./sign-ins.ts";
import { addTicket } from "./tickets.ts";

export interface ToLoad {
  /** In whole thousands. */
  readonly tickets: number;
  /** The same seed and moment give the same rows. */
  readonly seed?: string;
  /** The moment at which the history ends. */
  readonly now?: Temporal.Instant;
}

/** Rows are sent when this many wait. */
const rowsAtOnce = 40_000;

/**
 * Fills a migrated database without customers by COPY, in one transaction: a hundredth as many organisations as tickets, at
 * least ten, with two years of history up to now. Of the tickets a hundredth and a half is open. Each month but the
 * last two is invoiced by the product's own charging. The chains of events are true, so `kwartier verify` can read all of it.
 *
 * It has no attachments' contents and no PDFs of invoices, no expenses, corrections, credit notes, running timers,
 * duplicates or additional tickets, no events of mails and articles, and nothing that an earlier version wrote.
 */
export async function loadDatabase(ownerUrl: string, { tickets, seed = "kwartier", now }: ToLoad): Promise<void> {
  const client = await openClient(ownerUrl);
  try {
    await client.query("begin");
    await withoutChecks(client, async () => addAll(client, { tickets, seed, now: now ?? Temporal.Now.instant() }));
    await client.query("select setval('ticket_references', $1)", [tickets]);
    // As the trigger of each invoice and payment would have.
    await client.query(`update organisations o set open_cents =
      coalesce((select sum(i.total_cents) from invoices i where i.organisation_id = o.organisation_id), 0)
      - coalesce((select sum(p.amount_cents) from invoice_payments p where p.organisation_id = o.organisation_id), 0)`);
    await client.query("commit");
    await client.query(`vacuum (analyze) ${(await tablesOf(client)).join(", ")}`);
  } finally {
    await client.end();
  }
}

async function addAll(client: pg.Client, { tickets, seed, now }: Required<ToLoad>): Promise<void> {
  const [rows, chance, plan] = [collectRows(), createChance(seed), makePlan(tickets, now)];
  const loading: Loading = { rows, chance, plan, house: addHouse({ rows, chance, plan }) };
  addInvoiceCounters(loading);
  let sending = Promise.resolve();
  for (let place = 0; place < plan.organisations; place += 1) {
    addCustomer(loading, place);
    // Lets the rows before go out while the next ones are made.
    await nextTurn();
    if (rows.size < rowsAtOnce) continue;
    await sending;
    sending = rows.send(client);
    // A failure is heard at the next sending.
    sending.catch(() => undefined);
  }
  await sending;
  await rows.send(client);
}

function addCustomer(loading: Loading, place: number): void {
  const { rows, plan } = loading;
  const customer = addOrganisation(loading, place);
  const slots = Map.groupBy(plan.slotsOf(place), ({ month }) => month);
  const works = [...slots].flatMap(([month, ofMonth]) => {
    const lastCreatedAt = new Date(ofMonth.at(-1)?.start ?? plan.now).toISOString();
    rows.add("month_counters", { organisationId: customer.id, month, lastNumber: ofMonth.length, lastCreatedAt });
    return ofMonth.map((slot, index) => addTicket(loading, customer, { slot, numberInMonth: index + 1 }));
  });
  for (const [month, ofMonth] of byMonth(works))
    if (plan.invoiced.has(month)) addInvoice(loading, customer, month, ofMonth);
  addMails(loading, customer);
  addSignIns(loading, customer);
  addChain(loading, customer.id, customer.happenings);
}
