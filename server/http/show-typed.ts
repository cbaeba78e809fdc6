import type { Refusal } from "../../core/values/refusal.ts";
import { inTransaction } from "../db/transaction.ts";
import type { Work } from "../events/work.ts";
import { type Answer, refused } from "./answer.ts";
import type { Asked } from "./carry-out.ts";
import type { Handling } from "./mount.ts";

/** Shows a form as it was filled in, with a refusal, and carries nothing out. */
export async function showTyped(
  { services, route, view }: Handling,
  { actor, params, body }: Asked,
  refusal: Refusal,
): Promise<Answer> {
  const { showAgain } = route;
  if (showAgain === null) return refused(refusal);
  const { idempotencyKey: _, ...fields } = body.fields;
  return inTransaction(services.databases, actor, async (tx) => {
    const work: Work = { tx, actor, now: services.now, reacts: true };
    return showAgain({ work, actor, params: route.params.parse(params), uploads: body.uploads, view, fields, refusal });
  });
}
