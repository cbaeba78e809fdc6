import { Readable } from "node:stream";
import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { asSystem, makeOrganisation } from "../../test/support/make-organisation.ts";
import { startTestServer, type TestServer } from "../../test/support/start-test-server.ts";
import { newId } from "../db/new-id.ts";
import type { AttachmentId } from "../../core/values/ids.ts";
import { addPerson } from "../people/add-person.ts";
import { cleanUp } from "./clean-up.ts";

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer(inject("ownerUrl"));
});
afterAll(async () => server.close());

describe("the daily clean-up", () => {
  it("removes uploads that waited a day, with their files, and leaves newer ones", async () => {
    const { services } = server;
    const organisation = await makeOrganisation(services);
    const now = services.systemNow();
    const upload = async (uploadedAt: Temporal.Instant) => {
      const put = await services.files.put(Readable.from([Buffer.from("tekst")]), { limitBytes: 100 });
      if (!put.ok) throw new Error(put.why);
      const { key, sha256, size } = put.file;
      await asSystem(services, now, async ({ tx }) =>
        tx
          .insertInto("attachments")
          .values({
            organisationId: organisation.id,
            id: newId<AttachmentId>(),
            ticketId: null,
            messageId: null,
            name: "log.txt",
            mediaType: "text/plain",
            sizeBytes: BigInt(size),
            sha256,
            storageKey: key,
            uploadedBy: organisation.first,
            uploadedAt,
          })
          .execute(),
      );
      return key;
    };
    const [stale, fresh] = [await upload(now.subtract({ hours: 25 })), await upload(now.subtract({ hours: 23 }))];
    await cleanUp(services);
    await expect(services.files.open(stale)).rejects.toThrow();
    (await services.files.open(fresh)).destroy();
    const rows = await asSystem(services, now, async ({ tx }) =>
      tx.selectFrom("attachments").select("storageKey").execute(),
    );
    expect(rows.map((row) => row.storageKey)).toEqual([fresh]);
  });

  it("forgets codes and counts of yesterday, and invitations that ended 90 days ago", async () => {
    const { services } = server;
    const now = services.systemNow();
    await asSystem(services, now, async ({ tx }) => {
      for (const days of [0, 2]) {
        const at = now.subtract({ hours: 24 * days });
        const secret = () => randomBytes(32);
        await tx
          .insertInto("sign_in_codes")
          .values({
            id: newId(),
            personId: null,
            mailAddress: `x${days}@customer.example`,
            codeHash: secret(),
            linkHash: secret(),
            browserHash: secret(),
            createdAt: at,
            expiresAt: at.add({ minutes: 10 }),
          })
          .execute();
        const personId = await addPerson(
          { tx, actor: { kind: "system" }, now: () => at },
          { name: `Of ${days}`, mailAddress: `of${days}@desk.example`, language: "nl", staffRole: "consultant" },
        );
        const createdAt = at.subtract({ hours: 24 * 89 });
        await tx
          .insertInto("invitations")
          .values({ personId, id: newId(), tokenHash: secret(), createdAt, expiresAt: createdAt.add({ hours: 1 }) })
          .execute();
        await tx
          .insertInto("rate_limits")
          .values({ bucket: `test:${days}`, windowStartedAt: at, hits: 1 })
          .execute();
      }
    });
    await cleanUp(services);
    const left = await asSystem(services, now, async ({ tx }) => ({
      invitations: await tx
        .selectFrom("invitations")
        .innerJoin("people", "people.id", "personId")
        .select("name")
        .execute(),
      codes: await tx.selectFrom("sign_in_codes").select("mailAddress").execute(),
      limits: await tx.selectFrom("rate_limits").select("bucket").execute(),
    }));
    expect(left).toEqual({
      invitations: [{ name: "Of 0" }],
      codes: [{ mailAddress: "x0@customer.example" }],
      limits: [{ bucket: "test:0" }],
    });
  });
});
