import * as fc from "fast-check";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { steps } from "../core/tickets/step.ts";
import type { OrganisationId, PersonId } from "../core/values/ids.ts";
import { type Month, monthOf } from "../core/values/month.ts";
import { chargeTickets } from "../server/charges/charge-tickets.ts";
import { rateInputOf } from "../server/charges/rate-input.ts";
import { inTransaction } from "../server/db/transaction.ts";
import { makeOrganisation, makeStaff } from "../test/support/make-organisation.ts";
import { createTicketAt, issueMonthOf, logWork, makeProvider } from "../test/support/make-work.ts";
import { startTestServer, type TestServer } from "../test/support/start-test-server.ts";
import { rateOnText } from "./rate-on-text.ts";

/** Moments where anything can happen: ends of months, clock changes, holidays, opening and closing. */
const starts = [
  "2026-03-29T00:30Z",
  "2026-04-27T06:40Z",
  "2026-04-30T21:30Z",
  "2026-05-01T06:45Z",
  "2026-05-04T14:30Z",
  "2026-05-31T21:10Z",
];

const months: readonly Month[] = ["2026-03", "2026-04", "2026-05", "2026-06"].map(monthOf);

const entryOf = fc.record({
  step: fc.constantFrom(...steps),
  pause: fc.integer({ min: 1, max: 90 }),
  minutes: fc.integer({ min: 1, max: 40 }),
  isChargeable: fc.integer({ min: 0, max: 5 }).map((n) => n > 0),
});
const ticketOf = fc.record({
  outsideHoursAgreed: fc.boolean(),
  createdAfter: fc.integer({ min: 1, max: 30 }),
  entries: fc.array(entryOf, { maxLength: 3 }),
});
const story = fc.array(
  fc.record({ start: fc.constantFrom(...starts), tickets: fc.array(ticketOf, { minLength: 1, maxLength: 3 }) }),
  { minLength: 1, maxLength: 4 },
);
type Story = typeof story extends fc.Arbitrary<infer Value> ? Value : never;

/** Time only goes forward, also between the parts of a story. */
const laterOf = (a: Temporal.Instant, b: Temporal.Instant) => (Temporal.Instant.compare(a, b) < 0 ? b : a);

describe("what the product invoices", () => {
  let server: TestServer;
  let administrator: PersonId;
  beforeAll(async () => {
    server = await startTestServer(inject("ownerUrl"));
    await makeProvider(server.services);
    administrator = await makeStaff(server.services, "administrator");
  });
  afterAll(async () => server.close());

  /** Plays a story by the product's own actions, in order of time, after `many` tickets of one month. */
  async function play(parts: Story, many = 0): Promise<OrganisationId> {
    const { services } = server;
    const organisation = await makeOrganisation(services);
    for (let minute = 0; minute < many; minute += 1)
      await createTicketAt(services, organisation, {
        at: Temporal.Instant.from("2026-05-01T06:00Z").add({ minutes: minute }).toString(),
      });
    let at = Temporal.Instant.from("2026-01-01T00:00Z");
    for (const { start, tickets } of parts.toSorted((a, b) => (a.start < b.start ? -1 : 1))) {
      at = laterOf(at, Temporal.Instant.from(start));
      const consultant = await makeStaff(services);
      for (const ticket of tickets) {
        at = at.add({ minutes: ticket.createdAfter });
        const { reference } = await createTicketAt(services, organisation, {
          at: at.toString(),
          outsideHoursAgreed: ticket.outsideHoursAgreed,
        });
        for (const { step, pause, minutes, isChargeable } of ticket.entries) {
          const from = at.add({ minutes: pause });
          at = from.add({ minutes });
          await logWork(services, consultant, {
            reference,
            step,
            start: from.toString(),
            end: at.toString(),
            isChargeable,
          });
        }
      }
    }
    return organisation.id;
  }

  /** Compares the invoice of a month, in the form of `kwartier rate`, with that command's output for the export. */
  async function compare(
    organisationId: OrganisationId,
    month: Month,
  ): Promise<{ invoiced: unknown; rated: unknown } | null> {
    const number = await issueMonthOf(server.services, administrator, {
      organisationId,
      month,
      at: "2026-07-01T08:00Z",
    });
    if (number === "nothing-to-invoice") return null;
    return inTransaction(server.services.databases, { kind: "system" }, async (tx) => {
      const invoice = await tx
        .selectFrom("invoices")
        .selectAll()
        .where("number", "=", number)
        .executeTakeFirstOrThrow();
      const lines = await tx
        .selectFrom("invoice_lines")
        .innerJoin("tickets", "tickets.id", "invoice_lines.ticketId")
        .select([
          "tickets.reference",
          "kind",
          "rateWindow",
          "minutesTotal",
          "minutesBefore",
          "hourlyRateCents",
          "amountCents",
        ])
        .where("invoiceId", "=", invoice.id)
        .orderBy("position")
        .execute();
      const input = await rateInputOf(tx, organisationId, month);
      if (!input.ok) throw new Error(input.refusal.code);
      const output = await rateOnText(JSON.stringify(input.value));
      return {
        rated: JSON.parse(output.stdout) as unknown,
        invoiced: {
          month,
          lines: lines.map((line) => ({
            ticket: line.reference,
            kind: line.kind,
            window: line.rateWindow,
            minutes: line.minutesTotal - line.minutesBefore,
            hourlyRateCents: Number(line.hourlyRateCents),
            amountCents: Number(line.amountCents),
          })),
          subtotalCents: Number(invoice.subtotalCents),
          vatCents: Number(invoice.vatCents),
          totalCents: Number(invoice.totalCents),
        },
      };
    });
  }

  it("is what kwartier rate says of the exported month, line by line, and all invoices are all charges", async () => {
    await fc.assert(
      fc.asyncProperty(story, async (parts) => {
        const organisationId = await play(parts);
        for (const month of months) {
          const both = await compare(organisationId, month);
          if (both !== null) expect(both.invoiced).toEqual(both.rated);
        }
        await inTransaction(server.services.databases, { kind: "system" }, async (tx) => {
          const tickets = await tx
            .selectFrom("tickets")
            .selectAll()
            .where("organisationId", "=", organisationId)
            .execute();
          const charged = (await chargeTickets(tx, tickets)).reduce((sum, charge) => sum + charge.amountCents, 0n);
          const { rows } = await sql<{
            invoiced: string;
          }>`select coalesce(sum(subtotal_cents), 0)::text as invoiced from invoices where organisation_id = ${organisationId}`.execute(
            tx,
          );
          expect(rows[0]?.invoiced).toBe(charged.toString());
        });
      }),
      { numRuns: 12, endOnFailure: true },
    );
  }, 60_000);

  it("agrees on additional tickets too, because all tickets of the month are exported", async () => {
    const organisationId = await play(
      [
        {
          start: "2026-05-31T21:10Z",
          tickets: [
            {
              outsideHoursAgreed: true,
              createdAfter: 1,
              entries: [{ step: "research", pause: 5, minutes: 50, isChargeable: true }],
            },
          ],
        },
      ],
      16,
    );
    const may = await compare(organisationId, monthOf("2026-05"));
    expect(may?.invoiced).toEqual(may?.rated);
    expect(JSON.stringify(may?.rated)).toContain("11500");
    const june = await compare(organisationId, monthOf("2026-06"));
    expect(june?.invoiced).toEqual(june?.rated);
  });

  it("is not exported when the format cannot say when outside hours were agreed to, and is when it makes no difference", async () => {
    const { services } = server;
    const organisation = await makeOrganisation(services);
    const consultant = await makeStaff(services);
    const { reference } = await createTicketAt(services, organisation, { at: "2026-05-04T10:00Z" });
    const agreeAt = async (at: string) =>
      inTransaction(services.databases, { kind: "system" }, async (tx) =>
        tx
          .updateTable("tickets")
          .set({ outsideHoursAgreedAt: Temporal.Instant.from(at) })
          .where("reference", "=", reference)
          .execute(),
      );
    const exported = async () =>
      inTransaction(services.databases, { kind: "system" }, async (tx) =>
        rateInputOf(tx, organisation.id, monthOf("2026-05")),
      );
    await logWork(services, consultant, {
      reference,
      step: "research",
      start: "2026-05-04T16:00Z",
      end: "2026-05-04T16:30Z",
    });
    await agreeAt("2026-05-04T17:00Z");
    expect(await exported()).toMatchObject({ ok: true, value: { tickets: [{ outsideHoursAgreed: false }] } });
    await logWork(services, consultant, {
      reference,
      step: "research",
      start: "2026-05-05T16:00Z",
      end: "2026-05-05T16:30Z",
    });
    expect(await exported()).toEqual({ ok: false, refusal: { code: "not-in-rate-format", reference } });
  });
});
