import { describe, expect, it } from "vitest";
import { monthOf } from "../values/month.ts";
import { noWork, type OrganisationWork } from "./charge-work.ts";
import { chargeRules } from "./rules.ts";
import { exampleEntry, exampleTicket } from "./testing/charge-examples.ts";
import { ticketsOfMonths } from "./tickets-of-month.ts";
import { defaultTerms } from "../contracts/terms.ts";

const { calendar } = chargeRules(defaultTerms(2026));

describe("the tickets that a month can charge something of (M2, CE3)", () => {
  const of = (work: Partial<OrganisationWork>, ...months: readonly string[]) => {
    const ticketsOf = ticketsOfMonths({ ...noWork, ...work });
    return months.map((text) => {
      const month = monthOf(text);
      return ticketsOf(month, calendar.periodOf(month)).tickets.map(({ reference }) => reference);
    });
  };
  const created = (reference: string, at: string) =>
    exampleTicket({ id: reference, reference, createdAt: Temporal.Instant.from(at) });

  it("are those made in it, from its first minute to its last, and in no other month", () => {
    const tickets = [
      created("first", "2026-10-01T00:00+02:00"),
      created("last", "2026-10-31T23:59+01:00"),
      created("next", "2026-11-01T00:00+01:00"),
    ];
    expect(of({ tickets }, "2026-09", "2026-10", "2026-11", "2026-12")).toEqual([[], ["first", "last"], ["next"], []]);
  });

  it("are those that were worked on in it, and in the months between", () => {
    const tickets = [created("T01", "2026-08-10T09:00+02:00")];
    const entries = [exampleEntry("research", "2026-10-05T10:00+02:00", "2026-10-05T11:00+02:00", { ticketId: "T01" })];
    expect(of({ tickets, entries }, "2026-07", "2026-08", "2026-09", "2026-10", "2026-11")).toEqual([
      [],
      ["T01"],
      ["T01"],
      ["T01"],
      [],
    ]);
  });

  it("are those of which something was spent or delivered in it", () => {
    const tickets = [created("T01", "2026-08-10T09:00+02:00")];
    const expense = { id: "x1", ticketId: "T01", addendumId: "a1", description: "parking", amountCents: 450n };
    const on = Temporal.PlainDate.from("2026-10-05");
    const expenses = [{ ...expense, on, vat: "standard" } as const];
    expect(of({ tickets, expenses }, "2026-09", "2026-10", "2026-11")).toEqual([[], ["T01"], []]);
    const fixedPrice = { amountCents: 5000n, deliveredOn: on };
    const authorisations = [{ id: "q1", ticketId: "T01", validUntil: on, heldRules: null, fixedPrice }];
    expect(of({ tickets, authorisations }, "2026-09", "2026-10", "2026-11")).toEqual([[], ["T01"], []]);
  });
});
