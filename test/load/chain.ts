import { createHash } from "node:crypto";
import type { EventKind } from "../../server/events/catalogue/all.ts";
import { entryOf } from "../../server/events/catalogue/all.ts";
import type { Chance } from "./chance.ts";
import type { Rows } from "./copy-rows.ts";
import { jsonText } from "./json-text.ts";

/** Something that happened, before it has its place in the chain. */
export interface Happening {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly actor: "contact" | "consultant" | "administrator" | "system";
  readonly personId: string | null;
  readonly kind: EventKind;
  readonly subject: string;
  /** For a kind that is visible sometimes. */
  readonly isVisible?: boolean;
  readonly payload: unknown;
}

/** Adds an organisation's events as one true chain with its head, in order of time; for null the provider's own. */
export function addChain(
  { rows, chance }: { readonly rows: Rows; readonly chance: Chance },
  organisationId: string | null,
  happenings: readonly Happening[],
): void {
  let [sequence, hash] = [0, Buffer.alloc(0)];
  for (const happening of happenings.toSorted((one, other) => one.at - other.at)) {
    const previousHash = hash;
    const salt = chance.bytes(32);
    const payload = jsonText(happening.payload);
    const payloadHash = createHash("sha256").update(salt).update(payload, "utf8").digest();
    const isAlways = entryOf(happening.kind).isVisible;
    const isVisible = isAlways === "sometimes" ? happening.isVisible === true : isAlways;
    const { id, actor, personId, kind, subject } = happening;
    sequence += 1;
    const at = new Date(happening.at).toISOString();
    const seen = isVisible && organisationId !== null;
    const said = [
      organisationId ?? "-",
      sequence,
      id,
      `${Math.floor(happening.at / 1000)}.${String(happening.at % 1000).padStart(3, "0")}000`,
      actor,
      personId ?? "-",
      kind,
      seen ? "visible" : "hidden",
      subject,
    ].join("|");
    hash = createHash("sha256").update(previousHash).update(said, "utf8").update(payloadHash).digest();
    const event = { sequence, id, at, actor, personId, kind, subject, payloadHash, previousHash, hash };
    if (organisationId === null) {
      rows.add("provider_events", event);
      rows.add("provider_event_payloads", { eventId: id, salt, payload });
    } else {
      rows.add("events", { organisationId, isVisible, ...event });
      rows.add("event_payloads", { organisationId, eventId: id, salt, payload });
    }
  }
  if (organisationId === null) rows.add("provider_event_head", { id: true, sequence, hash });
  else rows.add("event_heads", { organisationId, sequence, hash });
}
