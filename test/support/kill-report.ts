import { expect } from "vitest";
import { query } from "../embedded.ts";
import type { TakenMail } from "./failing-mail-server.ts";
import type { Write, WriteKind } from "./writers.ts";

export interface WriteReport {
  readonly acknowledged: number;
  /** Acknowledged but missing. */
  readonly lost: readonly string[];
  /** Present more than once. */
  readonly doubled: readonly string[];
}

export interface MailReport {
  readonly expected: number;
  readonly lost: number;
  /** Copies beyond the first, under the same Message-ID. */
  readonly repeated: number;
  /** Mails with an unexpected Message-ID, for example a second mail of one event. */
  readonly unexpected: number;
}

/** The queries for all written texts, each with one row per copy. */
const kept: Readonly<Record<WriteKind, string>> = {
  ticket: "select title from tickets",
  reply: "select body from ticket_messages",
  entry: "select description from time_entries where voided_at is null",
};

export async function readWrites(ownerUrl: string, writes: readonly Write[]): Promise<WriteReport> {
  const counts = new Map<string, number>();
  for (const sql of Object.values(kept))
    for (const [text] of await query(ownerUrl, sql)) counts.set(String(text), (counts.get(String(text)) ?? 0) + 1);
  const textsOf = (which: (write: Write, count: number) => boolean): string[] =>
    writes.filter((write) => which(write, counts.get(write.text) ?? 0)).map(({ text }) => text);
  return {
    acknowledged: writes.filter(({ isAcknowledged }) => isAcknowledged).length,
    lost: textsOf(({ isAcknowledged }, count) => isAcknowledged && count === 0),
    doubled: textsOf((_, count) => count > 1),
  };
}

/**
 * The expected mails: both contacts hear of each ticket and reply of a writer, under ids that follow from event and
 * reader.
 */
const expectedMails = `
  select 'ticket.' || t.id || '.' || s.person_id from tickets t join seats s using (organisation_id) where t.title ~ '^ticket '
  union all
  select 'event.' || e.id || '.' || s.person_id from events e join seats s using (organisation_id) where e.kind = 'ticket-replied'`;

const waiting = `
  select (select count(*) from outgoing_mails where state = 'waiting')::int,
    (select count(*) from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
      where t.identifier in ('react-to-event', 'send-mail', 'make-invoice-document', 'tell-of-invoice'))::int`;

/** Waits until nothing is left to send, and compares the arrived mails with the expected ones. */
export async function readMails(ownerUrl: string, taken: readonly TakenMail[]): Promise<MailReport> {
  await expect.poll(async () => query(ownerUrl, waiting), { timeout: 900_000, interval: 250 }).toEqual([[0, 0]]);
  const expected = new Set((await query(ownerUrl, expectedMails)).map(([id]) => String(id)));
  const arrived = taken.map(({ messageId }) => messageId.slice(1).split("@")[0] ?? "");
  const distinct = new Set(arrived);
  return {
    expected: expected.size,
    lost: expected.difference(distinct).size,
    repeated: arrived.length - distinct.size,
    unexpected: distinct.difference(expected).size,
  };
}
