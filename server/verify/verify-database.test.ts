import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import type { InvoiceId, PersonId } from "../../core/values/ids.ts";
import { monthOf } from "../../core/values/month.ts";
import { act, codeOf, consultant, seated } from "../../test/support/act.ts";
import { query } from "../../test/embedded.ts";
import { makeOrganisation, makeStaff, type TestOrganisation } from "../../test/support/make-organisation.ts";
import { createTicketAt, issueMonthOf, logWork, makeProvider } from "../../test/support/make-work.ts";
import { startTestServer, type TestServer } from "../../test/support/start-test-server.ts";
import { openDatabase, openPool } from "../db/connect.ts";
import { openDiskFiles } from "../files/disk-files.ts";
import { invoiceDocument } from "../invoices/make-document.ts";
import { agreeOutsideHours } from "../tickets/agree-outside-hours.ts";
import { voidTimeEntry } from "../time/void-time-entry.ts";
import { type VerifiedDatabase, verifyDatabase } from "./verify-database.ts";

const september = monthOf("2026-09");
const october = monthOf("2026-10");

/**
 * An organisation with some months of life: late work, work taken back, and an agreement that came after an invoice.
 */
interface Lived {
  readonly organisation: TestOrganisation;
  readonly reference: string;
  readonly first: string;
  readonly second: string;
}

describe("verifying a whole database", () => {
  let server: TestServer;
  let helper: PersonId;
  let administrator: PersonId;
  let lived: Lived;
  beforeAll(async () => {
    server = await startTestServer(inject("ownerUrl"));
    await makeProvider(server.services);
    helper = await makeStaff(server.services);
    administrator = await makeStaff(server.services, "administrator");
    lived = await live();
  });
  afterAll(async () => server.close());

  async function live(): Promise<Lived> {
    const { services } = server;
    const organisation = await makeOrganisation(services);
    const { reference } = await createTicketAt(services, organisation, { at: "2026-09-07T09:00+02:00" });
    const log = async (start: string, end: string, at = end) =>
      logWork(services, helper, { reference, step: "research", start, end, at });
    const issue = async (month: typeof september, at: string) =>
      issueMonthOf(services, administrator, { organisationId: organisation.id, month, at });
    const taken = await log("2026-09-07T10:00+02:00", "2026-09-07T10:07+02:00");
    await log("2026-09-07T19:00+02:00", "2026-09-07T19:11+02:00");
    const first = await issue(september, "2026-10-01T08:00Z");
    // From here on no change may make the first invoice look wrong.
    await log("2026-09-30T14:00+02:00", "2026-09-30T14:09+02:00", "2026-10-01T12:00Z");
    await act(
      services,
      seated(organisation),
      async (work) => agreeOutsideHours(work, { reference }),
      Temporal.Instant.from("2026-10-02T08:00Z"),
    );
    await log("2026-10-02T19:00+02:00", "2026-10-02T19:20+02:00");
    const voided = await act(
      services,
      consultant(helper),
      async (work) => voidTimeEntry(work, { reference, id: taken, reason: "Verkeerd ticket." }),
      Temporal.Instant.from("2026-10-03T08:00Z"),
    );
    expect(codeOf(voided)).toBe("ok");
    const second = await issue(october, "2026-11-01T08:00Z");
    // The queue makes the PDFs too, at a moment of its own. Made here, both exist before anything looks at one.
    for (const number of [first, second]) {
      await invoiceDocument(services, { organisationId: organisation.id, invoiceId: await invoiceIdOf(number) });
    }
    return { organisation, reference, first, second };
  }

  async function verify(): Promise<VerifiedDatabase & { readonly said: readonly string[] }> {
    const pool = openPool({ url: server.ownerUrl, max: 1, name: "verify", onError: () => undefined });
    const said: string[] = [];
    try {
      const files = openDiskFiles(`${server.dataDirectory}/files`);
      const report = (problem: string) => said.push(problem.replaceAll("\u00a0", " "));
      return { ...(await verifyDatabase(openDatabase(pool), { files, report })), said };
    } finally {
      await pool.end();
    }
  }

  /** A change by somebody with the owner's password, with triggers off. */
  async function tamper(statement: string): Promise<void> {
    const tables = [
      "invoices",
      "invoice_lines",
      "time_entries",
      "tickets",
      "events",
      "invoice_vat",
      "invoice_documents",
      "invoice_sendings",
    ];
    const triggers = (how: string) => tables.map((table) => `alter table ${table} ${how} trigger user;`).join(" ");
    const change = statement
      .replaceAll("$line", `invoice_id = ${idOf(lived.first)} and position = 2`)
      .replaceAll("$first", idOf(lived.first))
      .replaceAll("$organisation", `'${lived.organisation.id}'`);
    await query(server.ownerUrl, `begin; ${triggers("disable")} ${change}; ${triggers("enable")} commit`);
  }

  async function invoiceIdOf(number: string): Promise<InvoiceId> {
    const [[id] = []] = await query(server.ownerUrl, `select id from invoices where number = '${number}'`);
    return String(id) as InvoiceId;
  }

  function idOf(number: string): string {
    return `(select id from invoices where number = '${number}')`;
  }

  it("finds nothing where everything is as it was issued", async () => {
    const { said, ...verified } = await verify();
    expect(said).toEqual([]);
    expect(verified).toMatchObject({ organisations: 1, invoices: 2, lines: 4, problems: 0, absentDocuments: 0 });
    expect(verified.events).toBeGreaterThan(8);
  });

  const line = "line 2 ($reference, 2026-09, work, office, standard 21%)";

  it.each([
    [
      "a cent of a line",
      "update invoice_lines set amount_cents = amount_cents + 1, amount_total_cents = amount_total_cents + 1 where $line",
      "update invoice_lines set amount_cents = amount_cents - 1, amount_total_cents = amount_total_cents - 1 where $line",
      [
        `$first: ${line}: amount in all is €30.01, should be €30.00; amount is €30.01, should be €30.00`,
        "$first: its totals do not follow from its lines: total without VAT is €55.00, should be €55.01",
        "$first: line 2 of its document is not what is stored: amountCents is €30.00, should be €30.01",
        "$second: line 1 ($reference, 2026-09, work, office, standard 21%): amount before is €30.00, should be €30.01",
      ],
    ],
    [
      "a minute of an entry",
      "update time_entries set ends_at = ends_at + interval '1 minute' where organisation_id = $organisation and starts_at = '2026-09-07T17:00Z'",
      "update time_entries set ends_at = ends_at - interval '1 minute' where organisation_id = $organisation and starts_at = '2026-09-07T17:00Z'",
      [`$first: ${line}: minutes in all is 18, should be 19`, "$second: line 1"],
    ],
    [
      "the rate in a line's reason",
      "update invoice_lines set reasons = jsonb_set(reasons, '{-1,amountCents}', '3001') where $line",
      "update invoice_lines set reasons = jsonb_set(reasons, '{-1,amountCents}', '3000') where $line",
      [`$first: ${line}: reasons[2].amountCents is 3001, should be 3000`],
    ],
    [
      "an hourly rate",
      "update invoice_lines set hourly_rate_cents = 12500 where $line",
      "update invoice_lines set hourly_rate_cents = 10000 where $line",
      [
        `$first: ${line}: hourly rate is €125.00, should be €100.00`,
        "$first: line 2 of its document is not what is stored: rateCents is €100.00, should be €125.00",
      ],
    ],
    [
      "a figure of what was sent",
      `update invoices set snapshot = jsonb_set(snapshot, '{document,totalCents}', '"1"') where id = $first`,
      `update invoices set snapshot = jsonb_set(snapshot, '{document,totalCents}', to_jsonb(total_cents::text)) where id = $first`,
      [
        "$first: its document is not what is stored: total is €0.01, should be €66.55",
        "$first: what it keeps of its issue is not what the event of its issue vouches for",
      ],
    ],
    [
      "an invoice of which nothing is kept",
      "update invoices set snapshot = '{}' where id = $first",
      "",
      ["$first: cannot be read: an invoice without a snapshot"],
    ],
    [
      "an agreement to other hours that the ticket does not have",
      "update tickets set outside_hours_agreed_at = outside_hours_agreed_at + interval '1 day' where organisation_id = $organisation",
      "update tickets set outside_hours_agreed_at = outside_hours_agreed_at - interval '1 day' where organisation_id = $organisation",
      ["$second: the agreement to other hours on $reference is 2026-10-03T08:00:00Z, was 2026-10-02T08:00:00Z"],
    ],
    [
      "an entry left out of what it was made from",
      "update invoices set snapshot = jsonb_set(snapshot, '{work,entries}', (snapshot #> '{work,entries}') - 0) where id = $first",
      "",
      ["$first: line 2", "$first: what it keeps of its issue is not what the event of its issue vouches for"],
    ],
  ])("names %s", async (_, statement, undo, expected) => {
    await query(server.ownerUrl, "create table kept as select id, snapshot from invoices");
    await tamper(statement);
    const { said, problems } = await verify();
    await tamper(undo === "" ? "update invoices i set snapshot = k.snapshot from kept k where k.id = i.id" : undo);
    await query(server.ownerUrl, "drop table kept");
    const named = expected.map((text) =>
      text
        .replaceAll("$first", lived.first)
        .replaceAll("$second", lived.second)
        .replaceAll("$reference", lived.reference),
    );
    expect(said.map((text, index) => text.slice(0, named[index]?.length))).toEqual(named);
    expect(problems).toBe(named.length);
    expect((await verify()).said).toEqual([]);
  });

  it("derives invoices of the first version, which kept no list of their work, from what was recorded by then", async () => {
    await query(server.ownerUrl, "create table kept as select id, snapshot from invoices");
    await tamper("update invoices set snapshot = snapshot - 'work'");
    const { said } = await verify();
    await tamper("update invoices i set snapshot = k.snapshot from kept k where k.id = i.id");
    await query(server.ownerUrl, "drop table kept");
    const vouches = "what it keeps of its issue is not what the event of its issue vouches for";
    expect(said).toEqual([`${lived.first}: ${vouches}`, `${lived.second}: ${vouches}`]);
  });

  it("reads the PDFs that were made, where they are", async () => {
    expect((await verify()).said).toEqual([]);
    const [[key] = []] = await query(
      server.ownerUrl,
      `select storage_key from invoice_documents where invoice_id = ${idOf(lived.first)}`,
    );
    const path = join(server.dataDirectory, "files", String(key).slice(0, 2), String(key).slice(2, 4), String(key));
    const bytes = await readFile(path);
    await writeFile(path, "another");
    expect((await verify()).said).toEqual([expect.stringMatching(`^${lived.first}: its PDF has the hash`)]);
    await rm(path);
    expect(await verify()).toMatchObject({ problems: 0, absentDocuments: 1 });
    await writeFile(path, bytes);
  });

  it("names an event whose payload was rewritten", async () => {
    const at =
      "organisation_id = $organisation and event_id = (select id from events where organisation_id = $organisation and sequence = 4)";
    await tamper(`update event_payloads set payload = payload || '{"reason": "another"}' where ${at}`);
    const { said } = await verify();
    await tamper(`update event_payloads set payload = payload - 'reason' where ${at}`);
    const { name, id } = lived.organisation;
    expect(said).toEqual([`events of ${name} (${id}): event 4: its payload is not what was written`]);
    expect((await verify()).said).toEqual([]);
  });

  it("names an entry that is gone, and what does not follow without it", async () => {
    const [[found] = []] = await query(
      server.ownerUrl,
      `select id from time_entries where starts_at = '2026-10-02T17:00Z' and organisation_id = '${lived.organisation.id}'`,
    );
    const id = String(found);
    await tamper(`delete from busy_times where entry_id = '${id}'; delete from time_entries where id = '${id}'`);
    expect((await verify()).said).toEqual([
      `${lived.second}: time entry ${id} that it was made from is gone`,
      `${lived.second}: line 2 (${lived.reference}, 2026-10, work, outside, standard 21%) does not follow from anything: 0:20 h, €41.67`,
    ]);
  });

  it("names an invoice that is gone, and a counter that is not at the last number", async () => {
    await tamper(
      `delete from invoice_lines where invoice_id = $first; delete from invoice_vat where invoice_id = $first; delete from invoice_documents where invoice_id = $first; delete from invoice_sendings where invoice_id = $first; delete from invoices where number = '${lived.first}'`,
    );
    await query(server.ownerUrl, "update invoice_counters set last_number = last_number + 3");
    const { said } = await verify();
    expect(said).toContain(`numbers of 2026: there is no ${lived.first}`);
    expect(said).toContain("numbers of 2026: the counter is at 5, the last invoice is number 2");
  });
});
