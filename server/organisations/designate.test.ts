import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import type { Contact, Staff } from "../../core/access/actor.ts";
import { defaultTerms } from "../../core/contracts/terms.ts";
import type { OrganisationId, PersonId } from "../../core/values/ids.ts";
import { act, codeOf, seated } from "../../test/support/act.ts";
import { asSystem, makeOrganisation, makeStaff, type TestOrganisation } from "../../test/support/make-organisation.ts";
import { startTestServer, type TestServer } from "../../test/support/start-test-server.ts";
import { inTransaction } from "../db/transaction.ts";
import { newId } from "../db/new-id.ts";
import type { MailAddress } from "../people/mail-address.ts";
import { appointNamed, withdrawSignatory } from "./change-signatories.ts";
import { designateContact, vacateSeat } from "./designate.ts";
import { listSeatPeriods } from "./list-seats.ts";

const terms = defaultTerms(2026);

describe("the people of a customer (P2)", () => {
  let server: TestServer;
  let administrator: Staff;
  let organisation: TestOrganisation;
  let other: TestOrganisation;
  beforeAll(async () => {
    server = await startTestServer(inject("ownerUrl"));
    administrator = { kind: "administrator", personId: await makeStaff(server.services, "administrator") };
    organisation = await makeOrganisation(server.services);
    other = await makeOrganisation(server.services, "Andere klant");
  });
  afterAll(async () => server.close());

  let named = 0;
  const somebody = (mailAddress?: string) => {
    named += 1;
    return { name: `Iemand ${named}`, mailAddress: (mailAddress ?? `iemand${named}@klant.example`) as MailAddress };
  };
  const signatory = () => seated(organisation);
  const give = async (
    actor: Contact | Staff,
    seat: { number: number; held: PersonId | null; person?: ReturnType<typeof somebody>; id?: OrganisationId },
  ) =>
    act(server.services, actor, async (work) =>
      designateContact(work, { organisationId: seat.id ?? organisation.id, person: somebody(), ...seat }, terms),
    );
  const vacate = async (actor: Contact | Staff, number: number, held: PersonId | null) =>
    act(server.services, actor, async (work) => vacateSeat(work, { organisationId: organisation.id, number, held }));
  const appoint = async (actor: Contact | Staff, person = somebody(), organisationId = organisation.id) =>
    act(server.services, actor, async (work) => appointNamed(work, { organisationId, person }));
  const withdraw = async (actor: Contact | Staff, personId: PersonId, organisationId = organisation.id) =>
    act(server.services, actor, async (work) => withdrawSignatory(work, { organisationId, personId }));
  const holderOf = async (number: number, { id }: Pick<TestOrganisation, "id"> = organisation) =>
    asSystem(server.services, server.services.now(), async ({ tx }) => {
      const row = await tx
        .selectFrom("seats")
        .innerJoin("people", "people.id", "seats.personId")
        .select(["people.id", "people.name", "people.mailAddress", "people.language", "people.staffRole"])
        .where("organisationId", "=", id)
        .where("seatNumber", "=", number)
        .executeTakeFirst();
      return row ?? null;
    });
  const addressOf = async (id: PersonId) =>
    asSystem(server.services, server.services.now(), async ({ tx }) => {
      const person = await tx.selectFrom("people").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
      return person.mailAddress;
    });
  const signatories = async () =>
    asSystem(server.services, server.services.now(), async ({ tx }) => {
      const rows = await tx
        .selectFrom("signatories")
        .select("personId")
        .where("organisationId", "=", organisation.id)
        .execute();
      return rows.map(({ personId }) => personId);
    });

  it("are handed a seat by a signatory, emptied, and given again by an administrator, which the history tells", async () => {
    const person = somebody();
    expect(await give(signatory(), { number: 2, held: organisation.second, person })).toMatchObject({
      ok: true,
      value: { kind: "handed-over", formerId: organisation.second },
    });
    const holder = await holderOf(2);
    expect(holder).toMatchObject({
      name: person.name,
      mailAddress: person.mailAddress,
      language: "nl",
      staffRole: null,
    });
    expect(codeOf(await vacate(signatory(), 2, holder?.id ?? null))).toBe("ok");
    expect(await holderOf(2)).toBeNull();
    expect(codeOf(await vacate(signatory(), 2, null))).toBe("seat-vacant");
    const again = somebody();
    expect(await give(administrator, { number: 2, held: null, person: again })).toMatchObject({
      value: { kind: "assigned" },
    });
    const periods = await inTransaction(server.services.databases, signatory(), async (tx) =>
      listSeatPeriods(tx, organisation.id),
    );
    expect(periods.filter(({ seat }) => seat === 2).map(({ holder: name, until }) => [name, until === null])).toEqual([
      [again.name, true],
      [person.name, false],
      [expect.stringContaining("Bram de Boer"), false],
    ]);
    const kinds = await asSystem(server.services, server.services.now(), async ({ tx }) =>
      tx
        .selectFrom("events")
        .select(["kind", "personId", "isVisible"])
        .where("organisationId", "=", organisation.id)
        .where("kind", "=", "seat-vacated")
        .execute(),
    );
    expect(kinds).toEqual([{ kind: "seat-vacated", personId: organisation.first, isVisible: false }]);
  });

  it("keep the name they have, and are known again in whatever letters their address is typed", async () => {
    const address = await addressOf(other.second);
    const held = (await holderOf(2))?.id ?? null;
    const given = await give(signatory(), {
      number: 2,
      held,
      person: { ...somebody(address.toUpperCase()), name: "X" },
    });
    expect(given).toMatchObject({ ok: true, value: { holderId: other.second } });
    expect((await holderOf(2))?.name).toMatch(/^Bram de Boer/);
    // Their own seat elsewhere is untouched.
    expect((await holderOf(2, other))?.id).toBe(other.second);
  });

  it("get one seat each, of those that the terms give", async () => {
    const address = await addressOf(organisation.first);
    const held = (await holderOf(2))?.id ?? null;
    expect(codeOf(await give(signatory(), { number: 2, held, person: somebody(address) }))).toBe("already-seated");
    expect(codeOf(await give(signatory(), { number: 3, held: null }))).toBe("seat-unknown");
    expect(codeOf(await give(administrator, { number: 0, held: null }))).toBe("seat-unknown");
    expect(codeOf(await vacate(signatory(), 0, null))).toBe("seat-unknown");
    const same = await addressOf(organisation.first);
    expect(await give(signatory(), { number: 1, held: organisation.first, person: somebody(same) })).toMatchObject({
      value: { kind: "unchanged" },
    });
  });

  it("are refused when the seat is no longer as it was seen, also when two hand-overs cross", async () => {
    const held = (await holderOf(2))?.id ?? null;
    expect(codeOf(await give(signatory(), { number: 2, held: null }))).toBe("changed-meanwhile");
    expect(codeOf(await vacate(signatory(), 2, organisation.first))).toBe("changed-meanwhile");
    const crossing = await Promise.all([
      give(signatory(), { number: 2, held }),
      give(administrator, { number: 2, held }),
      give(signatory(), { number: 2, held }),
    ]);
    expect(crossing.map(codeOf).toSorted()).toEqual(["changed-meanwhile", "changed-meanwhile", "ok"]);
    const person = somebody();
    const twice = await Promise.all([
      give(signatory(), { number: 1, held: organisation.first, person }),
      give(administrator, { number: 2, held: (await holderOf(2))?.id ?? null, person }),
    ]);
    expect(twice.map(codeOf).toSorted()).toEqual(["already-seated", "ok"]);
    const now = await holderOf(1);
    if (now?.id !== organisation.first)
      await give(administrator, {
        number: 1,
        held: now?.id ?? null,
        person: somebody(await addressOf(organisation.first)),
      });
  });

  it("are nobody's to change but a signatory's and an administrator's, and no staff", async () => {
    const held = (await holderOf(2))?.id ?? null;
    const reader: Contact = { ...seated(organisation, 2), personId: held ?? organisation.second, isSignatory: false };
    const stranger: Contact = seated(other);
    const consultant: Staff = { kind: "consultant", personId: await makeStaff(server.services) };
    for (const actor of [reader, stranger, consultant]) {
      expect(codeOf(await give(actor, { number: 2, held }))).toBe("not-allowed");
      expect(codeOf(await vacate(actor, 2, held))).toBe("not-allowed");
      expect(codeOf(await appoint(actor))).toBe("not-allowed");
      expect(codeOf(await withdraw(actor, organisation.first))).toBe("not-allowed");
    }
    const staffAddress = await addressOf(consultant.personId);
    const refused = { ok: false, refusal: { code: "invalid-input", fields: { mail: "gets-no-access" } } };
    expect(await give(signatory(), { number: 2, held, person: somebody(staffAddress) })).toMatchObject(refused);
    expect(await appoint(signatory(), somebody(staffAddress))).toMatchObject(refused);
    const nowhere = newId<OrganisationId>();
    expect(codeOf(await give(administrator, { number: 1, held: null, id: nowhere }))).toBe("not-found");
    expect(codeOf(await appoint(administrator, somebody(), nowhere))).toBe("not-found");
  });

  it("always include somebody who may sign, also when two withdraw each other", async () => {
    expect(codeOf(await withdraw(administrator, organisation.first))).toBe("last-signatory");
    expect(codeOf(await withdraw(signatory(), organisation.first))).toBe("own-signature");
    expect(codeOf(await withdraw(signatory(), other.first))).toBe("not-signatory");
    const person = somebody();
    const appointed = await appoint(signatory(), person);
    expect(appointed.ok).toBe(true);
    expect(codeOf(await appoint(administrator, person))).toBe("already-signatory");
    const second = appointed.ok ? appointed.value : organisation.first;
    const crossing = await Promise.all([
      withdraw(signatory(), second),
      withdraw({ ...signatory(), personId: second, seat: null }, organisation.first),
    ]);
    expect(crossing.map(codeOf).toSorted()).toEqual(["not-allowed", "ok"]);
    expect(await signatories()).toHaveLength(1);
    if ((await signatories())[0] !== organisation.first)
      await appoint(administrator, somebody(await addressOf(organisation.first)));
  });
});

describe("the database, whoever speaks SQL with the portal's connection", () => {
  let server: TestServer;
  let organisation: TestOrganisation;
  let other: TestOrganisation;
  beforeAll(async () => {
    server = await startTestServer(inject("ownerUrl"));
    organisation = await makeOrganisation(server.services);
    other = await makeOrganisation(server.services, "Andere klant");
  });
  afterAll(async () => server.close());

  const run = async (actor: Contact, statement: ReturnType<typeof sql>) =>
    inTransaction(server.services.databases, actor, async (tx) => {
      const { rows } = await statement.execute(tx);
      return rows;
    });
  const refused = { code: "42501" };

  it("designates only for its own organisation, only as a signatory, and only who is known by an address", async () => {
    const signs = seated(organisation);
    const reads = seated(organisation, 2);
    const staff = await makeStaff(server.services, "administrator");
    const staffAddress = await asSystem(server.services, server.services.now(), async ({ tx }) => {
      const row = await tx.selectFrom("people").selectAll().where("id", "=", staff).executeTakeFirstOrThrow();
      return row.mailAddress;
    });
    const name = (id: string, address = "nieuw@klant.example") =>
      sql`select name_person(${id}::uuid, ${newId()}::uuid, 'Nieuw', ${address}, 'nl', now()) as id`;
    const deeds = (id: string) => [
      name(id),
      sql`select give_seat(${id}::uuid, 2, 'anna@klant.example', now())`,
      sql`select vacate_seat(${id}::uuid, 2)`,
      sql`select add_signatory(${id}::uuid, 'anna@klant.example', now())`,
      sql`select remove_signatory(${id}::uuid, ${organisation.first}::uuid)`,
    ];
    for (const deed of deeds(organisation.id)) await expect(run(reads, deed)).rejects.toMatchObject(refused);
    for (const deed of deeds(other.id)) await expect(run(signs, deed)).rejects.toMatchObject(refused);
    const hold = (id: string) => sql`select hold_people(${id}::uuid) as is_held`;
    expect(await run(reads, hold(organisation.id))).toEqual([{ isHeld: false }]);
    expect(await run(signs, hold(other.id))).toEqual([{ isHeld: false }]);
    // An id of somebody elsewhere gives nothing, nor does an address of staff or of nobody.
    for (const statement of [
      sql`update seats set person_id = ${other.second}::uuid where seat_number = 2`,
      sql`insert into seats values (${organisation.id}::uuid, 2, ${other.second}::uuid, now())`,
      sql`delete from seats`,
      sql`insert into signatories values (${organisation.id}::uuid, ${other.second}::uuid, now())`,
      sql`delete from signatories`,
      sql`select customer_of_address('iemand@klant.example')`,
      sql`select give_seat(${organisation.id}::uuid, 2, ${staffAddress}, now())`,
      sql`select give_seat(${organisation.id}::uuid, 2, 'niemand@klant.example', now())`,
      sql`select add_signatory(${organisation.id}::uuid, ${staffAddress}, now())`,
      sql`select remove_signatory(${organisation.id}::uuid, ${organisation.first}::uuid)`,
      sql`select * from seat_history(${other.id}::uuid, 10)`,
      sql`select * from people`,
      sql`insert into people (id, name, mail_address, staff_role, created_at)
        values (${newId()}::uuid, 'X', 'x@klant.example', 'administrator', now())`,
      sql`update people set staff_role = 'administrator'`,
    ])
      await expect(run(signs, statement), JSON.stringify(statement.toOperationNode())).rejects.toMatchObject(refused);
    expect(await run(signs, name(organisation.id, staffAddress))).toEqual([{ id: null }]);
    await expect(
      run(signs, sql`select give_seat(${organisation.id}::uuid, 3, ${await known()}, now())`),
    ).rejects.toMatchObject({
      code: "23514",
    });
    expect(await run(signs, name(organisation.id))).toEqual([{ id: expect.any(String) as string }]);
    expect(await run(signs, sql`select seat, holder from seat_history(${organisation.id}::uuid, 10)`)).toHaveLength(2);
  });

  const known = async () =>
    asSystem(server.services, server.services.now(), async ({ tx }) => {
      const row = await tx.selectFrom("people").selectAll().where("id", "=", other.first).executeTakeFirstOrThrow();
      return row.mailAddress;
    });

  it("keeps the last signatory whoever asks", async () => {
    await expect(
      asSystem(server.services, server.services.now(), async ({ tx }) =>
        tx.deleteFrom("signatories").where("organisationId", "=", organisation.id).execute(),
      ),
    ).rejects.toMatchObject({ code: "23001" });
  });
});
