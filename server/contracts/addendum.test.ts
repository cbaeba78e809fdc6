import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import type { Contact } from "../../core/access/actor.ts";
import { act, codeOf, consultant, seated } from "../../test/support/act.ts";
import { makeOrganisation, makeStaff, type TestOrganisation } from "../../test/support/make-organisation.ts";
import { exampleAddendum, signAddendumAt } from "../../test/support/make-on-site.ts";
import { startTestServer, type TestServer } from "../../test/support/start-test-server.ts";
import type { AddendumId, PersonId } from "../../core/values/ids.ts";
import { inTransaction } from "../db/transaction.ts";
import { findAddendumOn, findOpenAddendum } from "./read-addenda.ts";
import { lockAddendum } from "./lock-addendum.ts";
import { offerAddendum, withdrawAddendum } from "./offer-addendum.ts";
import { signAddendum } from "./sign-addendum.ts";

describe("the addendum for work on site (A3)", () => {
  let server: TestServer;
  let administrator: PersonId;
  beforeAll(async () => {
    server = await startTestServer(inject("ownerUrl"));
    administrator = await makeStaff(server.services, "administrator");
  });
  afterAll(async () => server.close());

  const now = () => server.services.now();
  const today = () => now().toZonedDateTimeISO("Europe/Amsterdam").toPlainDate();
  const signatory = (organisation: TestOrganisation): Contact => ({ ...seated(organisation), isSignatory: true });
  const offer = async (organisation: TestOrganisation, terms = exampleAddendum) =>
    act(server.services, { kind: "administrator", personId: administrator }, async (work) =>
      offerAddendum(work, { organisationId: organisation.id, terms }),
    );
  const withdraw = async (organisation: TestOrganisation, id: string) =>
    act(server.services, { kind: "administrator", personId: administrator }, async (work) =>
      withdrawAddendum(work, { organisationId: organisation.id, id }),
    );
  const sign = async (organisation: TestOrganisation, id: string, actor: Contact = signatory(organisation)) =>
    act(server.services, actor, async (work) =>
      signAddendum(work, { organisationId: organisation.id, id, signedBy: actor.personId }),
    );
  async function offered(organisation: TestOrganisation): Promise<AddendumId> {
    const made = await offer(organisation);
    if (!made.ok) throw new Error(made.refusal.code);
    return made.value.id;
  }
  const inForce = async (organisation: TestOrganisation, on: Temporal.PlainDate) =>
    inTransaction(server.services.databases, { kind: "system" }, async (tx) => findAddendumOn(tx, organisation.id, on));

  it("is offered by an administrator, signed by a signatory in the portal, and holds from today until the contract's end", async () => {
    const organisation = await makeOrganisation(server.services);
    const id = await offered(organisation);
    expect(await inForce(organisation, today())).toBeNull();
    const signed = await sign(organisation, id);
    const endsOn = today().with({ month: 12, day: 31 });
    expect(signed).toEqual({ ok: true, value: { startsOn: today(), endsOn } });
    expect(await inForce(organisation, today())).toMatchObject({ id, terms: exampleAddendum });
    expect(await inForce(organisation, today().subtract({ days: 1 }))).toBeNull();
    expect(await inForce(organisation, endsOn.add({ days: 1 }))).toBeNull();
  });

  it("waits for one signature at a time, and can be withdrawn until then", async () => {
    const organisation = await makeOrganisation(server.services);
    const id = await offered(organisation);
    expect(codeOf(await offer(organisation))).toBe("addendum-open");
    expect(codeOf(await withdraw(organisation, id))).toBe("ok");
    expect(codeOf(await withdraw(organisation, id))).toBe("changed-meanwhile");
    expect(codeOf(await sign(organisation, id))).toBe("changed-meanwhile");
    const next = await offered(organisation);
    expect(codeOf(await sign(organisation, next))).toBe("ok");
    expect(codeOf(await sign(organisation, next))).toBe("changed-meanwhile");
    expect(codeOf(await withdraw(organisation, next))).toBe("changed-meanwhile");
    const open = await inTransaction(server.services.databases, { kind: "system" }, async (tx) =>
      findOpenAddendum(tx, organisation.id),
    );
    expect(open).toBeNull();
  });

  it("is replaced by a later one from its first day on", async () => {
    const organisation = await makeOrganisation(server.services);
    const june = (day: number) => today().with({ month: 6, day });
    const at = (day: number) => june(day).toZonedDateTime("Europe/Amsterdam").toInstant();
    const first = await signAddendumAt(server.services, organisation, { at: at(8) });
    const dearer = { ...exampleAddendum, visitHourlyRate: 12_000n };
    const second = await signAddendumAt(server.services, organisation, { at: at(10), terms: dearer });
    expect(await inForce(organisation, june(7))).toBeNull();
    expect(await inForce(organisation, june(9))).toMatchObject({ id: first });
    expect(await inForce(organisation, june(10))).toMatchObject({ id: second, terms: dearer });
  });

  it("is no consultant's to offer, no seat's to sign, and no other organisation's to see", async () => {
    const [organisation, other] = [await makeOrganisation(server.services), await makeOrganisation(server.services)];
    const sanne = await makeStaff(server.services);
    const byConsultant = await act(server.services, consultant(sanne), async (work) =>
      offerAddendum(work, { organisationId: organisation.id, terms: exampleAddendum }),
    );
    expect(codeOf(byConsultant)).toBe("not-allowed");
    const id = await offered(organisation);
    expect(codeOf(await sign(organisation, id, seated(organisation, 2)))).toBe("not-allowed");
    // Claims to be a signatory, but is not appointed.
    const pretender = { ...seated(organisation, 2), isSignatory: true };
    expect(codeOf(await sign(organisation, id, pretender))).toBe("not-allowed");
    expect(codeOf(await sign(other, id))).toBe("not-found");
    expect(codeOf(await withdraw(other, id))).toBe("not-found");
    const byConsultantBack = await act(server.services, consultant(sanne), async (work) =>
      withdrawAddendum(work, { organisationId: organisation.id, id }),
    );
    expect(codeOf(byConsultantBack)).toBe("not-allowed");
    const locked = async (actor: Contact, place: TestOrganisation) =>
      codeOf(
        await act(server.services, actor, async (work) =>
          lockAddendum(work, { organisationId: place.id, id }, "addendum.sign"),
        ),
      );
    expect(await locked(signatory(other), organisation)).toBe("not-allowed");
    expect(await locked(signatory(other), other)).toBe("not-found");
  });

  it("has numbers that can be, each refused by its name", async () => {
    const organisation = await makeOrganisation(server.services);
    const travel = { kind: "fixed", centsPerVisit: -1n } as const;
    expect(await offer(organisation, { visitHourlyRate: 0n, minimumVisitMinutes: 2000, travel })).toEqual({
      ok: false,
      refusal: {
        code: "invalid-input",
        fields: { visitHourlyRate: "out-of-range", minimumVisitMinutes: "out-of-range", travelCents: "out-of-range" },
      },
    });
  });

  it("belongs to a contract: none is offered without one, and none signed after it", async () => {
    const organisation = await makeOrganisation(server.services);
    const nextYear = Temporal.PlainDate.from({ year: today().year + 1, month: 1, day: 5 });
    const then = nextYear.toZonedDateTime("Europe/Amsterdam").toInstant();
    const late = await act(
      server.services,
      { kind: "system" },
      async (work) => offerAddendum(work, { organisationId: organisation.id, terms: exampleAddendum }),
      then,
    );
    expect(late).toEqual({ ok: false, refusal: { code: "no-contract", on: nextYear.toString() } });
    const id = await offered(organisation);
    const signedLate = await act(
      server.services,
      signatory(organisation),
      async (work) => signAddendum(work, { organisationId: organisation.id, id, signedBy: organisation.first }),
      then,
    );
    expect(signedLate).toEqual({ ok: false, refusal: { code: "no-contract", on: nextYear.toString() } });
  });

  it("is on record, offered, signed and withdrawn", async () => {
    const organisation = await makeOrganisation(server.services);
    await withdraw(organisation, await offered(organisation));
    await sign(organisation, await offered(organisation));
    const kinds = await inTransaction(server.services.databases, { kind: "system" }, async (tx) =>
      tx
        .selectFrom("events")
        .select("kind")
        .where("organisationId", "=", organisation.id)
        .where("kind", "like", "contract-addendum-%")
        .orderBy("sequence")
        .execute(),
    );
    expect(kinds.map(({ kind }) => kind)).toEqual([
      "contract-addendum-offered",
      "contract-addendum-withdrawn",
      "contract-addendum-offered",
      "contract-addendum-signed",
    ]);
  });
});
