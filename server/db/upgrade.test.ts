import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { defaultTerms } from "../../core/contracts/terms.ts";
import { explainCharge } from "../charges/explain-charge.ts";
import { findTerms } from "../contracts/read-contracts.ts";
import { verifyTerms } from "../verify/verify-terms.ts";
import { findInvoice } from "../invoices/read-invoices.ts";
import { createTestDatabase, type TestDatabase } from "../../test/database.ts";
import { query } from "../../test/embedded.ts";
import { packageRoot } from "../root.ts";
import { openDatabase, openPool } from "./connect.ts";
import { migrate } from "./migrate.ts";
import { ensureRoles } from "./roles.ts";
import { inTransaction } from "./transaction.ts";

const uuid = (place: number) => `0198c0de-0000-7000-8000-00000000000${place}`;
const [organisation, person, ticket, invoice, entry] = [uuid(1), uuid(2), uuid(3), uuid(4), uuid(5)];

/** The terms and the invoice as the first version stored them. */
const oldTerms = {
  year: 2026,
  timeZone: "Europe/Amsterdam",
  rates: { office: 10_000, outside: 12_500, "weekend-holiday": 14_500 },
  additionalTicketRate: 11_500,
  additionalTicketRule: "at-least",
  ticketsPerMonth: 15,
  startFeeMinutes: 15,
  authorisedMinutes: 135,
  researchMinutes: 120,
  workOrderLimitMinutes: 480,
  vatPercent: 21,
  officeOpens: "09:00",
  officeCloses: "17:00",
  liberationDay: "lustrum",
  noticeMonths: 0,
  pickupAim: { days: 3, kind: "calendar" },
  paymentDays: 14,
};
const oldDocument = {
  language: "nl",
  kind: "invoice",
  number: "2026-0001",
  issuedOn: "2026-11-01",
  dueOn: "2026-11-15",
  monthLabel: "oktober 2026",
  customer: { name: "Bakkerij", addressLines: [] },
  lines: [{ reference: "K26-00001", title: "Outlook" }],
  subtotalCents: "1166",
  vatPercent: 21,
  vatCents: "245",
  totalCents: "1411",
};
const oldReasons = [
  {
    rule: "M4",
    kind: "window-minutes",
    window: "office",
    minutes: 14,
    entries: [
      { entryId: entry, step: "research", start: "2026-10-01T08:00:00Z", end: "2026-10-01T08:14:00Z", minutes: 14 },
    ],
  },
  { rule: "CE4", kind: "amount", minutes: 14 },
  { rule: "CE7", kind: "already-invoiced", minutesTotal: 14, minutesBefore: 7 },
];

const text = (value: unknown) => `'${JSON.stringify(value)}'`;

const oldTicket = (id: string, reference: string, number: number) => `
  insert into tickets (organisation_id, id, reference, title, description, created_by, created_at, month, number_in_month, is_additional,
    terms_year, start_fee_minutes, authorised_minutes, waiting_since, last_activity_at)
    values ('${organisation}', '${id}', '${reference}', 'Outlook', 'Stuk', '${person}', '2026-10-01T07:00Z', '2026-10', ${number}, false, 2026, 15, 135, now(), now());
`;

const oldRows = `
  insert into terms values (2026, ${text(oldTerms)}, now());
  insert into terms values (2027, ${text({ ...oldTerms, year: 2027, timeZone: "America/New_York" })}, now());
  insert into people (id, name, mail_address, created_at) values ('${person}', 'Jo', 'jo@bakkerij.example', now());
  insert into organisations (organisation_id, name, invoice_mail_address, created_at) values ('${organisation}', 'Bakkerij', 'jo@bakkerij.example', now());
  insert into contracts values ('${organisation}', '${uuid(6)}', 2026, '2026-01-10', '${person}', '2026-02-01', '2026-12-31');
  ${oldTicket(ticket, "K26-00001", 1)}
  insert into invoices values ('${organisation}', '${invoice}', '2026-0001', 'invoice', '2026-10', '2026-11-01', '2026-11-15', 1166, 21, 245, 1411,
    ${text({ document: oldDocument, terms: oldTerms })}, null, now());
  insert into invoice_lines values ('${organisation}', '${invoice}', 1, '2026-10', '${ticket}', 'work', 'office', 21, 10000, 14, 7, 2333, 1167, 1166, ${text(oldReasons)});
`;

describe("a database of the first version", () => {
  let database: TestDatabase;
  let pool: ReturnType<typeof openPool>;
  beforeAll(async () => {
    database = await createTestDatabase({ ownerUrl: inject("ownerUrl") });
    const urls = await ensureRoles(database.ownerUrl);
    const folder = mkdtempSync(join(tmpdir(), "kwartier-first-"));
    cpSync(join(packageRoot, "migrations/0001_house.sql"), join(folder, "0001_house.sql"));
    await migrate(database.ownerUrl, folder);
    rmSync(folder, { recursive: true, force: true });
    await query(database.ownerUrl, oldRows);
    await migrate(database.ownerUrl);
    pool = openPool({ url: urls.desk, name: "test", max: 2, onError: () => undefined });
  });
  afterAll(async () => {
    await pool.end();
    await database.drop();
  });
  const asDesk: <Value>(run: Parameters<typeof inTransaction<Value>>[2]) => Promise<Value> = async (run) => {
    const desk = openDatabase(pool);
    return inTransaction({ portal: desk, desk }, { kind: "system" }, run);
  };

  it("has its terms as windows of data, and they are those of the contract (M4, K5)", async () => {
    expect(await asDesk(async (tx) => findTerms(tx, 2026))).toEqual(defaultTerms(2026));
  });

  it("keeps terms that were published with another time zone, names them to who verifies, and takes no more (M4)", async () => {
    const elsewhere = { ...defaultTerms(2027), timeZone: "America/New_York" };
    expect(await asDesk(async (tx) => findTerms(tx, 2027))).toEqual(elsewhere);
    const problems: string[] = [];
    await asDesk(async (tx) => verifyTerms(tx, (problem) => problems.push(problem)));
    expect(problems).toEqual([
      "terms of 2027: their time zone is America/New_York, and not Europe/Amsterdam, the provider's",
    ]);
    const insert = (data: string) => query(database.ownerUrl, `insert into terms values (2028, ${data}, now())`);
    for (const data of [text({ ...elsewhere, windows: [], additionalTicketRate: 1, year: 2028 }), "'{}'"])
      await expect(insert(data)).rejects.toMatchObject({ constraint: "terms_time_zone" });
  });

  it("shows an invoice as it was, with its VAT and the sums behind its lines (R13, CE5, CE7)", async () => {
    const found = await asDesk(async (tx) => findInvoice(tx, "2026-0001"));
    expect(found?.vat).toEqual([{ category: "standard", percent: 21, subtotalCents: 1166n, vatCents: 245n }]);
    const [line] = found?.lines ?? [];
    expect(line).toMatchObject({ kind: "work", window: "office", vat: { category: "standard", percent: 21 } });
    const sentences = line === undefined ? [] : explainCharge({ ...line, amountCents: line.amountTotalCents }, "nl");
    expect(sentences.join(" ").replaceAll("\u00a0", " ")).toContain("0:14 u × € 100,00 per uur = € 23,33");
    expect(sentences.join(" ").replaceAll("\u00a0", " ")).toContain("eerder gefactureerd was 0:07 u (€ 11,67)");
  });

  it("reads what was written then as the Markdown it was, and what is written from now on as it is typed", async () => {
    const markups = async () => query(database.ownerUrl, "select markup from tickets order by reference");
    expect(await markups()).toEqual([["markdown"]]);
    await query(database.ownerUrl, oldTicket(uuid(7), "K26-00002", 2));
    expect(await markups()).toEqual([["markdown"], ["as-typed"]]);
  });

  it("still never changes what was issued", async () => {
    await expect(query(database.ownerUrl, "delete from invoice_lines")).rejects.toThrow("never changes");
    await expect(query(database.ownerUrl, "update terms set year = 2027")).rejects.toThrow("never changes");
  });
});
