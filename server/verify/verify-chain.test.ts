import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from "vitest";
import { makeTicket } from "../../test/support/act.ts";
import { asSystem, makeOrganisation, type TestOrganisation } from "../../test/support/make-organisation.ts";
import { startTestServer, type TestServer } from "../../test/support/start-test-server.ts";
import { query } from "../../test/embedded.ts";
import { type ChainReport, verifyChain } from "./verify-chain.ts";

describe("the chain of events", () => {
  let server: TestServer;
  let organisation: TestOrganisation;
  beforeAll(async () => {
    server = await startTestServer(inject("ownerUrl"));
  });
  afterAll(async () => server.close());
  beforeEach(async () => {
    organisation = await makeOrganisation(server.services);
    for (const title of ["Een | twee", "Drie", "Vier"])
      await makeTicket(server.services, organisation, undefined, title);
  });

  const verify = async (id: TestOrganisation["id"] | null): Promise<ChainReport> =>
    asSystem(server.services, server.services.now(), async ({ tx }) => verifyChain(tx, id));
  /** A change by somebody with the owner's password. */
  const tamper = async (statement: string): Promise<unknown> =>
    query(
      server.ownerUrl,
      `begin; alter table events disable trigger user; ${statement.replaceAll("$organisation", `'${organisation.id}'`)}; alter table events enable trigger user; commit`,
    );

  it("holds as it was written, for an organisation and for the provider", async () => {
    const report = await verify(organisation.id);
    expect(report).toMatchObject({ broken: null, erasedPayloads: 0 });
    expect(report.events).toBeGreaterThanOrEqual(4);
    expect(await verify(null)).toMatchObject({ broken: null });
  });

  it("still holds when payloads were erased, and says how many", async () => {
    await tamper("delete from event_payloads where organisation_id = $organisation");
    const report = await verify(organisation.id);
    expect(report.broken).toBeNull();
    expect(report.erasedPayloads).toBe(report.events);
  });

  it.each([
    [
      "an event with another kind",
      "update events set kind = 'ticket-withdrawn' where organisation_id = $organisation and sequence = 2",
      "hash",
    ],
    [
      "an event told to have been hidden",
      "update events set is_visible = false where organisation_id = $organisation and kind = 'ticket-created' and sequence = (select max(sequence) from events where organisation_id = $organisation)",
      "hash",
    ],
    [
      "an event at another moment",
      "update events set at = at - interval '1 microsecond' where organisation_id = $organisation and sequence = 2",
      "hash",
    ],
    [
      "another person",
      "update events set person_id = gen_random_uuid() where organisation_id = $organisation and sequence = 2",
      "hash",
    ],
    [
      "a payload rewritten",
      "update event_payloads set payload = '{}' where organisation_id = $organisation and event_id = (select id from events where organisation_id = $organisation and sequence = 2)",
      "payload",
    ],
    [
      "an event taken out",
      "delete from event_payloads where organisation_id = $organisation; delete from events where organisation_id = $organisation and sequence = 2",
      "gap",
    ],
    [
      "the last event cut off",
      "delete from event_payloads where organisation_id = $organisation; delete from events where organisation_id = $organisation and sequence = (select max(sequence) from events where organisation_id = $organisation)",
      "head",
    ],
  ])("is broken by %s", async (_, statement, why) => {
    await tamper(statement);
    expect((await verify(organisation.id)).broken?.why).toBe(why);
  });

  it("is broken by an event whose hash was computed anew, at the one after it", async () => {
    await tamper(
      "update events set kind = 'time-voided', hash = event_hash(previous_hash, organisation_id, sequence, id, at, actor, person_id, 'time-voided', is_visible, subject, payload_hash) where organisation_id = $organisation and sequence = 2",
    );
    expect((await verify(organisation.id)).broken).toEqual({ sequence: 3n, why: "previous" });
  });

  it("has no gap and no fork when many events come at once", async () => {
    await Promise.all(Array.from({ length: 12 }, async () => makeTicket(server.services, organisation)));
    const report = await verify(organisation.id);
    expect(report.broken).toBeNull();
    expect(report.events).toBeGreaterThanOrEqual(16);
  });

  it("refuses a change or removal to everybody, triggers in place", async () => {
    for (const statement of ["update events set kind = 'x'", "delete from events", "truncate events cascade"])
      await expect(query(server.ownerUrl, statement)).rejects.toMatchObject({ code: "23001" });
  });
});
