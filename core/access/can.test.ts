import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { OrganisationId, PersonId } from "../values/ids.ts";
import type { Actor, Contact } from "./actor.ts";
import { type Action, can, requirePermission, requireRole } from "./can.ts";

const own = "own" as OrganisationId;
const foreign = "foreign" as OrganisationId;
const personId = "somebody" as PersonId;

const contact = (rest: Partial<Contact>): Contact => ({
  kind: "contact",
  personId,
  organisationId: own,
  seat: null,
  isSignatory: false,
  ...rest,
});
const seated = contact({ seat: 2 });
const signatory = contact({ isSignatory: true });
const consultant: Actor = { kind: "consultant", personId };
const administrator: Actor = { kind: "administrator", personId };

const staff = ["consultant", "administrator"];
const everybody = ["seated", "signatory", ...staff];

/** Who may do what, written down a second time: a role that is given or taken away by mistake is seen here. */
const table: Readonly<Record<Action, readonly string[]>> = {
  "ticket.create": ["seated"],
  "ticket.read": everybody,
  "ticket.reply": ["seated", ...staff],
  "ticket.agree-outside-hours": ["seated"],
  "ticket.note-outside-hours": staff,
  "ticket.note": staff,
  "ticket.pick-up": staff,
  "ticket.set-urgency": staff,
  "ticket.move-step": staff,
  "ticket.resolve": staff,
  "ticket.set-waiting": staff,
  "ticket.withdraw": ["seated"],
  "ticket.reopen": ["seated", ...staff],
  "ticket.merge": staff,
  "board.read": staff,
  "time.log": staff,
  "timer.start": staff,
  "authorisation.request": staff,
  "authorisation.withdraw": staff,
  "authorisation.decide": ["seated"],
  "authorisation.deliver": staff,
  "price.correct": staff,
  "start-fee.waive": staff,
  "article.read": staff,
  "article.write": staff,
  "article.edit": staff,
  "article.publish": staff,
  "article.retire": staff,
  "article.restore": staff,
  "contract.read": everybody,
  "contract.offer": ["administrator"],
  "contract.record": ["administrator"],
  "contract.confirm": ["signatory"],
  "contract.withdraw": ["administrator"],
  "contract.sign": ["signatory"],
  "contract.terminate": ["signatory", "administrator"],
  "addendum.offer": ["administrator"],
  "addendum.withdraw": ["administrator"],
  "addendum.sign": ["signatory"],
  "invoice.read": everybody,
  "invoice.preview": ["administrator"],
  "invoice.issue": ["administrator"],
  "invoice.record-payment": ["administrator"],
  "invoice.set-series": ["administrator"],
  "invoice.credit": ["administrator"],
  "invoice.mail": ["administrator"],
  "mail.read": staff,
  "mail.try-again": ["administrator"],
  "mail.stop": ["administrator"],
  "job.try-again": ["administrator"],
  "organisation.read": staff,
  "organisation.add": ["administrator"],
  "organisation.change": ["administrator"],
  "organisation.archive": ["administrator"],
  "organisation.restore": ["administrator"],
  "terms.publish": ["administrator"],
  "provider.set": ["administrator"],
  "organisation.set-vat": ["administrator"],
  "seat.assign": ["signatory", "administrator"],
  "signatory.appoint": ["signatory", "administrator"],
  "signatory.withdraw": ["signatory", "administrator"],
  "evaluation.read": everybody,
  "evaluation.compare": ["administrator"],
  "holiday.read": staff,
  "holiday.change": ["administrator"],
  "refused-access.read": ["administrator"],
  "staff.manage": ["administrator"],
};
const actors = { seated, signatory, consultant, administrator };

const mayDo = (actor: Actor, ...actions: Action[]) =>
  actions.filter((action) => can(actor, action, { organisationId: own }));

describe("who may do what", () => {
  it("is who the table names for each action, and nobody else (P1, P2, B4, T3)", () => {
    const actions = Object.keys(table) as Action[];
    const found = actions.map((action) => [
      action,
      Object.entries(actors).flatMap(([role, actor]) => (can(actor, action, { organisationId: own }) ? [role] : [])),
    ]);
    expect(Object.fromEntries(found)).toEqual(table);
  });

  it("lets only who holds a seat create tickets, write and decide (P2, T3)", () => {
    const deeds: Action[] = [
      "ticket.create",
      "ticket.reply",
      "ticket.withdraw",
      "ticket.reopen",
      "authorisation.decide",
    ];
    expect(mayDo(seated, ...deeds)).toEqual(deeds);
    expect(mayDo(signatory, ...deeds)).toEqual([]);
    expect(mayDo(contact({ seat: 1, isSignatory: true }), ...deeds)).toEqual(deeds);
  });

  it("lets a signatory without a seat read along (P2)", () => {
    const reading: Action[] = ["ticket.read", "contract.read", "invoice.read", "evaluation.read"];
    expect(mayDo(signatory, ...reading)).toEqual(reading);
    expect(mayDo(contact({}), ...reading)).toEqual([]);
  });

  it("keeps urgency, steps and time with the provider, and consent with the customer (B4, T3, M5)", () => {
    const ours: Action[] = [
      "ticket.set-urgency",
      "ticket.move-step",
      "ticket.set-waiting",
      "ticket.merge",
      "time.log",
      "authorisation.request",
    ];
    expect(mayDo(consultant, ...ours)).toEqual(ours);
    expect(mayDo(seated, ...ours)).toEqual([]);
    expect(mayDo(administrator, "authorisation.decide", "ticket.agree-outside-hours", "ticket.create")).toEqual([]);
  });

  it("lets staff give money away and record deliveries, which customers cannot (T1, T3, CE7)", () => {
    const giving: Action[] = ["price.correct", "start-fee.waive", "authorisation.deliver"];
    expect(mayDo(consultant, ...giving)).toEqual(giving);
    expect(mayDo(contact({ seat: 1, isSignatory: true }), ...giving)).toEqual([]);
  });

  it("has an addendum offered by an administrator and signed by a signatory, seated or not (A3)", () => {
    expect(mayDo(administrator, "addendum.offer", "addendum.sign")).toEqual(["addendum.offer"]);
    expect(mayDo(signatory, "addendum.offer", "addendum.sign")).toEqual(["addendum.sign"]);
    expect([seated, consultant].flatMap((who) => mayDo(who, "addendum.offer", "addendum.sign"))).toEqual([]);
  });

  it("lets only an administrator preview and issue invoices, and record what was paid (M3)", () => {
    const deeds: Action[] = ["invoice.preview", "invoice.issue", "invoice.record-payment"];
    expect(mayDo(administrator, ...deeds)).toEqual(deeds);
    expect(mayDo(consultant, ...deeds)).toEqual([]);
  });

  it("lets only an administrator credit invoices and say where a customer stands for VAT (CE5, CE7)", () => {
    const deeds: Action[] = ["invoice.credit", "organisation.set-vat"];
    expect(mayDo(administrator, ...deeds)).toEqual(deeds);
    expect([consultant, seated, signatory].flatMap((who) => mayDo(who, ...deeds))).toEqual([]);
  });

  it("gives contacts their part in the portal: to create tickets and see all of the organisation's (P1)", () => {
    expect(mayDo(seated, "ticket.create", "ticket.read", "invoice.read", "contract.read")).toHaveLength(4);
    expect(mayDo(contact({}), "ticket.create", "ticket.read")).toEqual([]);
  });

  it("lets administrators offer contracts, signatories sign them, and both terminate them (K1, K3)", () => {
    const deeds: Action[] = ["contract.offer", "contract.sign", "contract.terminate"];
    expect(mayDo(administrator, ...deeds)).toEqual(["contract.offer", "contract.terminate"]);
    expect(mayDo(signatory, ...deeds)).toEqual(["contract.sign", "contract.terminate"]);
    expect([consultant, seated].flatMap((who) => mayDo(who, ...deeds))).toEqual([]);
  });

  it("lets everybody of an organisation and the provider look back on a year, and administrators compare it with other terms (K5)", () => {
    const deeds: Action[] = ["evaluation.read", "evaluation.compare"];
    expect([seated, signatory, consultant].map((who) => mayDo(who, ...deeds))).toEqual([
      ["evaluation.read"],
      ["evaluation.read"],
      ["evaluation.read"],
    ]);
    expect(mayDo(administrator, ...deeds)).toEqual(deeds);
  });

  it("lets a signatory assign seats, seated or not, and an administrator on their behalf (P2)", () => {
    expect([signatory, contact({ seat: 1, isSignatory: true })].map((who) => mayDo(who, "seat.assign"))).toEqual([
      ["seat.assign"],
      ["seat.assign"],
    ]);
    expect([seated, consultant].flatMap((who) => mayDo(who, "seat.assign"))).toEqual([]);
    expect(mayDo(administrator, "seat.assign")).toEqual(["seat.assign"]);
  });

  it("lets all staff see the days off, and only an administrator change the provider's own (CE2)", () => {
    expect(mayDo(administrator, "holiday.read", "holiday.change")).toEqual(["holiday.read", "holiday.change"]);
    expect(mayDo(consultant, "holiday.read", "holiday.change")).toEqual(["holiday.read"]);
    expect(mayDo(contact({ seat: 1, isSignatory: true }), "holiday.read", "holiday.change")).toEqual([]);
  });

  it("shows administrators alone who was refused what (R38)", () => {
    expect(mayDo(administrator, "refused-access.read")).toEqual(["refused-access.read"]);
    for (const other of [consultant, contact({ seat: 1, isSignatory: true })])
      expect(mayDo(other, "refused-access.read")).toEqual([]);
  });

  it("lets a contact do nothing at all with another organisation's things, or with the provider's own", () => {
    const action = fc.constantFrom<Action>(
      "ticket.read",
      "ticket.create",
      "invoice.read",
      "article.read",
      "board.read",
    );
    const thing = fc.constantFrom({ organisationId: foreign }, { organisationId: null });
    fc.assert(
      fc.property(action, thing, (what, whose) => {
        expect(can(contact({ seat: 1, isSignatory: true }), what, whose)).toBe(false);
      }),
    );
  });

  it("lets staff read every organisation's tickets", () => {
    expect(can(consultant, "ticket.read", { organisationId: foreign })).toBe(true);
  });

  it("lets the product itself do everything, with everybody's things", () => {
    const actions = Object.keys(table) as Action[];
    expect(actions.filter((action) => !can({ kind: "system" }, action, { organisationId: foreign }))).toEqual([]);
  });
});

describe("being refused", () => {
  const refusalOf = (actor: Actor, action: Action, organisationId: OrganisationId | null = own) => {
    const result = requirePermission(actor, action, { organisationId });
    return result.ok ? null : result.refusal;
  };

  it("names the seat that a contact would need (P2)", () => {
    expect(refusalOf(signatory, "ticket.create")).toEqual({ code: "no-seat" });
    expect(refusalOf(contact({}), "ticket.reply")).toEqual({ code: "no-seat" });
    expect(refusalOf(seated, "ticket.create")).toBeNull();
  });

  it("names no seat where a seat would not help, or where a signatory could do it too (P2, B4)", () => {
    expect(refusalOf(contact({}), "ticket.read")).toEqual({ code: "not-allowed" });
    expect(refusalOf(signatory, "time.log")).toEqual({ code: "not-allowed" });
    expect(refusalOf(seated, "contract.sign")).toEqual({ code: "not-allowed" });
    expect(refusalOf(administrator, "ticket.create")).toEqual({ code: "not-allowed" });
  });

  it("is told of another organisation's things as of the own (P1)", () => {
    expect(refusalOf(seated, "ticket.read", foreign)).toEqual({ code: "not-allowed" });
  });

  it("asks a route for the role alone, before anything is looked at (P1, P2)", () => {
    expect(requireRole(seated, "ticket.create").ok).toBe(true);
    expect(requireRole(consultant, "ticket.read").ok).toBe(true);
    expect(requireRole(signatory, "ticket.create")).toEqual({ ok: false, refusal: { code: "no-seat" } });
    expect(requireRole(consultant, "invoice.issue")).toEqual({ ok: false, refusal: { code: "not-allowed" } });
  });
});
