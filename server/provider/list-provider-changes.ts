import type { Transaction } from "../db/connect.ts";
import type { EventOf } from "../events/catalogue/all.ts";
import { readEvent } from "../events/payload.ts";
import { nameOf } from "../people/names.ts";
import { providerSubject } from "./set-provider.ts";

export interface ProviderChange {
  readonly id: string;
  readonly at: Temporal.Instant;
  /** Null for the product itself. */
  readonly by: string | null;
  readonly payload: EventOf<"provider-set">["payload"];
}

const most = 20;

/** The newest changes of the provider's details, newest first. */
export async function listProviderChanges(tx: Transaction): Promise<readonly ProviderChange[]> {
  const rows = await tx
    .selectFrom("provider_events")
    .innerJoin("provider_event_payloads", "provider_event_payloads.eventId", "provider_events.id")
    .select([
      "provider_events.id",
      "provider_events.at",
      "provider_events.kind",
      "provider_event_payloads.payload",
      nameOf("provider_events.personId").as("by"),
    ])
    .where("provider_events.subject", "=", providerSubject.subject)
    .orderBy("provider_events.sequence", "desc")
    .limit(most)
    .execute();
  return rows.flatMap(({ id, at, by, ...row }) => {
    const event = readEvent(row);
    return event?.kind === "provider-set" ? [{ id, at, by, payload: event.payload }] : [];
  });
}
