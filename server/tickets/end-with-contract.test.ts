import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import type { Contact, Staff } from "../../core/access/actor.ts";
import { defaultTerms } from "../../core/contracts/terms.ts";
import type { PersonId } from "../../core/values/ids.ts";
import { monthOf } from "../../core/values/month.ts";
import type { Result } from "../../core/values/result.ts";
import { act, codeOf, consultant } from "../../test/support/act.ts";
import { asSystem, makeOrganisation, makeStaff, type TestOrganisation } from "../../test/support/make-organisation.ts";
import { signAddendumAt } from "../../test/support/make-on-site.ts";
import { createTicketAt, issueMonthOf, logWork, makeProvider } from "../../test/support/make-work.ts";
import { startTestServer, type TestServer } from "../../test/support/start-test-server.ts";
import { waitForMail } from "../../test/support/visitor.ts";
import { signContract } from "../contracts/sign-contract.ts";
import { publishTerms } from "../contracts/publish-terms.ts";
import { terminateContract } from "../contracts/terminate-contract.ts";
import { verifyChain } from "../verify/verify-chain.ts";
import type { Work } from "../events/work.ts";
import { logExpense } from "../time/log-expense.ts";
import { logTimeEntry } from "../time/log-time-entry.ts";
import { logVisit } from "../time/log-visit.ts";
import { endTickets } from "./end-with-contract.ts";
import { resolveTicket } from "./resolve-ticket.ts";

/** A contract of this year that ends in June. Local moments are in summer time. */
describe("tickets at the end of their contract (CE8)", () => {
  let server: TestServer;
  let year: number;
  let sanne: PersonId;
  let marieke: PersonId;
  beforeAll(async () => {
    server = await startTestServer(inject("ownerUrl"));
    year = server.services.now().toZonedDateTimeISO("Europe/Amsterdam").year;
    sanne = await makeStaff(server.services);
    marieke = await makeStaff(server.services, "administrator");
    await makeProvider(server.services);
  });
  afterAll(async () => server.close());

  const moment = (text: string) => Temporal.Instant.from(`${year}-${text}+02:00`);
  const endAt = async (text: string) => {
    const { databases, log } = server.services;
    await endTickets({ databases, log, now: () => moment(text) });
  };
  const ticketOf = async (reference: string) =>
    asSystem(server.services, moment("07-01T12:00"), async ({ tx }) =>
      tx.selectFrom("tickets").selectAll().where("reference", "=", reference).executeTakeFirstOrThrow(),
    );
  const resolve = async (reference: string) => {
    const article = { kind: "none", reason: "Eenmalig" } as const;
    const resolution = { reference, message: "Klaar.", outcome: "solved", article, caseNumber: null } as const;
    const at = moment("06-14T12:00");
    const resolved = await act(server.services, consultant(sanne), async (work) => resolveTicket(work, resolution), at);
    expect(codeOf(resolved)).toBe("ok");
  };
  const open = async (organisation: TestOrganisation, at = "06-10T10:00") =>
    (await createTicketAt(server.services, organisation, { at: `${year}-${at}+02:00` })).reference;
  async function terminate(organisation: TestOrganisation): Promise<void> {
    const { id: organisationId, first: personId } = organisation;
    const actor: Contact = { kind: "contact", personId, organisationId, seat: 1, isSignatory: true };
    const id = await asSystem(server.services, moment("06-15T12:00"), async ({ tx }) => {
      const query = tx.selectFrom("contracts").select("id").where("organisationId", "=", organisationId);
      return (await query.executeTakeFirstOrThrow()).id;
    });
    const seenEnd = Temporal.PlainDate.from(`${year}-06-30`);
    const ending = { organisationId, id, seenEnd };
    const at = moment("06-15T12:00");
    expect(codeOf(await act(server.services, actor, async (work) => terminateContract(work, ending), at))).toBe("ok");
  }

  it("close at local midnight after its last day, once, and both contacts are told (P3)", async () => {
    const organisation = await makeOrganisation(server.services);
    const reference = await open(organisation);
    await terminate(organisation);
    await endAt("06-30T23:59");
    expect(await ticketOf(reference)).toMatchObject({ status: "open" });
    await endAt("07-01T00:05");
    const closed = await ticketOf(reference);
    expect(closed).toMatchObject({ status: "closed", outcome: "ended-with-contract" });
    expect(closed.closedAt?.equals(moment("07-01T00:00"))).toBe(true);
    await endAt("07-01T01:05");
    expect((await ticketOf(reference)).version).toBe(closed.version);
    const addresses = await asSystem(server.services, moment("07-01T12:00"), async ({ tx }) => {
      expect((await verifyChain(tx, organisation.id)).broken).toBeNull();
      return tx
        .selectFrom("people")
        .select("mailAddress")
        .where("id", "in", [organisation.first, organisation.second])
        .execute();
    });
    for (const { mailAddress: address } of addresses)
      await waitForMail(server, address, (mail) => /\b30 jun/i.test(mail.text));
  });

  it("are carried on by a contract that starts the next day, and closed by the gap after that", async () => {
    const organisation = await makeOrganisation(server.services);
    const reference = await open(organisation);
    await terminate(organisation);
    const signing = { organisationId: organisation.id, signedBy: organisation.first, termsYear: year };
    const sign = async (work: Parameters<typeof signContract>[0]) => signContract(work, signing);
    expect(codeOf(await asSystem(server.services, moment("06-20T12:00"), sign))).toBe("ok");
    await endAt("07-02T12:00");
    expect(await ticketOf(reference)).toMatchObject({ status: "open" });
    const { databases, log } = server.services;
    await endTickets({ databases, log, now: () => Temporal.Instant.from(`${year + 1}-01-01T12:00Z`) });
    expect(await ticketOf(reference)).toMatchObject({ outcome: "ended-with-contract" });
  });

  it("leave alone what is open under a later contract, after a gap", async () => {
    const organisation = await makeOrganisation(server.services);
    const [before, resolved] = [await open(organisation), await open(organisation)];
    await terminate(organisation);
    await endAt("07-01T00:05");
    const signing = { organisationId: organisation.id, signedBy: organisation.first, termsYear: year };
    await asSystem(server.services, moment("07-20T12:00"), async (work) => signContract(work, signing));
    const after = await open(organisation, "08-03T10:00");
    // Like a ticket that was resolved in June and reopened in August.
    await asSystem(server.services, moment("08-03T10:00"), async ({ tx }) =>
      tx
        .updateTable("tickets")
        .set({ status: "open", outcome: null, closedAt: null, reopenedAt: moment("08-03T10:00") })
        .where("reference", "=", resolved)
        .execute(),
    );
    await endAt("08-04T00:05");
    expect(await ticketOf(before)).toMatchObject({ status: "closed" });
    for (const reference of [after, resolved]) expect(await ticketOf(reference)).toMatchObject({ status: "open" });
  });

  it("take chargeable work from before until the final invoice, then only what is not charged", async () => {
    const organisation = await makeOrganisation(server.services);
    await signAddendumAt(server.services, organisation, { at: moment("06-01T09:00") });
    const [reference, resolved] = [await open(organisation), await open(organisation)];
    await resolve(resolved);
    await terminate(organisation);
    await endAt("07-01T00:05");
    const at = (text: string) => `${year}-${text}+02:00`;
    const june = { reference, step: "research", start: at("06-11T10:00"), end: at("06-11T10:20") } as const;
    await logWork(server.services, sanne, { ...june, at: at("07-01T09:00") });
    const place = { organisationId: organisation.id, month: monthOf(`${year}-06`), at: at("07-02T09:00") };
    expect(await issueMonthOf(server.services, marieke, place)).toMatch(/^\d{4}-\d+$/);
    const late = async (run: (work: Work<Staff>) => Promise<Result<unknown>>) =>
      codeOf(await act(server.services, consultant(sanne), run, moment("07-03T09:00")));
    const [start, end] = [moment("06-12T10:00"), moment("06-12T10:20")];
    const free = { isChargeable: false, reason: "Na de eindfactuur." };
    for (const one of [reference, resolved]) {
      const entry = { reference: one, step: "research", start, end, description: "" } as const;
      const charged = { ...entry, isChargeable: true, reason: null };
      expect(await late(async (work) => logTimeEntry(work, charged))).toBe("final-invoice-issued");
      const visit = { reference: one, start, end, kilometres: 0, description: "" };
      expect(await late(async (work) => logVisit(work, visit))).toBe("final-invoice-issued");
      const on = Temporal.PlainDate.from(`${year}-06-12`);
      const cost = { reference: one, on, amountCents: 450n, vat: "standard", description: "Kabel" } as const;
      expect(await late(async (work) => logExpense(work, cost))).toBe("final-invoice-issued");
    }
    const uncharged = { reference: resolved, step: "research", start, end, description: "", ...free } as const;
    expect(await late(async (work) => logTimeEntry(work, uncharged))).toBe("ok");
  });

  it("close when a demo's clock passes the end, without waiting for the hour", async () => {
    const organisation = await makeOrganisation(server.services);
    await asSystem(server.services, server.services.now(), async (work) => publishTerms(work, defaultTerms(year + 1)));
    const now = server.services.now();
    const { reference } = await createTicketAt(server.services, organisation, { at: now.toString() });
    const browser = await server.browser(organisation.first);
    const moved = await browser.post("/demo/clock", { to: "chosen", date: `${year + 1}-01-02`, time: "09:00" });
    expect(moved.status).toBe(303);
    await expect.poll(async () => (await ticketOf(reference)).outcome).toBe("ended-with-contract");
  });
});
