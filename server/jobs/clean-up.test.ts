import { Readable } from "node:stream";
import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { asSystem, makeOrganisation } from "../../test/support/make-organisation.ts";
import { startTestServer, type TestServer } from "../../test/support/start-test-server.ts";
import { newId } from "../db/new-id.ts";
import type { AttachmentId } from "../../core/values/ids.ts";
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
            organisation_id: organisation.id,
            id: newId<AttachmentId>(),
            ticket_id: null,
            message_id: null,
            name: "log.txt",
            media_type: "text/plain",
            size_bytes: BigInt(size),
            sha256,
            storage_key: key,
            uploaded_by: organisation.first,
            uploaded_at: uploadedAt,
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
      tx.selectFrom("attachments").select("storage_key").execute(),
    );
    expect(rows.map((row) => row.storage_key)).toEqual([fresh]);
  });

  it("forgets codes and counts of yesterday", async () => {
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
            person_id: null,
            mail_address: `x${days}@customer.example`,
            code_hash: secret(),
            link_hash: secret(),
            browser_hash: secret(),
            created_at: at,
            expires_at: at.add({ minutes: 10 }),
          })
          .execute();
        await tx
          .insertInto("rate_limits")
          .values({ bucket: `test:${days}`, window_started_at: at, hits: 1 })
          .execute();
      }
    });
    await cleanUp(services);
    const left = await asSystem(services, now, async ({ tx }) => ({
      codes: await tx.selectFrom("sign_in_codes").select("mail_address").execute(),
      limits: await tx.selectFrom("rate_limits").select("bucket").execute(),
    }));
    expect(left).toEqual({ codes: [{ mail_address: "x0@customer.example" }], limits: [{ bucket: "test:0" }] });
  });
});
