import { Readable } from "node:stream";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { codeOf, seated } from "../../test/support/act.ts";
import { makeOrganisation } from "../../test/support/make-organisation.ts";
import { startTestServer, type TestServer } from "../../test/support/start-test-server.ts";
import type { Contact } from "../../core/access/actor.ts";
import { takeUpload } from "./take-upload.ts";

const megabyte = 1024 * 1024;

describe("the room for files", () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(inject("ownerUrl"));
  });
  afterAll(async () => server.close());

  const stored = (): number =>
    readdirSync(join(server.dataDirectory, "files"), { recursive: true, encoding: "utf8" }).filter((name) =>
      /[0-9a-f]{64}$/.test(name),
    ).length;
  const send = async (actor: Contact, room = { waitingMegabytes: 3, dayMegabytes: 5 }) =>
    takeUpload({ ...server.services, room })(
      { actor, params: {} },
      { name: "a.txt", stream: Readable.from([Buffer.alloc(megabyte, "a")]) },
    );

  it("ends for one person's files that wait, also when they come all at once, and the disk keeps no others", async () => {
    const organisation = await makeOrganisation(server.services);
    const before = stored();
    const outcomes = await Promise.all(Array.from({ length: 8 }, async () => send(seated(organisation))));
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(3);
    expect(new Set(outcomes.map(codeOf))).toEqual(new Set(["ok", "uploads-full"]));
    expect(stored()).toBe(before + 3);
  });

  it("ends for an organisation's day, and for no other organisation", async () => {
    const [organisation, other] = [await makeOrganisation(server.services), await makeOrganisation(server.services)];
    for (const seat of [1, 2] as const) for (let time = 0; time < 3; time += 1) await send(seated(organisation, seat));
    expect(codeOf(await send(seated(organisation, 2), { waitingMegabytes: 100, dayMegabytes: 5 }))).toBe(
      "uploads-full",
    );
    expect(codeOf(await send(seated(other)))).toBe("ok");
  });

  it("is not there for a signatory without a seat, who writes nothing", async () => {
    const organisation = await makeOrganisation(server.services);
    const before = stored();
    expect(codeOf(await send({ ...seated(organisation), seat: null }))).toBe("no-seat");
    expect(stored()).toBe(before);
  });
});
