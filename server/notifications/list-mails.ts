import { sql } from "kysely";
import type { InvoiceId, OrganisationId } from "../../core/values/ids.ts";
import type { Transaction } from "../db/connect.ts";
import { cutPage, isAfter, isBefore, type PageKey } from "../db/page-key.ts";
import type { MailProblem } from "../mail/judge-failure.ts";
import type { MailKindName, MailState, OpenState } from "../mail/due-mail.ts";

/** A mail of the outbox for staff: its receiver, subject and state. */
export interface ListedMail {
  readonly id: string;
  readonly kind: MailKindName;
  readonly state: MailState;
  readonly organisationId: OrganisationId | null;
  readonly organisation: string | null;
  /** Null for the organisation's address for invoices. */
  readonly person: string | null;
  /** The address of the last try, otherwise of the next. */
  readonly address: string;
  readonly ticket: string | null;
  readonly invoice: string | null;
  readonly problem: MailProblem | null;
  readonly answer: string | null;
  readonly tries: number;
  readonly madeAt: Temporal.Instant;
  readonly waitingSince: Temporal.Instant;
  readonly triedAt: Temporal.Instant | null;
  readonly nextTryAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant | null;
  readonly settledAt: Temporal.Instant | null;
}

function mails(tx: Transaction) {
  return tx
    .selectFrom("outgoing_mails as mail")
    .leftJoin("organisations", "organisations.organisationId", "mail.organisationId")
    .leftJoin("people", "people.id", "mail.personId")
    .leftJoin("events", (join) =>
      join.onRef("events.organisationId", "=", "mail.organisationId").onRef("events.id", "=", "mail.aboutId"),
    )
    .leftJoin("tickets", (join) =>
      join
        .onRef("tickets.organisationId", "=", "mail.organisationId")
        .on("tickets.id", "=", sql`case when mail.kind = 'notice' then events.subject::uuid end`),
    )
    .leftJoin("invoices", (join) =>
      join
        .onRef("invoices.organisationId", "=", "mail.organisationId")
        .on("invoices.id", "=", sql`case when mail.kind = 'invoice' then events.subject::uuid end`),
    )
    .select(["mail.id", "mail.kind", "mail.state", "mail.organisationId", "mail.problem"])
    .select(["mail.madeAt"])
    .select(["mail.answer", "mail.tries", "mail.waitingSince", "mail.triedAt"])
    .select(["mail.nextTryAt", "mail.endsAt", "mail.settledAt"])
    .select(["organisations.name as organisation", "people.name as person", "tickets.reference as ticket"])
    .select(["invoices.number as invoice"])
    .select(
      sql<string>`coalesce(mail.address, people.mail_address, organisations.invoice_mail_address, '')`.as("address"),
    );
}

/** A mail that was only just made is nothing to look at yet. */
const settling = { minutes: 1 };
/** A mail that waits longer than this needs somebody's attention. */
const soon = { minutes: 15 };
const countsTo = 100;

export interface MailsAsked {
  readonly state: OpenState;
  readonly after: PageKey | null;
  readonly limit: number;
  readonly systemNow: Temporal.Instant;
}

/**
 * A page of the mails in one state: waiting ones oldest first, others newest first. The time of making orders them,
 * because it never changes: whoever reads all pages sees all mails, even while some are tried again.
 */
export async function listMails(
  tx: Transaction,
  { state, after, limit, systemNow }: MailsAsked,
): Promise<{ readonly mails: readonly ListedMail[]; readonly next: string | null }> {
  const columns = { at: "mail.madeAt", id: "mail.id" };
  const order = state === "waiting" ? "asc" : "desc";
  let query = mails(tx).where("mail.state", "=", sql.lit(state));
  if (state === "waiting") query = query.where(hasSettled(systemNow));
  if (after !== null) query = query.where(order === "asc" ? isAfter(columns, after) : isBefore(columns, after));
  const rows = await query
    .orderBy("mail.madeAt", order)
    .orderBy("mail.id", order)
    .limit(limit + 1)
    .execute();
  const { shown, next } = cutPage(rows, limit, ({ madeAt, id }) => ({ at: madeAt, id }));
  return { mails: shown, next };
}

export async function findListedMail(tx: Transaction, id: string): Promise<ListedMail | undefined> {
  return mails(tx).where("mail.id", "=", id).executeTakeFirst();
}

/** All mails with an invoice, also the accepted ones. */
export async function listInvoiceMails(
  tx: Transaction,
  { organisationId, invoiceId }: { readonly organisationId: OrganisationId; readonly invoiceId: InvoiceId },
): Promise<readonly ListedMail[]> {
  return mails(tx)
    .where("mail.organisationId", "=", organisationId)
    .where("mail.kind", "=", "invoice")
    .where("mail.aboutId", "in", (query) =>
      query
        .selectFrom("events as issue")
        .select("issue.id")
        .where("issue.organisationId", "=", organisationId)
        .where("issue.subject", "=", invoiceId),
    )
    .orderBy("mail.madeAt")
    .orderBy("mail.id")
    .execute();
}

function hasSettled(systemNow: Temporal.Instant) {
  const before = systemNow.subtract(settling).toString();
  return sql<boolean>`(mail.problem is not null or mail.waiting_since < ${before}::timestamptz)`;
}

/** A problem of waiting mails: their number, the first time, and the mail server's last answer. */
export interface MailTrouble {
  readonly problem: MailProblem | null;
  readonly count: number;
  readonly since: Temporal.Instant;
  readonly nextTryAt: Temporal.Instant;
  readonly answer: string | null;
}

export async function listTroubles(tx: Transaction, systemNow: Temporal.Instant): Promise<readonly MailTrouble[]> {
  return tx
    .selectFrom("outgoing_mails as mail")
    .select(["problem"])
    .select((eb) => [
      sql<number>`count(*)::integer`.as("count"),
      eb.fn.min("waitingSince").as("since"),
      eb.fn.min("nextTryAt").as("nextTryAt"),
      sql<string | null>`(array_agg(answer order by tried_at desc nulls last))[1]`.as("answer"),
    ])
    .where("state", "=", sql.lit("waiting"))
    .where(hasSettled(systemNow))
    .groupBy("problem")
    .orderBy("since")
    .execute();
}

/** The number of mails in a state, up to a limit that nobody reads beyond. */
export async function countMails(
  tx: Transaction,
  systemNow: Temporal.Instant,
): Promise<Readonly<Record<OpenState, number>>> {
  const count = (state: OpenState) =>
    sql<number>`(select count(*)::integer from (select from outgoing_mails mail where state = ${sql.lit(state)}
      and (${sql.lit(state)} <> 'waiting' or ${hasSettled(systemNow)}) limit ${sql.lit(countsTo)}) counted)`;
  const { rows } = await sql<{ waiting: number; refused: number; givenUp: number; stopped: number }>`
    select ${count("waiting")} as waiting, ${count("refused")} as refused, ${count("given-up")} as given_up,
      ${count("stopped")} as stopped`.execute(tx);
  const [row] = rows;
  return {
    waiting: row?.waiting ?? 0,
    refused: row?.refused ?? 0,
    "given-up": row?.givenUp ?? 0,
    stopped: row?.stopped ?? 0,
  };
}

/**
 * Whether mail needs somebody's attention: it has waited long, or it was refused or given up and nobody has acted yet.
 */
export async function isMailStuck(tx: Transaction, systemNow: Temporal.Instant): Promise<boolean> {
  const before = systemNow.subtract(soon).toString();
  const { rows } = await sql<{ isStuck: boolean }>`
    select exists (select from outgoing_mails where state = 'waiting' and waiting_since < ${before}::timestamptz)
      or exists (select from outgoing_mails where state in ('refused', 'given-up') and kind <> 'sign-in-code') as is_stuck`.execute(
    tx,
  );
  return rows[0]?.isStuck ?? false;
}
