import { Readable } from "node:stream";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { act, codeOf, consultant, seated } from "../../test/support/act.ts";
import { asSystem, makeOrganisation, makeStaff } from "../../test/support/make-organisation.ts";
import { startTestServer, type TestServer } from "../../test/support/start-test-server.ts";
import type { Actor, Contact } from "../../core/access/actor.ts";
import { takeUpload } from "./take-upload.ts";
import { createTicketAt } from "../../test/support/make-work.ts";
import { inTransaction } from "../db/transaction.ts";
import { attachUploads } from "./store-attachments.ts";
import { requireRoom } from "./upload-room.ts";

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

  it("is for a file with something in it, of a kind that is taken, on a ticket that exists, by a person", async () => {
    const contact = seated(await makeOrganisation(server.services));
    const staff = consultant(await makeStaff(server.services));
    const room = { waitingMegabytes: 100, dayMegabytes: 100 };
    const before = stored();
    const take = async (actor: Actor, content: readonly Buffer[], name = "a.txt") =>
      codeOf(
        await takeUpload({ ...server.services, room })(
          { actor, params: { reference: "K26-99999" } },
          { name, stream: Readable.from(content) },
        ),
      );
    const one = Buffer.from("tekst");
    expect(await take(contact, [])).toBe("attachment-empty");
    expect(await take(contact, Array<Buffer>(26).fill(Buffer.alloc(megabyte, "a")))).toBe("attachment-too-large");
    expect(await take(contact, [Buffer.from("MZ\u0000")], "a.exe")).toBe("attachment-kind");
    expect(await take(staff, [one])).toBe("not-found");
    expect(await take({ kind: "system" }, [one])).toBe("not-allowed");
    expect(stored()).toBe(before);
  });

  it("is asked for by the size of the file", async () => {
    const contact = seated(await makeOrganisation(server.services));
    const room = { waitingMegabytes: 1, dayMegabytes: 1 };
    const ask = async (actor: Contact, bytes: number) =>
      codeOf(
        await inTransaction(server.services.databases, actor, async (tx) =>
          requireRoom(tx, actor, { bytes, now: server.services.now(), room }),
        ),
      );
    expect([await ask(contact, megabyte), await ask(contact, megabyte + 1)]).toEqual(["ok", "uploads-full"]);
    expect(await ask({ ...contact, seat: null }, 1)).toBe("no-seat");
  });

  it("ties to a ticket only what the person sent and nothing else has", async () => {
    const { services } = server;
    const organisation = await makeOrganisation(services);
    const sent = await send(seated(organisation));
    const ticket = await createTicketAt(services, organisation, { at: services.now().toString() });
    const asked = {
      organisationId: organisation.id,
      ticketId: ticket.id,
      messageId: null,
      attachmentIds: sent.ok ? [sent.value] : [],
    };
    const attach = async (seat: 1 | 2) =>
      codeOf(await act(services, seated(organisation, seat), async (work) => attachUploads(work, asked)));
    expect([await attach(2), await attach(1), await attach(1)]).toEqual(["not-found", "ok", "not-found"]);
    const bySystem = await asSystem(services, services.now(), async (work) => attachUploads(work, asked));
    expect(codeOf(bySystem)).toBe("not-allowed");
  });
});
