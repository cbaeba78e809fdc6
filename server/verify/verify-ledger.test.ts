import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { type FullOrganisation, makeFullOrganisation } from "../../test/support/full-organisation.ts";
import { startTestServer, type TestServer } from "../../test/support/start-test-server.ts";
import { type Database, openDatabase, openPool } from "../db/connect.ts";
import { verifyInvoices } from "./verify-invoices.ts";
import { verifyLedger } from "./verify-ledger.ts";
import { verifyNumbers } from "./verify-numbers.ts";
import { verifyTerms } from "./verify-terms.ts";

const tables = [
  "invoices",
  "invoice_lines",
  "invoice_vat",
  "invoice_payments",
  "invoice_sendings",
  "invoice_documents",
  "forgiven_charges",
  "terms",
  "events",
];

/** Somebody with the owner's password and triggers off leaves no line that its neighbours give away. */
describe("what was issued, paid, sent, forgiven and published", () => {
  let server: TestServer;
  let owner: Database;
  let close: () => Promise<void>;
  let full: FullOrganisation;
  let credit: string;
  beforeAll(async () => {
    server = await startTestServer(inject("ownerUrl"));
    full = await makeFullOrganisation(server);
    const pool = openPool({ url: server.ownerUrl, max: 1, name: "verify", onError: () => undefined });
    owner = openDatabase(pool);
    close = async () => pool.end();
    const found = await sql<{ number: string }>`select number from invoices where kind = 'credit-note'`.execute(owner);
    credit = found.rows[0]?.number ?? "";
  });
  afterAll(async () => {
    await close();
    await server.close();
  });

  /** The reports after a change, which is then undone. */
  async function saidAfter(change: string): Promise<readonly string[]> {
    const tx = await owner.startTransaction().execute();
    try {
      for (const table of tables) await sql.raw(`alter table ${table} disable trigger user`).execute(tx);
      for (const statement of change.split("; ")) await sql.raw(statement).execute(tx);
      const said: string[] = [];
      const report = (problem: string) => void said.push(problem.replaceAll("\u00a0", " "));
      await verifyInvoices(tx, full.id, { files: null, report });
      await verifyLedger(tx, full.id, report);
      await verifyNumbers(tx, report);
      await verifyTerms(tx, report);
      return said;
    } finally {
      await tx.rollback().execute();
    }
  }

  it("is found as it was left", async () => {
    expect(await saidAfter("select 1")).toEqual([]);
  });

  const deleteFrom = (where: string) =>
    [
      `delete from forgiven_charges where credit_note_id in (select id from invoices where ${where})`,
      ...["invoice_lines", "invoice_vat", "invoice_payments", "invoice_sendings", "invoice_documents"].map(
        (table) => `delete from ${table} where invoice_id in (select id from invoices where ${where})`,
      ),
      `delete from invoices where ${where}`,
    ].join("; ");

  it("names an invoice that was cut off the end, though its number was given back", async () => {
    const said = await saidAfter(
      `${deleteFrom("kind = 'credit-note'")}; update invoice_counters set last_number = last_number - 1`,
    );
    expect(said).toEqual([`${credit}: an event says that it was issued, and it is gone`]);
  });

  it("names all that is gone where nothing is left of it", async () => {
    const said = await saidAfter(`${deleteFrom("true")}; update invoice_counters set last_number = 0`);
    expect(said.filter((problem) => problem.includes("issued"))).toHaveLength(2);
  });

  const rename = `update invoices set snapshot = jsonb_set(snapshot, '{document,customer,name}', '"Another"') where kind = 'invoice'`;
  const vouch = `select record_event(organisation_id, gen_random_uuid(), now(), 'invoice-issued', id::text, true, jsonb_build_object('number', number,
    'totalCents', total_cents::text, 'snapshot', encode(sha256(convert_to(snapshot::text, 'UTF8')), 'hex'))) from invoices where kind = 'invoice'`;

  it("goes by the first event of an issue, and names a second", async () => {
    expect(await saidAfter(`${rename}; ${vouch}`)).toEqual([
      `${full.invoiceNumber}: what it keeps of its issue is not what the event of its issue vouches for`,
      `${full.invoiceNumber}: 2 events say that it was issued`,
    ]);
  });

  it("names an issue whose event was emptied", async () => {
    const erase =
      "delete from event_payloads p using events e where e.id = p.event_id and e.kind in ('invoice-issued', 'invoice-paid')";
    expect(await saidAfter(`${rename}; ${erase}`)).toEqual([
      `${full.invoiceNumber}: what the event of its issue says was erased`,
      expect.stringMatching(/: a payment of €1\.00 on \S+, the events say no payment$/),
      expect.stringMatching(/: no payment, the events say a payment that was erased$/),
    ]);
  });

  it.each([
    ["is gone", "delete from invoice_payments", /^\S+: no payment, the events say a payment of €1\.00 on \S+$/],
    [
      "became another amount",
      "update invoice_payments set amount_cents = 23418",
      /^\S+: a payment of €234\.18 on \S+, the events say a payment of €1\.00 on \S+$/,
    ],
    [
      "was added",
      `insert into invoice_payments select (jsonb_populate_record(p, jsonb_build_object('id', gen_random_uuid()))).* from invoice_payments p`,
      /^\S+: a payment of €1\.00 on \S+, the events say no payment$/,
    ],
  ])("names a payment that %s (M3)", async (_, change, expected) => {
    expect(await saidAfter(change)).toEqual([expect.stringMatching(expected)]);
  });

  it("names a sending that is gone, and one that never was (M3)", async () => {
    expect(await saidAfter("delete from invoice_sendings")).toEqual([
      `${full.invoiceNumber}: an event says that it was sent, and that is gone`,
    ]);
    const add =
      "insert into invoice_sendings select organisation_id, id, now() from invoices where kind = 'credit-note'";
    expect(await saidAfter(add)).toEqual([`${credit}: no event says that it was sent`]);
  });

  it("names what was forgiven of a ticket that the credit is not about (CE7)", async () => {
    const copy = `insert into tickets (organisation_id, id, reference, title, description, created_by, created_at, month, number_in_month, is_additional,
      terms_year, start_fee_minutes, authorised_minutes, waiting_since, last_activity_at) select organisation_id, gen_random_uuid(), 'K00-00001', title,
      description, created_by, created_at, month, 999, false, terms_year, 15, 135, waiting_since, last_activity_at from tickets limit 1`;
    const forgive = `insert into forgiven_charges select (jsonb_populate_record(f, jsonb_build_object('position', 2, 'amount_cents', 100000,
      'ticket_id', (select id from tickets where reference = 'K00-00001')))).* from forgiven_charges f`;
    expect(await saidAfter(`${copy}; ${forgive}`)).toEqual([
      `${credit}: it forgave €1,000.00 (2) of a ticket that is not on the invoice it credits`,
    ]);
  });

  it("names a number that is none, and goes on", async () => {
    const said = await saidAfter(
      "alter table invoices drop constraint invoices_number_check; update invoices set number = 'none' where kind = 'credit-note'",
    );
    expect(said).toContain("none: that is no number of an invoice");
  });

  it("names a setting of the terms that no line rests on yet (K5)", async () => {
    const change = `update terms set data = jsonb_set(data, '{researchWarnings}', '[1]')`;
    expect(await saidAfter(change)).toEqual([
      expect.stringMatching(/^terms of \d{4}: researchWarnings is not what was/),
    ]);
    const withoutInvoices = `${deleteFrom("true")}; ${change}`;
    expect(await saidAfter(withoutInvoices)).toContainEqual(expect.stringMatching(/^terms of \d{4}: researchWarnings/));
  });
});
