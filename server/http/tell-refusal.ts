import type { PersonId } from "../../core/values/ids.ts";
import type { Refusal } from "../../core/values/refusal.ts";
import { retryAfterOf } from "../refusals/refusals.ts";
import { type Answer, telling } from "./answer.ts";

/** The answer that words a refusal, known as such and saying when to try again if the refusal passes by itself. */
export function tellingOf(refusal: Refusal, answer: Answer, personId: PersonId | null = null): Answer {
  return telling(answer, { refusal: refusal.code, retryAfterSeconds: retryAfterOf(refusal), personId });
}
