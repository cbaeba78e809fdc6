import type { Databases } from "./db/transaction.ts";
import type { Documents } from "./documents/documents.ts";
import type { LiveEvents } from "./events/live.ts";
import type { RefusedAccesses } from "./events/refused-accesses.ts";
import type { FileStore } from "./files/file-store.ts";
import type { Health } from "./http/health.ts";
import type { AddressOf } from "./http/client-address.ts";
import type { Logger } from "./logger.ts";
import type { Mailer } from "./mail/mailer.ts";
import type { DemoMailbox } from "./mail/demo-mailbox.ts";
import type { Assets } from "./ui/page.tsx";

/** All services of the server, built once by main.ts (or a test) and passed down. */
export interface Services {
  readonly databases: Databases;
  readonly files: FileStore;
  readonly documents: Documents;
  readonly mailer: Mailer;
  /** Only in a demo's database on a loopback address. */
  readonly demo: { readonly mailbox: DemoMailbox; readonly moveClock: (to: Temporal.Instant) => Promise<void> } | null;
  readonly live: LiveEvents;
  readonly health: Health;
  /** The record of refused accesses (R38). */
  readonly refusedAccesses: RefusedAccesses;
  readonly log: Logger;
  readonly assets: Assets;
  readonly publicUrl: string;
  /** The sender's address of a request. */
  readonly addressOf: AddressOf;
  /** Business time. A demo can move it forward. */
  readonly now: () => Temporal.Instant;
  /** The system's own time, for sessions and codes. */
  readonly systemNow: () => Temporal.Instant;
}
