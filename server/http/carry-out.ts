import { refuseAbandoned } from "../db/abandoned.ts";
import { inReadingTransaction, inTransaction } from "../db/transaction.ts";
import { attempt, type Work } from "../events/work.ts";
import { accept, refuse, type Result } from "../../core/values/result.ts";
import type { Actor } from "../../core/access/actor.ts";
import { requireRole } from "../../core/access/can.ts";
import type { Refusal } from "../../core/values/refusal.ts";
import { type Answer, isKept } from "./answer.ts";
import { answerOnce } from "./idempotency.ts";
import { leftOf } from "./left.ts";
import type { Handling } from "./mount.ts";
import { type Body, parseInput, toObject } from "./read-input.ts";
import { parsePageQuery } from "./read-query.ts";
import { refusalAnswer } from "./refusal-answer.tsx";
import { tellingOf } from "./tell-refusal.ts";
import type { Route } from "./route.ts";
import { showTyped } from "./show-typed.ts";
import { limitConcurrency } from "./limit-concurrency.ts";

/**
 * Forms of people who have not signed in. Anybody may send hundreds at once, so they leave the other connections to
 * pages (R42).
 */
const strangers = limitConcurrency({ atOnce: 3, lanes: { waiting: 500 } });

/** Carries an answer out of a transaction that is undone. */
class Undone extends Error {
  readonly answer: Answer;
  constructor(answer: Answer) {
    super("undone");
    this.answer = answer;
  }
}

export interface Asked {
  actor: Actor;
  params: Readonly<Record<string, string>>;
  body: Body;
}

/**
 * Carries a request out in one transaction. A refusal undoes it. Then runs the part of the answer that comes
 * afterwards. A GET stops with `Abandoned` when its browser has left; a form is carried out whole.
 */
export async function inOneTransaction(handling: Handling, asked: Asked): Promise<Answer> {
  const { services } = handling;
  const within = handling.route.method === "GET" ? inReadingTransaction : inTransaction;
  const inAnother = async (run: (work: Work) => Promise<Answer>): Promise<Answer> =>
    within(
      services.databases,
      asked.actor,
      async (tx) => run({ tx, actor: asked.actor, now: services.now, reacts: true }),
      leftOf(handling.context),
    );
  const isStranger = handling.view.identity === null && handling.route.method === "POST";
  const withinLimit = async (run: () => Promise<Answer>): Promise<Answer> =>
    isStranger ? strangers.run("waiting", run) : run();
  try {
    const before = await withinLimit(async () =>
      inAnother(async (work) => {
        const { headers } = handling.context.env.incoming;
        const answer = await answerOnce(
          { route: handling.route, headers, params: asked.params, work, body: asked.body, inAnother },
          (body) => handle(handling, { ...asked, body }, work),
        );
        if (!isKept(answer)) throw new Undone(answer);
        return answer;
      }),
    );
    return await finish(handling, asked, before);
  } catch (error) {
    if (!(error instanceof Undone)) throw error;
    return finish(handling, asked, error.answer);
  }
}

/** Runs the part after the transaction, and words a refusal that no form showed. */
async function finish(handling: Handling, asked: Asked, before: Answer): Promise<Answer> {
  const { route, view, requestId } = handling;
  let answer = before;
  const left = leftOf(handling.context);
  while (answer.kind === "afterwards") {
    refuseAbandoned(left);
    answer = await answer.run(left);
  }
  if (answer.kind === "refused" && answer.refusal.code === "sent-before")
    answer = await showTyped(handling, asked, answer.refusal);
  return answer.kind === "refused" ? refusalAnswer({ refusal: answer.refusal, route, view, requestId }) : answer;
}

async function handle(
  { route, view, requestId }: Handling,
  { actor, params, body }: Asked,
  work: Work,
): Promise<Answer> {
  const request = { work, actor, params: route.params.parse(params), uploads: body.uploads, view };
  const showRefusal = async (refusal: Refusal): Promise<Answer> =>
    route.showAgain === null
      ? refusalAnswer({ refusal, route, view, requestId })
      : tellingOf(refusal, await route.showAgain({ ...request, fields: body.fields, refusal }));
  const permitted = requireForRoute(actor, route);
  if (!permitted.ok) return showRefusal(permitted.refusal);
  const parsed = parse(route, body);
  if (!parsed.ok) return showRefusal(parsed.refusal);
  const carried = async (): Promise<Result<Answer>> => {
    const answer = await route.handle({ ...request, input: parsed.value });
    return answer.kind === "refused" ? refuse(answer.refusal) : accept(answer);
  };
  // A refused GET needs no savepoint: the whole transaction is undone.
  const result = route.method === "GET" ? await carried() : await attempt(work, carried);
  if (result.ok) return result.value;
  return showRefusal(result.refusal);
}

/** Refuses people who may never use the route. The action decides about the single thing. */
function requireForRoute(actor: Actor, { permission }: Route): Result<null> {
  return permission === "public" ? accept(null) : requireRole(actor, permission);
}

function parse(route: Route, { fields, json }: Body): Result<unknown> {
  if (route.method === "GET" && !route.path.startsWith("/api/")) return parsePageQuery(route.input, fields);
  return parseInput(route.input, json === undefined ? toObject(fields) : json);
}
