import type { Contact, Staff } from "../../core/access/actor.ts";
import { accept, refuse, type Result } from "../../core/values/result.ts";
import { checkVersion } from "../events/check-version.ts";
import type { Work } from "../events/work.ts";
import { findTicket, subjectOf } from "./read-ticket.ts";

/**
 * Checks that a person saw all of a ticket's conversation before they answer it, so that nobody misses a newer message
 * (P3). A program that did not look may go on. Refuses `not-found`, and `answered-meanwhile` when somebody else wrote
 * since.
 */
export async function checkAnswered(
  work: Work<Contact | Staff>,
  { reference, seen }: { readonly reference: string; readonly seen: number | undefined },
): Promise<Result<null>> {
  if (seen === undefined) return accept(null);
  const ticket = await findTicket(work.tx, reference, { lock: true });
  if (ticket === undefined) return refuse({ code: "not-found" });
  const read = await checkVersion(work, { ...subjectOf(ticket), version: seen, kinds: ["ticket-replied"] });
  return read.ok ? read : refuse({ code: "answered-meanwhile" });
}
