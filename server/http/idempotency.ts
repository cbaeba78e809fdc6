import { createHash } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import { sql } from "kysely";
import type { Work } from "../events/work.ts";
import { type Answer, isKept, refused } from "./answer.ts";
import type { Body } from "./read-input.ts";
import type { Route } from "./route.ts";

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

interface Replay {
  route: Route;
  headers: IncomingHttpHeaders;
  work: Work;
  body: Body;
}

/**
 * Answers a repeated request as it was answered the first time, without doing it again (R11). The key comes from a hidden
 * field or the Idempotency-Key header, and is taken off the body so that the route's schema stays its own.
 */
export async function replay({ route, headers, work, body }: Replay, handle: (body: Body) => Promise<Answer>): Promise<Answer> {
  const { idempotencyKey, ...fields } = body.fields;
  const header = headers["idempotency-key"];
  const key = idempotencyKey?.[0] ?? (typeof header === "string" ? header : undefined);
  if (!route.idempotent || key === undefined || !uuid.test(key) || work.actor.kind === "system") return handle({ ...body, fields });
  const { personId } = work.actor;
  const requestHash = createHash("sha256").update(JSON.stringify([route.path, fields, body.json ?? null])).digest();
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${personId} ${key}`}, 0))`.execute(work.tx);
  const before = await work.tx.selectFrom("idempotency_keys").select(["request_hash", "answer"]).where("person_id", "=", personId).where("key", "=", key).executeTakeFirst();
  if (before !== undefined) return before.request_hash.equals(requestHash) ? (before.answer as Answer) : refused({ code: "changed-meanwhile" });
  const answer = await handle({ ...body, fields });
  if (isKept(answer) && (answer.kind === "redirect" || answer.kind === "json"))
    await work.tx
      .insertInto("idempotency_keys")
      .values({
        person_id: personId,
        key,
        organisation_id: work.actor.kind === "contact" ? work.actor.organisationId : null,
        request_hash: requestHash,
        answer: JSON.stringify(answer),
        created_at: work.now(),
      })
      .execute();
  return answer;
}
