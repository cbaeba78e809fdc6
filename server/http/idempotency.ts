import { createHash } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import { sql } from "kysely";
import type { PersonId } from "../../core/values/ids.ts";
import { compiled } from "../db/compiled.ts";
import type { Work } from "../events/work.ts";
import { type Afterwards, afterwards, type Answer, isKept, refused } from "./answer.ts";
import { BadRequest } from "./bad-request.ts";
import type { Body } from "./read-input.ts";
import type { Route } from "./route.ts";
import { toJson } from "./send.ts";
import { insertKeptAnswer } from "./store-kept-answers.ts";

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

interface Replay {
  route: Route;
  headers: IncomingHttpHeaders;
  params: Readonly<Record<string, string>>;
  work: Work;
  body: Body;
  /** Opens another transaction, for an answer that comes after the request's. */
  inAnother: (keep: (work: Work) => Promise<Answer>) => Promise<Answer>;
}

/**
 * The answers under way after their transaction, by request. The same request, sent again meanwhile, waits for the same
 * answer.
 */
const underWay = new Map<string, Promise<Answer>>();

/**
 * Answers a repeated request with its first answer, without doing it again (R11). The key comes from a hidden field or
 * the Idempotency-Key header. It is removed from the body, so that the route's schema stays its own. Refuses
 * `sent-before` when another request, even with one other byte in a file, has the same key.
 */
export async function answerOnce(
  { route, headers, params, work, body, inAnother }: Replay,
  handle: (body: Body) => Promise<Answer>,
): Promise<Answer> {
  if (route.method === "GET") return handle(body);
  const { idempotencyKey, ...fields } = body.fields;
  const key = keyOf(idempotencyKey, headers["idempotency-key"]);
  const rest = { ...body, fields };
  if (!route.idempotent || key === null || work.actor.kind === "system") return handle(rest);
  const { personId } = work.actor;
  const files = body.uploads.map(({ field, name, sha256 = null }) => [field, name, sha256]);
  const requestHash = createHash("sha256")
    .update(JSON.stringify([route.path, params, fields, body.json ?? null, files]))
    .digest();
  const asked = { personId, key, requestHash };
  const before = await answeredBefore(work, asked);
  if (before !== null) return before;
  const answer = await handle(rest);
  if (answer.kind !== "afterwards") return keepAnswer(work, asked, answer);
  return afterwards(async () => once(asked, async () => finishOnce(asked, answer, inAnother)));
}

type InAnother = Replay["inAnother"];

async function finishOnce(asked: AskedOnce, { run }: Afterwards, inAnother: InAnother): Promise<Answer> {
  const before = await inAnother(async (work) => (await answeredBefore(work, asked)) ?? { kind: "afterwards", run });
  if (before.kind !== "afterwards") return before;
  const answer = await run();
  return inAnother(async (work) => keepAnswer(work, asked, answer));
}

/**
 * Runs a request that is not under way yet. Of another process it knows only stored answers; there the action's own
 * guards protect.
 */
async function once({ personId, key, requestHash }: AskedOnce, run: () => Promise<Answer>): Promise<Answer> {
  const name = `${personId} ${key} ${requestHash.toString("hex")}`;
  const running = underWay.get(name) ?? run().finally(() => underWay.delete(name));
  underWay.set(name, running);
  return running;
}

const keptAnswer = compiled((from, personId: PersonId, key: string) =>
  from
    .selectFrom("idempotency_keys")
    .select(["requestHash", "answer"])
    .where("personId", "=", personId)
    .where("key", "=", key),
);

interface AskedOnce {
  readonly personId: PersonId;
  readonly key: string;
  readonly requestHash: Buffer;
}

/**
 * The stored answer for the key, or null. Holds the key until the transaction ends. Refuses the key of another request.
 */
async function answeredBefore({ tx }: Work, { personId, key, requestHash }: AskedOnce): Promise<Answer | null> {
  // Both go out together. The second sees what was committed until it has the lock.
  const [, [before]] = await Promise.all([
    sql`select pg_advisory_xact_lock(hashtextextended(${`${personId} ${key}`}, 0))`.execute(tx),
    keptAnswer(tx, personId, key),
  ]);
  if (before === undefined) return null;
  return before.requestHash.equals(requestHash) ? (before.answer as Answer) : refused({ code: "sent-before" });
}

/** The key of a request, or null without one. Refuses an unusable key, because its sender would count on it. */
function keyOf(field: readonly string[] | undefined, header: string | string[] | undefined): string | null {
  const given = [...(field ?? []), ...(header === undefined ? [] : [header].flat())].map((key) => key.toLowerCase());
  const [key] = given;
  if (key === undefined) return null;
  if (given.some((other) => other !== key) || !uuid.test(key)) throw new BadRequest("key-not-uuid");
  return key;
}

/**
 * Stores an answer worth repeating. Refuses a key that the same person used in another organisation, where row-level
 * security hides it.
 */
async function keepAnswer(work: Work, { personId, key, requestHash }: AskedOnce, answer: Answer): Promise<Answer> {
  if (!isKept(answer) || (answer.kind !== "redirect" && answer.kind !== "json")) return answer;
  const row = {
    personId,
    key,
    organisationId: work.actor.kind === "contact" ? work.actor.organisationId : null,
    requestHash,
    answer: toJson(answer),
    createdAt: work.now(),
  };
  return (await insertKeptAnswer(work.tx, row)) ? answer : refused({ code: "sent-before" });
}
