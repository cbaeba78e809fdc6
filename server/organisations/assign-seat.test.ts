import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import type { Actor, Contact, System } from "../../core/access/actor.ts";
import type { PersonId } from "../../core/values/ids.ts";
import { act, codeOf, seated } from "../../test/support/act.ts";
import { asSystem, makeOrganisation, type TestOrganisation } from "../../test/support/make-organisation.ts";
import { startTestServer, type TestServer } from "../../test/support/start-test-server.ts";
import { assignSeat } from "./assign-seat.ts";
import { findSeats } from "./find-organisations.ts";

const system: System = { kind: "system" };
const terms = { contactSeats: 2 };

describe("the seats of an organisation (P2)", () => {
  let server: TestServer;
  let organisation: TestOrganisation;
  let other: TestOrganisation;
  beforeAll(async () => {
    server = await startTestServer(inject("ownerUrl"));
    [organisation, other] = [await makeOrganisation(server.services), await makeOrganisation(server.services)];
  });
  afterAll(async () => server.close());

  const assign = async (number: number, personId: PersonId, actor: Contact | System = system) =>
    codeOf(
      await act(server.services, actor, async (work) =>
        assignSeat(work, { organisationId: organisation.id, number, personId }, terms),
      ),
    );
  const holders = async () =>
    asSystem(server.services, server.services.now(), async ({ tx }) =>
      (await findSeats(tx, organisation.id)).map(({ id }) => id),
    );
  const events = async () =>
    asSystem(server.services, server.services.now(), async ({ tx }) =>
      tx
        .selectFrom("events")
        .innerJoin("event_payloads", "event_payloads.eventId", "events.id")
        .select("payload")
        .where("events.organisationId", "=", organisation.id)
        .where("kind", "=", "seat-assigned")
        .orderBy("sequence")
        .execute(),
    );

  it("are as many as the terms give, and one a person", async () => {
    expect(await assign(3, other.first)).toBe("seat-unknown");
    expect(await assign(2, organisation.first)).toBe("already-seated");
    expect(await holders()).toEqual([organisation.first, organisation.second]);
  });

  it("are handed over, on record with who held them before; giving one to its holder leaves no trace", async () => {
    const before = await events();
    expect(await assign(2, organisation.second)).toBe("ok");
    expect(await events()).toEqual(before);
    expect(await assign(2, other.second)).toBe("ok");
    expect(await holders()).toEqual([organisation.first, other.second]);
    expect((await events()).at(-1)?.payload).toEqual({
      seat: 2,
      before: organisation.second,
      after: other.second,
    });
  });

  it("are a signatory's to assign, of the own organisation", async () => {
    const actors: Extract<Actor, { kind: "contact" }>[] = [
      { ...seated(organisation), isSignatory: false },
      seated(other),
    ];
    for (const actor of actors) expect(await assign(2, organisation.second, actor)).toBe("not-allowed");
  });
});
