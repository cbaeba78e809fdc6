import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import type { InvoiceId, PersonId } from "../../core/values/ids.ts";
import { monthOf } from "../../core/values/month.ts";
import { codeOf } from "../../test/support/act.ts";
import { makeStaff, type TestOrganisation } from "../../test/support/make-organisation.ts";
import { asStaff, issueMonthOf, makeProvider, makeSeptemberWork, readInvoice } from "../../test/support/make-work.ts";
import { startTestServer, type TestServer } from "../../test/support/start-test-server.ts";
import { inTransaction } from "../db/transaction.ts";
import { issueInvoice } from "./issue-invoice.ts";
import { proposeForOrganisation } from "./propose.ts";
import { reconcile } from "./reconcile.ts";

const month = monthOf("2026-09");
const novemberFirst = "2026-11-01T08:00Z";

describe("what guards issued invoices", () => {
  let server: TestServer;
  let administrator: PersonId;
  beforeAll(async () => {
    server = await startTestServer(inject("ownerUrl"));
    await makeProvider(server.services);
    administrator = await makeStaff(server.services, "administrator");
  });
  afterAll(async () => server.close());

  const administratorActor = () => ({ kind: "administrator", personId: administrator }) as const;

  const issue = async (organisation: TestOrganisation, at = novemberFirst, of = month) =>
    issueMonthOf(server.services, administrator, { organisationId: organisation.id, month: of, at });

  it("lets one of two win that issue the same month at once", async () => {
    const organisation = await makeSeptemberWork(server.services);
    const answers = await Promise.all([issue(organisation), issue(organisation)]);
    expect(answers.filter((answer) => answer.startsWith("2026-"))).toHaveLength(1);
    expect(answers.filter((answer) => answer === "nothing-to-invoice" || answer === "preview-outdated")).toHaveLength(
      1,
    );
  });

  it("numbers without a gap when ten are issued at once and others fail between number and commit (R13)", async () => {
    const organisations = await Promise.all(Array.from({ length: 10 }, async () => makeSeptemberWork(server.services)));
    const broken = await Promise.all(Array.from({ length: 3 }, async () => makeSeptemberWork(server.services)));
    const failing = broken.map(async (organisation) =>
      asStaff(server.services, administratorActor(), Temporal.Instant.from(novemberFirst), async (work) => {
        const { fingerprint } = await proposeForOrganisation(work, { organisationId: organisation.id, month });
        const issued = await issueInvoice(work, { organisationId: organisation.id, month, fingerprint });
        throw new Error(`the power went out: ${codeOf(issued)}`);
      }),
    );
    const [numbers, failures] = await Promise.all([
      Promise.all(organisations.map(async (organisation) => issue(organisation))),
      Promise.allSettled(failing),
    ]);
    expect(failures.map((failure) => failure.status === "rejected" && String(failure.reason))).toEqual(
      Array(3).fill("Error: the power went out: ok"),
    );
    expect(new Set(numbers).size).toBe(10);
    await inTransaction(server.services.databases, { kind: "system" }, async (tx) => {
      const { rows } = await sql<{
        place: number;
      }>`select split_part(number, '-', 2)::integer as place from invoices order by number`.execute(tx);
      expect(rows.map((row) => row.place)).toEqual(rows.map((_, index) => index + 1));
      const counter = await tx
        .selectFrom("invoice_counters")
        .select("lastNumber")
        .where("year", "=", 2026)
        .executeTakeFirstOrThrow();
      expect(counter.lastNumber).toBe(rows.length);
    });
  });

  it("keeps nothing that does not reconcile with what is stored (R16)", async () => {
    const number = await issue(await makeSeptemberWork(server.services));
    const reconcileChanged = async (lineChange: string, invoiceChange: string, vatChange: string) =>
      inTransaction(server.services.databases, { kind: "system" }, async (tx) => {
        const id = randomUUID() as InvoiceId;
        const from = sql`from invoices where number = ${number}`;
        await sql`insert into invoices (organisation_id, id, number, kind, month, issued_on, due_on, subtotal_cents, vat_cents, total_cents, snapshot, issued_by, issued_at)
          select organisation_id, ${id}, '2026-9999', kind, month, issued_on, due_on, ${sql.raw(invoiceChange)}, snapshot, issued_by, issued_at ${from}`.execute(
          tx,
        );
        await sql`insert into invoice_vat select organisation_id, ${id}, 'standard', 21, ${sql.raw(vatChange)} ${from}`.execute(
          tx,
        );
        await sql`insert into invoice_lines (organisation_id, invoice_id, position, month, ticket_id, kind, rate_window, window_names, vat_category, vat_percent, hourly_rate_cents, minutes_total, minutes_before, amount_total_cents, amount_before_cents, amount_cents, reasons)
          select organisation_id, ${id}, position, month, ticket_id, kind, rate_window, window_names, vat_category, vat_percent, hourly_rate_cents, ${sql.raw(lineChange)}, reasons
          from invoice_lines where invoice_id = (select id ${from})`.execute(tx);
        await reconcile(tx, id);
      });
    const lineAgain = "minutes_total, minutes_before, amount_total_cents, amount_before_cents, amount_cents";
    const invoiceAgain = "subtotal_cents, vat_cents, total_cents";
    const vatAgain = "subtotal_cents, vat_cents";
    await expect(reconcileChanged(lineAgain, invoiceAgain, vatAgain)).rejects.toThrow(
      "line 1 does not follow from what was invoiced before",
    );
    const nothingMore = "minutes_total, minutes_total, amount_total_cents, amount_total_cents, 0";
    await expect(reconcileChanged(nothingMore, invoiceAgain, vatAgain)).rejects.toThrow(
      "the lines do not add up to the total",
    );
    await expect(reconcileChanged(nothingMore, "0, 1, 1", "0, 0")).rejects.toThrow("the VAT is not that of its rates");
    await expect(reconcileChanged(nothingMore, "0, 1, 1", "0, 1")).rejects.toThrow("is not that of its lines");
    await expect(
      reconcileChanged(
        "minutes_total + 1, minutes_total, amount_total_cents, amount_total_cents, 0",
        "0, 0, 0",
        "0, 0",
      ),
    ).rejects.toThrow("is not its minutes at its rate");
  });

  it("never changes afterwards: the desk's role and the owner are both refused (R13)", async () => {
    const number = await issue(await makeSeptemberWork(server.services));
    for (const statement of [
      sql`update invoices set total_cents = 0, subtotal_cents = 0, vat_cents = 0`,
      sql`delete from invoices`,
      sql`update invoice_lines set reasons = '[]'`,
      sql`delete from invoice_lines`,
      sql`truncate invoice_lines`,
    ])
      await expect(
        inTransaction(server.services.databases, { kind: "system" }, async (tx) => statement.execute(tx)),
      ).rejects.toThrow("permission denied");
    const owner = new Client({ connectionString: server.ownerUrl });
    await owner.connect();
    try {
      for (const statement of [
        "update invoices set total_cents = 0, subtotal_cents = 0, vat_cents = 0",
        "delete from invoice_lines",
        "truncate invoices cascade",
      ])
        expect(await refusalOf(owner, statement)).toContain("never changes");
    } finally {
      await owner.end();
    }
    expect((await readInvoice(server.services, number)).invoice.totalCents).toBe(13_108n);
  });
});

/** The database's code of refusal. A statement that met another's work on the same tables is tried once more. */
async function refusalOf(client: Client, statement: string): Promise<string> {
  for (;;) {
    const said = await client.query(statement).then(
      () => "nothing",
      (error: unknown) => String(error),
    );
    if (!said.includes("deadlock detected")) return said;
  }
}
