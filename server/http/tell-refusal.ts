import type { PersonId } from "../../core/values/ids.ts";
import type { Refusal } from "../../core/values/refusal.ts";
import { retryAfterOf } from "../refusals/refusals.ts";
import { type Answer, telling } from "./answer.ts";

/**
 * The answer with a refusal's words, marked as a refusal. It says when to try again if the refusal passes by itself.
 */
export function tellingOf(refusal: Refusal, answer: Answer, personId: PersonId | null = null): Answer {
  return telling(answer, { refusal: refusal.code, retryAfterSeconds: retryAfterOf(refusal), personId });
}
