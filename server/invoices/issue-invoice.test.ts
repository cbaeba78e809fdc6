import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import type { PersonId } from "../../core/values/ids.ts";
import { monthOf } from "../../core/values/month.ts";
import { query } from "../../test/embedded.ts";
import { act, codeOf, seated } from "../../test/support/act.ts";
import { makeOrganisation, makeStaff, type TestOrganisation } from "../../test/support/make-organisation.ts";
import {
  asStaff,
  createTicketAt,
  issueMonthOf,
  logWork,
  makeProvider,
  makeSeptemberWork,
  readInvoice,
} from "../../test/support/make-work.ts";
import { startTestServer, type TestServer } from "../../test/support/start-test-server.ts";
import { chargeTickets } from "../charges/charge-tickets.ts";
import { inTransaction } from "../db/transaction.ts";
import { voidTimeEntry } from "../time/void-time-entry.ts";
import { findReadableInvoice } from "./find-readable-invoice.ts";
import { issueInvoice } from "./issue-invoice.ts";
import { proposeForOrganisation } from "./propose.ts";

const month = monthOf("2026-09");
const novemberFirst = "2026-11-01T08:00Z";

describe("issuing invoices", () => {
  let server: TestServer;
  let administrator: PersonId;
  let consultant: PersonId;
  beforeAll(async () => {
    server = await startTestServer(inject("ownerUrl"));
    await makeProvider(server.services);
    administrator = await makeStaff(server.services, "administrator");
    consultant = await makeStaff(server.services);
  });
  afterAll(async () => server.close());

  const administratorActor = () => ({ kind: "administrator", personId: administrator }) as const;

  const issue = async (organisation: TestOrganisation, at = novemberFirst, of = month) =>
    issueMonthOf(server.services, administrator, { organisationId: organisation.id, month: of, at });

  it("charges the month, is due in 14 days and numbers from the year's counter (M2, M3)", async () => {
    const organisation = await makeSeptemberWork(server.services);
    const number = await issue(organisation);
    expect(number).toMatch(/^2026-\d{4}$/);
    const { invoice, lines } = await readInvoice(server.services, number);
    expect(lines.map((line) => [line.kind, line.minutesTotal, line.amountCents])).toEqual([
      ["start-fee", 15, 2500n],
      ["work", 50, 8333n],
    ]);
    expect(invoice).toMatchObject({ subtotalCents: 10_833n, vatCents: 2275n, totalCents: 13_108n });
    expect([invoice.issuedOn.toString(), invoice.dueOn.toString()]).toEqual(["2026-11-01", "2026-11-15"]);
    expect(await issue(organisation)).toBe("nothing-to-invoice");
  });

  it("refuses a month that is not over, until local midnight of the first", async () => {
    const organisation = await makeSeptemberWork(server.services);
    expect(await issue(organisation, "2026-09-30T21:59:59Z")).toBe("month-not-over");
    expect(await issue(organisation, "2026-09-30T22:00Z")).toMatch(/^2026-/);
  });

  it("refuses when work was added to what was seen", async () => {
    const organisation = await makeSeptemberWork(server.services);
    const seen = await asStaff(
      server.services,
      administratorActor(),
      Temporal.Instant.from(novemberFirst),
      async (work) => proposeForOrganisation(work, { organisationId: organisation.id, month }),
    );
    await logWork(server.services, consultant, {
      reference: organisation.reference,
      step: "research",
      start: "2026-09-08T10:00+02:00",
      end: "2026-09-08T10:07+02:00",
    });
    const issued = await asStaff(
      server.services,
      administratorActor(),
      Temporal.Instant.from(novemberFirst),
      async (work) => issueInvoice(work, { organisationId: organisation.id, month, fingerprint: seen.fingerprint }),
    );
    expect(issued).toMatchObject({ ok: false, refusal: { code: "preview-outdated" } });
  });

  it("refuses consultants, and organisations that do not exist", async () => {
    const organisation = await makeSeptemberWork(server.services);
    const asConsultant = await asStaff(
      server.services,
      { kind: "consultant", personId: consultant },
      Temporal.Instant.from(novemberFirst),
      async (work) => issueInvoice(work, { organisationId: organisation.id, month, fingerprint: "" }),
    );
    expect(asConsultant).toMatchObject({ ok: false, refusal: { code: "not-allowed" } });
    const unknown = await asStaff(
      server.services,
      administratorActor(),
      Temporal.Instant.from(novemberFirst),
      async (work) => issueInvoice(work, { organisationId: organisation.first as never, month, fingerprint: "" }),
    );
    expect(unknown).toMatchObject({ ok: false, refusal: { code: "not-found" } });
  });

  it("refuses a month that is not over or without work, and an invoice without a sender", async () => {
    const { id: organisationId } = await makeSeptemberWork(server.services);
    const issueOf = async (of: typeof month) =>
      asStaff(server.services, administratorActor(), Temporal.Instant.from(novemberFirst), async (work) => {
        const { fingerprint } = await proposeForOrganisation(work, { organisationId, month: of });
        return codeOf(await issueInvoice(work, { organisationId, month: of, fingerprint }));
      });
    expect(await issueOf(monthOf("2026-11"))).toBe("month-not-over");
    expect(await issueOf(monthOf("2026-08"))).toBe("nothing-to-invoice");
    await query(server.ownerUrl, "delete from provider_profile");
    expect(await issueOf(month)).toBe("provider-unknown");
    await makeProvider(server.services);
    expect(await issueOf(month)).toBe("ok");
  });

  it("shows an invoice to its own organisation alone", async () => {
    const organisation = await makeSeptemberWork(server.services);
    const other = await makeOrganisation(server.services);
    const number = await issue(organisation);
    const found = async (by: TestOrganisation, asked = number) =>
      codeOf(await act(server.services, seated(by), async (work) => findReadableInvoice(work, asked)));
    expect([await found(organisation), await found(other), await found(organisation, "2026-9999")]).toEqual([
      "ok",
      "not-found",
      "not-found",
    ]);
  });

  it("puts late entries of an invoiced month on the next invoice, dated as worked, with both totals (M2, CE7)", async () => {
    const organisation = await makeOrganisation(server.services);
    const { reference } = await createTicketAt(server.services, organisation, { at: "2026-09-07T09:00+02:00" });
    const log = async (start: string, end: string) =>
      logWork(server.services, consultant, { reference, step: "research", start, end });
    await log("2026-09-09T10:00+02:00", "2026-09-09T10:07+02:00");
    await issue(organisation, "2026-10-01T08:00Z");
    await log("2026-09-10T10:00+02:00", "2026-09-10T10:07+02:00");
    await log("2026-10-05T10:00+02:00", "2026-10-05T10:30+02:00");
    const { lines, invoice } = await readInvoice(
      server.services,
      await issue(organisation, novemberFirst, monthOf("2026-10")),
    );
    expect(
      lines.map((line) => [
        line.month,
        line.minutesTotal,
        line.minutesBefore,
        line.amountTotalCents,
        line.amountBeforeCents,
        line.amountCents,
      ]),
    ).toEqual([
      ["2026-09", 14, 7, 2333n, 1167n, 1166n],
      ["2026-10", 30, 0, 5000n, 0n, 5000n],
    ]);
    expect(invoice.month).toBe("2026-10");
  });

  it("leaves later work for later, whatever order months are issued in, and in the end all invoices are all charges", async () => {
    const organisation = await makeOrganisation(server.services);
    const { reference } = await createTicketAt(server.services, organisation, {
      at: "2026-08-31T23:30+02:00",
      outsideHoursAgreed: true,
    });
    await logWork(server.services, consultant, {
      reference,
      step: "research",
      start: "2026-08-31T23:40+02:00",
      end: "2026-09-01T00:20+02:00",
    });
    await logWork(server.services, consultant, {
      reference,
      step: "resolution",
      start: "2026-10-03T10:00+02:00",
      end: "2026-10-03T10:11+02:00",
    });
    expect(await issue(organisation, novemberFirst, monthOf("2026-09"))).toMatch(/^2026-/);
    await logWork(server.services, consultant, {
      reference,
      step: "administration",
      start: "2026-08-31T23:31+02:00",
      end: "2026-08-31T23:39+02:00",
    });
    await logWork(server.services, consultant, {
      reference,
      step: "administration",
      start: "2026-10-01T08:30+02:00",
      end: "2026-10-01T08:41+02:00",
    });
    expect(await issue(organisation, novemberFirst, monthOf("2026-10"))).toMatch(/^2026-/);
    expect(await issue(organisation, novemberFirst, monthOf("2026-08"))).toBe("nothing-to-invoice");
    await inTransaction(server.services.databases, { kind: "system" }, async (tx) => {
      const tickets = await tx
        .selectFrom("tickets")
        .selectAll()
        .where("organisationId", "=", organisation.id)
        .execute();
      expect(tickets.map((ticket) => ticket.hasUninvoicedWork)).toEqual([false]);
      const charged = (await chargeTickets(tx, tickets)).map(
        (charge) => `${charge.month} ${charge.kind} ${charge.window} ${charge.amountCents}`,
      );
      const { rows } = await sql<{
        key: string;
      }>`select concat_ws(' ', month, kind, rate_window, sum(amount_cents)) as key from invoice_lines where organisation_id = ${organisation.id} group by month, kind, rate_window`.execute(
        tx,
      );
      expect(rows.map((row) => row.key).toSorted()).toEqual(charged.toSorted());
    });
  });

  it("takes back what was voided, as a credit note that names the invoice (CE7)", async () => {
    const organisation = await makeSeptemberWork(server.services);
    const first = await issue(organisation, "2026-10-01T08:00Z");
    const voided = await act(server.services, administratorActor(), async (work) =>
      voidTimeEntry(work, { reference: organisation.reference, id: organisation.entry, reason: "Verkeerd ticket." }),
    );
    expect(codeOf(voided)).toBe("ok");
    const { invoice, lines } = await readInvoice(
      server.services,
      await issue(organisation, novemberFirst, monthOf("2026-10")),
    );
    expect(invoice).toMatchObject({
      kind: "credit-note",
      totalCents: -10_083n,
      snapshot: { document: { corrects: first } },
    });
    expect(lines.map((line) => [line.month, line.minutesTotal - line.minutesBefore, line.amountCents])).toEqual([
      ["2026-09", -50, -8333n],
    ]);
  });
});
