import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import type { Actor, Contact, Staff } from "../../core/access/actor.ts";
import { localDateOf } from "../../core/calendar/time-zone.ts";
import { defaultTerms } from "../../core/contracts/terms.ts";
import type { ContractId, OrganisationId, PersonId } from "../../core/values/ids.ts";
import { act, codeOf } from "../../test/support/act.ts";
import { asSystem, makeOrganisation, makeStaff } from "../../test/support/make-organisation.ts";
import { startTestServer, type TestServer } from "../../test/support/start-test-server.ts";
import { inTransaction } from "../db/transaction.ts";
import { addOrganisation } from "../organisations/add-organisation.ts";
import { appointSignatory } from "../organisations/appoint-signatory.ts";
import { archiveOrganisation } from "../organisations/archive-organisation.ts";
import { assignSeat } from "../organisations/assign-seat.ts";
import { addPerson } from "../people/add-person.ts";
import { createTicket } from "../tickets/create-ticket.ts";
import { verifyChain } from "../verify/verify-chain.ts";
import { publishTerms } from "./publish-terms.ts";
import { offerContract } from "./offer-contract.ts";
import { confirmContract, type ContractToRecord, recordContract } from "./record-contract.ts";

describe("a contract that was signed on paper (K1-K4)", () => {
  let server: TestServer;
  let administrator: Staff;
  let consultant: Staff;
  let year: number;
  beforeAll(async () => {
    server = await startTestServer(inject("ownerUrl"));
    await makeOrganisation(server.services);
    administrator = { kind: "administrator", personId: await makeStaff(server.services, "administrator") };
    consultant = { kind: "consultant", personId: await makeStaff(server.services) };
    year = localDateOf(server.services.now()).year;
  });
  afterAll(async () => server.close());

  let made = 0;
  /** A customer who moves in: a signatory in the first seat, a contact in the second, and no contract. */
  const moveIn = async () =>
    asSystem(server.services, server.services.now(), async (work) => {
      const domain = `moved${++made}.example`;
      const about = { addressLines: [], vatNumber: null, language: "nl", invoiceMailAddress: `a@${domain}` } as const;
      const id = await addOrganisation(work, { name: `Verhuisd ${made}`, ...about });
      const person = async (name: string, seat: 1 | 2): Promise<Contact> => {
        const mailAddress = `${name.toLowerCase()}@${domain}`;
        const personId = await addPerson(work, { name, mailAddress, language: "nl", staffRole: null });
        await assignSeat(work, { organisationId: id, number: seat, personId }, defaultTerms(year));
        return { kind: "contact", personId, organisationId: id, seat, isSignatory: seat === 1 };
      };
      const [karin, joost] = [await person("Karin", 1), await person("Joost", 2)];
      await appointSignatory(work, { organisationId: id, personId: karin.personId });
      return { id, karin, joost };
    });
  const lastYear = () => Temporal.PlainDate.from({ year: year - 1, month: 12, day: 10 });
  const record = async (
    { id, karin }: { id: OrganisationId; karin: Contact },
    changes: Partial<ContractToRecord> = {},
    who: Staff = administrator,
  ) => {
    const asked = { organisationId: id, termsYear: year, signedOn: lastYear(), signedBy: karin.personId, ...changes };
    return act(server.services, who, async (work) => recordContract(work, asked));
  };
  const idOf = (recorded: Awaited<ReturnType<typeof record>>) => {
    if (!recorded.ok) throw new Error(recorded.refusal.code);
    return recorded.value;
  };
  const confirm = async (who: Contact, id: ContractId) =>
    codeOf(
      await act(server.services, who, async (work) =>
        confirmContract(work, { organisationId: who.organisationId, id }),
      ),
    );

  it("lets the customer create a ticket the same day, and the signatory confirm it", async () => {
    const customer = await moveIn();
    const id = idOf(await record(customer));
    const created = await act(server.services, customer.joost, async (work) =>
      createTicket(work, {
        title: "Mail",
        description: "Outlook opent niet",
        attachmentIds: [],
        outsideHoursAgreed: true,
        isAdditionalConfirmed: false,
      }),
    );
    expect(codeOf(created)).toBe("ok");
    const karin = await server.browser(customer.karin.personId);
    const joost = await server.browser(customer.joost.personId);
    expect(await (await joost.get("/portal")).text()).toContain(`Klopt het contract voor ${year}?`);
    const read = await (await joost.get("/portal/contract")).text();
    expect(read).toContain(`dat Karin het op 10 dec ${year - 1} op papier tekende`);
    expect(read).toContain("Een tekenbevoegde van je organisatie bevestigt dit");
    expect(await (await karin.get("/portal/contract")).text()).toContain("Ja, dat klopt");
    expect((await karin.post(`/portal/contract/${id}/confirm`, new URLSearchParams())).status).toBe(303);
    expect(await (await karin.get("/portal")).text()).not.toContain("Klopt het contract");
    const report = await asSystem(server.services, server.services.now(), async ({ tx }) =>
      verifyChain(tx, customer.id),
    );
    expect(report.broken).toBeNull();
  });

  it("becomes the contract of an open offer of that year", async () => {
    const customer = await moveIn();
    const next = year + 1;
    await asSystem(server.services, server.services.now(), async (work) => publishTerms(work, defaultTerms(next)));
    const offered = await act(server.services, administrator, async (work) =>
      offerContract(work, { organisationId: customer.id, termsYear: next }),
    );
    const signedOn = localDateOf(server.services.now());
    const recorded = await record(customer, { termsYear: next, signedOn });
    expect(idOf(recorded)).toBe(offered.ok ? offered.value : "no offer");
  });

  it("is recorded by administrators alone: not-allowed", async () => {
    const customer = await moveIn();
    expect(codeOf(await record(customer, {}, consultant))).toBe("not-allowed");
  });

  it("is of a customer who is not archived: organisation-archived", async () => {
    const customer = await moveIn();
    const idle = { until: null, offered: [], tickets: [] };
    await act(server.services, administrator, async (work) =>
      archiveOrganisation(work, customer.id, async () => Promise.resolve(idle)),
    );
    expect(codeOf(await record(customer))).toBe("organisation-archived");
  });

  it("is of a customer who exists, and signed by somebody who may: not-found, invalid-input", async () => {
    const customer = await moveIn();
    const nobody = "00000000-0000-4000-8000-000000000000";
    expect(codeOf(await record(customer, { organisationId: nobody as OrganisationId }))).toBe("not-found");
    for (const signedBy of [customer.joost.personId, administrator.personId, nobody as PersonId])
      expect(await record(customer, { signedBy })).toEqual({
        ok: false,
        refusal: { code: "invalid-input", fields: { signedBy: "not-an-option" } },
      });
  });

  it("is recorded once by two at once: changed-meanwhile", async () => {
    const customer = await moveIn();
    const both = await Promise.all([record(customer), record(customer)]);
    const codes = both.map(codeOf);
    expect(codes.filter((code) => code === "ok")).toHaveLength(1);
    expect(codes.filter((code) => code === "changed-meanwhile" || code === "invalid-input")).toHaveLength(1);
  });

  it("is confirmed by a signatory of the customer, once: not-allowed, not-found (confirmContract)", async () => {
    const [customer, other] = [await moveIn(), await moveIn()];
    const id = idOf(await record(customer));
    expect(await confirm(customer.joost, id)).toBe("not-allowed");
    expect(await confirm(other.karin, id)).toBe("not-found");
    expect(await confirm(customer.karin, id)).toBe("ok");
    expect(await confirm(customer.karin, id)).toBe("not-found");
  });

  it("is confirmed in nobody else's name, also where the code would let it", async () => {
    const [customer, other] = [await moveIn(), await moveIn()];
    const contractId = idOf(await record(customer));
    const set = async (actor: Actor, confirmedBy: PersonId) =>
      inTransaction(server.services.databases, actor, async (tx) =>
        tx
          .updateTable("contract_recordings")
          .set({ confirmedBy, confirmedAt: server.services.now() })
          .where("contractId", "=", contractId)
          .executeTakeFirst(),
      );
    await expect(set(customer.joost, customer.karin.personId)).rejects.toThrow("not a signatory's");
    await expect(set(customer.joost, customer.joost.personId)).rejects.toThrow("not a signatory's");
    await expect(set(administrator, customer.karin.personId)).rejects.toThrow("not a signatory's");
    expect((await set(other.karin, other.karin.personId)).numUpdatedRows).toBe(0n);
  });

  it("is asked for on the customer's page, which says what is wrong and keeps what was typed", async () => {
    const customer = await moveIn();
    const desk = await server.browser(administrator.personId);
    const page = `/desk/organisations/${customer.id}`;
    expect(await (await desk.get(page)).text()).toContain("Getekend contract vastleggen");
    const typed = (signedOn: string) =>
      new URLSearchParams({
        termsYear: String(year),
        signedOn,
        signedBy: customer.karin.personId,
        idempotencyKey: randomUUID(),
      });
    const wrong = await desk.post(`${page}/contracts/record`, typed(`${year}-12-31`));
    const tomorrow = await desk.post(`${page}/contracts/record`, typed(`${year + 1}-12-31`));
    expect(await tomorrow.text()).toContain("Dit ligt in de toekomst");
    expect(await wrong.text()).toMatch(/Dit ligt in de toekomst|geen maand meer vrij/);
    expect((await desk.post(`${page}/contracts/record`, typed(lastYear().toString()))).status).toBe(303);
    const years = /id="record-contract".*?<\/form>/s.exec(await (await desk.get(page)).text())?.[0] ?? "";
    expect(years).not.toContain(`<option value="${year}"`);
    const colleague = await server.browser(consultant.personId);
    expect(await (await colleague.get(page)).text()).not.toContain("Getekend contract vastleggen");
    expect((await colleague.post(`${page}/contracts/record`, typed(lastYear().toString()))).status).toBe(403);
  });
});
