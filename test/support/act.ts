import { randomUUID } from "node:crypto";
import type { Actor, Contact, Staff } from "../../core/access/actor.ts";
import type { PersonId } from "../../core/values/ids.ts";
import type { Result } from "../../core/values/result.ts";
import { inTransaction } from "../../server/db/transaction.ts";
import { attempt, type Work } from "../../server/events/work.ts";
import type { Services } from "../../server/services.ts";
import { createTicket } from "../../server/tickets/create-ticket.ts";
import type { TestOrganisation } from "./make-organisation.ts";

/** Runs an action as somebody in a transaction of its own. A refusal rolls it back. */
export async function act<Who extends Actor, Value>(
  services: Services,
  actor: Who,
  run: (work: Work<Who>) => Promise<Result<Value>>,
  at?: Temporal.Instant,
): Promise<Result<Value>> {
  return inTransaction(services.databases, actor, async (tx) => {
    const work: Work<Who> = { tx, actor, now: () => at ?? services.now(), reacts: false };
    return attempt(work, async () => run(work));
  });
}

export function consultant(personId: PersonId): Staff {
  return { kind: "consultant", personId };
}

export function seated(organisation: TestOrganisation, seat: 1 | 2 = 1): Contact {
  return {
    kind: "contact",
    personId: seat === 1 ? organisation.first : organisation.second,
    organisationId: organisation.id,
    seat,
    isSignatory: seat === 1,
  };
}

/** Makes a ticket of the organisation's first contact at a moment; answers its reference. */
export async function makeTicket(
  services: Services,
  organisation: TestOrganisation,
  at?: Temporal.Instant,
  title = `Ticket ${randomUUID().slice(0, 8)}`,
): Promise<string> {
  const created = await act(
    services,
    seated(organisation),
    async (work) =>
      createTicket(work, {
        title,
        description: "Sinds vanochtend lukt het niet meer.",
        isAdditionalConfirmed: true,
        outsideHoursAgreed: false,
        attachmentIds: [],
      }),
    at,
  );
  if (!created.ok) throw new Error(created.refusal.code);
  return created.value.reference;
}

/** A version that counts all changes of others as seen. */
export const seenAll = "999999999";

/** A refusal's code, or "ok". */
export function codeOf(result: Result<unknown>): string {
  return result.ok ? "ok" : result.refusal.code;
}
