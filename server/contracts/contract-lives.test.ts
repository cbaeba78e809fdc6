import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import type { Contact, Staff } from "../../core/access/actor.ts";
import { defaultTerms } from "../../core/contracts/terms.ts";
import type { OrganisationId, PersonId } from "../../core/values/ids.ts";
import { act, codeOf } from "../../test/support/act.ts";
import { asSystem, makeOrganisation, makeStaff, type TestOrganisation } from "../../test/support/make-organisation.ts";
import { startTestServer, type TestServer } from "../../test/support/start-test-server.ts";
import { appointSignatory } from "../organisations/appoint-signatory.ts";
import { verifyChain } from "../verify/verify-chain.ts";
import { contractAt, findContractOn } from "./read-contracts.ts";
import { knownContracts } from "./known-contracts.ts";
import { lockContract } from "./lock-contract.ts";
import { offerContract, withdrawOffer } from "./offer-contract.ts";
import { signOffer } from "./sign-contract.ts";
import { publishTerms } from "./publish-terms.ts";
import { endIfTerminated, endOf, terminateContract } from "./terminate-contract.ts";

/** This year's contract of an organisation that has had one since January. Moments are at noon on days of this year. */
describe("the life of a contract", () => {
  let server: TestServer;
  let year: number;
  let administrator: Staff;
  beforeAll(async () => {
    server = await startTestServer(inject("ownerUrl"));
    year = server.services.now().toZonedDateTimeISO("Europe/Amsterdam").year;
    administrator = { kind: "administrator", personId: await makeStaff(server.services, "administrator") };
    await makeOrganisation(server.services);
    await asSystem(server.services, at("10-15"), async (work) => publishTerms(work, defaultTerms(year + 1)));
  });
  afterAll(async () => server.close());

  const at = (day: string) => Temporal.Instant.from(`${year}-${day}T12:00Z`);
  const signatoryOf = ({ id, first }: TestOrganisation): Contact => ({
    kind: "contact",
    personId: first,
    organisationId: id,
    seat: null,
    isSignatory: true,
  });
  const known = async (organisationId: OrganisationId, day: string) =>
    asSystem(server.services, at(day), async (work) => knownContracts(work, organisationId));
  const states = async ({ id }: TestOrganisation, day: string) => (await known(id, day)).map(({ state }) => state);
  const offer = async (organisation: TestOrganisation, day: string, termsYear = year + 1, actor = administrator) => {
    const asked = { organisationId: organisation.id, termsYear };
    return act(server.services, actor, async (work) => offerContract(work, asked), at(day));
  };
  const offered = async (organisation: TestOrganisation, day: string) => {
    const made = await offer(organisation, day);
    if (!made.ok) throw new Error(made.refusal.code);
    return { organisationId: organisation.id, id: made.value };
  };
  const sign = async (actor: Contact, place: { organisationId: OrganisationId; id: string }, day: string) =>
    codeOf(await act(server.services, actor, async (work) => signOffer(work, place), at(day)));
  const terminate = async (
    actor: Contact | Staff,
    organisationId: OrganisationId,
    { day, seenEnd, place = 0 }: { day: string; seenEnd: string | null; place?: number },
  ) => {
    const contract = (await known(organisationId, day))[place];
    const seen = seenEnd === null ? null : Temporal.PlainDate.from(`${year}-${seenEnd}`);
    const termination = { organisationId, id: contract?.id ?? "", seenEnd: seen };
    return codeOf(await act(server.services, actor, async (work) => terminateContract(work, termination), at(day)));
  };
  /** The day that the form before a termination shows, or why there is none. */
  const ifTerminated = async ({ id }: TestOrganisation, day: string) =>
    asSystem(server.services, at(day), async (work) => {
      const [contract] = await knownContracts(work, id);
      const ended = contract === undefined ? null : await endIfTerminated(work, contract);
      return ended?.ok === true ? endOf(ended.value)?.toString().slice(5) : ended?.refusal.code;
    });

  it("is offered for the next year from November, once, under published terms (K5)", async () => {
    const organisation = await makeOrganisation(server.services);
    expect(codeOf(await offer(organisation, "10-31"))).toBe("renewal-too-early");
    expect(codeOf(await offer(organisation, "11-02", year + 2))).toBe("invalid-input");
    expect(codeOf(await offer(organisation, "11-02"))).toBe("ok");
    expect(codeOf(await offer(organisation, "11-02"))).toBe("transition-refused");
    expect(await states(organisation, "11-02")).toEqual(["offered", "active"]);
  });

  it("is signed by a signatory alone, and follows on this year's (K1, K5)", async () => {
    const organisation = await makeOrganisation(server.services);
    const place = await offered(organisation, "11-02");
    const seatedOnly: Contact = { ...signatoryOf(organisation), personId: organisation.second, isSignatory: false };
    expect(await sign(seatedOnly, place, "11-20")).toBe("not-allowed");
    const other = await makeOrganisation(server.services);
    expect(await sign(signatoryOf(other), place, "11-20")).toBe("not-allowed");
    expect(await sign(signatoryOf(other), { ...place, organisationId: other.id }, "11-20")).toBe("not-found");
    expect(await sign(signatoryOf(organisation), place, "11-20")).toBe("ok");
    expect(await sign(signatoryOf(organisation), place, "11-20")).toBe("transition-refused");
    expect(await states(organisation, "11-20")).toEqual(["signed", "active"]);
    await asSystem(server.services, at("11-20"), async ({ tx }) => {
      const next = await findContractOn(tx, organisation.id, Temporal.PlainDate.from(`${year + 1}-01-01`));
      expect(next).toMatchObject({ id: place.id });
      expect((await verifyChain(tx, organisation.id)).broken).toBeNull();
    });
  });

  it("is signed once when two signatories do it at the same moment", async () => {
    const organisation = await makeOrganisation(server.services);
    await asSystem(server.services, at("11-02"), async (work) =>
      appointSignatory(work, { organisationId: organisation.id, personId: organisation.second }),
    );
    const place = await offered(organisation, "11-02");
    const signatories = [organisation.first, organisation.second].map((personId): Contact => ({
      ...signatoryOf(organisation),
      personId,
    }));
    const answers = await Promise.all(signatories.map(async (signatory) => sign(signatory, place, "11-20")));
    expect(answers.toSorted()).toEqual(["ok", "transition-refused"]);
    expect(await states(organisation, "11-20")).toEqual(["signed", "active"]);
  });

  it("is an administrator's to offer and take back, before it is signed", async () => {
    const organisation = await makeOrganisation(server.services);
    const consultant: Staff = { kind: "consultant", personId: await makeStaff(server.services) };
    expect(codeOf(await offer(organisation, "11-02", year + 1, consultant))).toBe("not-allowed");
    const place = await offered(organisation, "11-02");
    const withdraw = async (actor: Staff) =>
      codeOf(await act(server.services, actor, async (work) => withdrawOffer(work, place), at("11-03")));
    expect(await withdraw(consultant)).toBe("not-allowed");
    expect(await withdraw(administrator)).toBe("ok");
    expect(await withdraw(administrator)).toBe("transition-refused");
    expect(await sign(signatoryOf(organisation), place, "11-20")).toBe("transition-refused");
    expect(codeOf(await offer(organisation, "11-20"))).toBe("ok");
  });

  it("ends on the last day of the month in which it is terminated, as was shown (K3)", async () => {
    const organisation = await makeOrganisation(server.services);
    const signatory = signatoryOf(organisation);
    const seatedOnly: Contact = { ...signatory, personId: organisation.second, isSignatory: false };
    expect(await terminate(seatedOnly, organisation.id, { day: "09-14", seenEnd: "09-30" })).toBe("not-allowed");
    expect(await terminate(signatory, organisation.id, { day: "09-14", seenEnd: "08-31" })).toBe("changed-meanwhile");
    expect(await ifTerminated(organisation, "09-14")).toBe("09-30");
    expect(await terminate(signatory, organisation.id, { day: "09-14", seenEnd: "09-30" })).toBe("ok");
    expect(await terminate(signatory, organisation.id, { day: "09-20", seenEnd: "09-30" })).toBe("transition-refused");
    expect(await ifTerminated(organisation, "09-20")).toBe("transition-refused");
    await asSystem(server.services, at("09-20"), async ({ tx }) => {
      const on = async (day: string) => findContractOn(tx, organisation.id, Temporal.PlainDate.from(`${year}-${day}`));
      expect([await on("09-30"), await on("10-01")]).toEqual([expect.anything(), null]);
    });
    expect(codeOf(await offer(organisation, "09-20", year))).toBe("ok");
  });

  it("is terminated on the customer's behalf by an administrator, which stays on record", async () => {
    const organisation = await makeOrganisation(server.services);
    const consultant: Staff = { kind: "consultant", personId: await makeStaff(server.services) };
    const asked = { day: "09-14", seenEnd: "09-30" };
    expect(await terminate(consultant, organisation.id, asked)).toBe("not-allowed");
    expect(await terminate(administrator, organisation.id, asked)).toBe("ok");
    await asSystem(server.services, at("09-14"), async ({ tx }) => {
      const { payload } = await tx
        .selectFrom("events")
        .innerJoin("event_payloads", "event_payloads.eventId", "events.id")
        .select("payload")
        .where("events.organisationId", "=", organisation.id)
        .where("kind", "=", "contract-terminated")
        .executeTakeFirstOrThrow();
      expect(payload).toEqual({
        termsYear: year,
        before: `${year}-12-31`,
        endsOn: `${year}-09-30`,
        isOnBehalf: true,
      });
    });
  });

  it("is taken back when it is terminated before it starts, and leaves room for another (K1)", async () => {
    const organisation = await makeOrganisation(server.services);
    const signatory = signatoryOf(organisation);
    expect(await sign(signatory, await offered(organisation, "11-02"), "11-20")).toBe("ok");
    expect(await terminate(signatory, organisation.id, { day: "12-10", seenEnd: null })).toBe("ok");
    expect(await states(organisation, "12-10")).toEqual(["withdrawn", "active"]);
    expect(await sign(signatory, await offered(organisation, "12-11"), "12-12")).toBe("ok");
  });

  it("is not found under another organisation, nor on a day without one", async () => {
    const organisation = await makeOrganisation(server.services);
    const { id } = await offered(await makeOrganisation(server.services), "11-02");
    const place = { organisationId: organisation.id, id };
    const { services } = server;
    const withdrawn = await act(services, administrator, async (work) => withdrawOffer(work, place), at("11-03"));
    const termination = { ...place, seenEnd: null };
    const terminated = await act(
      services,
      signatoryOf(organisation),
      async (work) => terminateContract(work, termination),
      at("11-03"),
    );
    const locked = await asSystem(services, at("11-03"), async (work) =>
      lockContract(work, place, "contract.withdraw"),
    );
    expect([withdrawn, terminated, locked].map(codeOf)).toEqual(["not-found", "not-found", "not-found"]);
    const byContact = await act(services, signatoryOf(organisation), async (work) =>
      lockContract(work, place, "contract.withdraw"),
    );
    expect(codeOf(byContact)).toBe("not-allowed");
    const later = Temporal.Instant.from(`${year + 1}-06-01T12:00Z`);
    const inForce = await asSystem(services, later, async ({ tx }) => contractAt(tx, organisation.id, later));
    expect(inForce).toEqual({ ok: false, refusal: { code: "no-contract", on: `${year + 1}-06-01` } });
  });

  it("is nobody else's to change in the database either", async () => {
    const organisation = await makeOrganisation(server.services);
    const { id } = await offered(organisation, "11-02");
    const seatedOnly = { ...signatoryOf(organisation), personId: organisation.second };
    const write = async (actor: Contact, changes: Record<string, unknown>, contract: string = id) =>
      act(server.services, actor, async ({ tx }) => {
        await tx
          .updateTable("contracts")
          .set(changes)
          .where("id", "=", contract as never)
          .execute();
        return { ok: true, value: null };
      });
    const day = (text: string) => Temporal.PlainDate.from(text);
    const signature = (by: PersonId, until = `${year + 1}-12-31`) => ({
      signedOn: day(`${year}-11-20`),
      signedBy: by,
      startsOn: day(`${year + 1}-01-01`),
      endsOn: day(until),
    });
    const refused = { code: "42501" };
    const signatory = signatoryOf(organisation);
    await expect(write(seatedOnly, signature(organisation.second))).rejects.toMatchObject(refused);
    await expect(write(signatory, signature(organisation.second))).rejects.toMatchObject(refused);
    await expect(write(signatory, signature(organisation.first, `${year + 1}-06-30`))).rejects.toMatchObject(refused);
    await expect(write(signatory, { termsYear: year })).rejects.toMatchObject(refused);
    const current = (await known(organisation.id, "11-02"))[1]?.id ?? "";
    for (const changes of [
      { endsOn: day(`${year}-01-31`), terminatedAt: at("11-20") },
      { withdrawnAt: at("11-20"), startsOn: null, endsOn: null },
      { signedBy: organisation.second },
    ])
      await expect(write(signatory, changes, current)).rejects.toMatchObject(refused);
  });
});
