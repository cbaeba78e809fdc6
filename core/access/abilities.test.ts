import { describe, expect, it } from "vitest";
import { authorisationDeeds } from "../authorisations/authorisation-deeds.ts";
import { holidayDeeds } from "../calendar/holiday-deeds.ts";
import { addendumDeeds, contractDeeds } from "../contracts/contract-deeds.ts";
import { invoiceDeeds, mailingDeeds } from "../invoices/invoice-deeds.ts";
import { articleDeeds } from "../knowledge/article-deeds.ts";
import { organisationDeeds } from "../organisations/organisation-deeds.ts";
import { ticketDeeds } from "../tickets/ticket-deeds.ts";
import type { OrganisationId, PersonId } from "../values/ids.ts";
import { abilitiesOf, namesOfDeeds, requireAbility } from "./abilities.ts";
import type { Actor } from "./actor.ts";

const organisationId = "7a3f0d52-5d0e-4a39-8f0b-51c2d7c1b001" as OrganisationId;
const personId = "7a3f0d52-5d0e-4a39-8f0b-51c2d7c1b002" as PersonId;
const consultant: Actor = { kind: "consultant", personId };
const seated: Actor = { kind: "contact", personId, organisationId, seat: 1, isSignatory: false };
const unseated: Actor = { ...seated, seat: null, isSignatory: true };
const open = { organisationId, outcome: null, startFeeMinutes: 15, startFeeWaivedAt: null } as const;
const resolved = { ...open, outcome: "solved" } as const;

describe("what somebody may do to a thing as it is now", () => {
  it("is refused by role first, also where the state would refuse too (P2)", () => {
    const refusalOf = (actor: Actor, thing: typeof open | typeof resolved) => {
      const able = requireAbility(ticketDeeds, { actor, deed: "ticket.reply", thing });
      return able.ok ? null : able.refusal;
    };
    expect(refusalOf(seated, open)).toBeNull();
    expect(refusalOf(unseated, resolved)).toEqual({ code: "no-seat" });
    expect(refusalOf(seated, resolved)).toEqual({ code: "ticket-closed" });
  });

  it("is what both role and state allow, for somebody of the thing's organisation alone (P1)", () => {
    expect([...abilitiesOf(ticketDeeds, seated, open)].toSorted()).toEqual([
      "ticket.agree-outside-hours",
      "ticket.read",
      "ticket.reply",
      "ticket.withdraw",
    ]);
    const other = { ...open, organisationId: "7a3f0d52-5d0e-4a39-8f0b-51c2d7c1b009" as OrganisationId };
    expect(abilitiesOf(ticketDeeds, seated, other)).toEqual(new Set());
    expect(abilitiesOf(ticketDeeds, consultant, other)).toEqual(abilitiesOf(ticketDeeds, consultant, open));
  });

  it("names each deed of a table, and no deed stands in two tables", () => {
    expect(namesOfDeeds(holidayDeeds)).toEqual(["holiday.read", "holiday.change"]);
    expect(namesOfDeeds(organisationDeeds)).toContain("organisation.set-vat");
    const tables = [
      articleDeeds,
      contractDeeds,
      addendumDeeds,
      invoiceDeeds,
      mailingDeeds,
      organisationDeeds,
      ticketDeeds,
      authorisationDeeds,
    ];
    const names = tables.flatMap((table) => Object.keys(table));
    expect(new Set(names).size).toBe(names.length);
  });
});
