import { type SelectQueryBuilder, sql } from "kysely";
import type { PersonId, TicketId } from "../../core/values/ids.ts";
import { compiled, compiledOne, type Statements } from "../db/compiled.ts";
import { atOnce } from "../db/at-once.ts";
import type { Transaction } from "../db/connect.ts";
import { cutPage, isAfter, isBefore, type PageKey } from "../db/page-key.ts";
import type { Tables } from "../db/tables.ts";

export const queues = ["new", "mine", "customer", "later", "open", "closed"] as const;
export type Queue = (typeof queues)[number];

interface Asked {
  readonly queue: Queue;
  readonly personId: PersonId;
}

const perPage = 40;
const countsTo = 100;

/**
 * A page of a queue: longest waiting first, closed ones newest first (B2). A person's own tickets come in two parts,
 * first those with our turn: a consultant with forty tickets wants to see their own work first.
 */
export async function listQueue(tx: Transaction, asked: Asked, after: PageKey | null) {
  const rows =
    asked.queue === "mine"
      ? await listMine(tx, asked, after)
      : await listPart(tx, asked.queue, { ...asked, after, limit: perPage + 1 });
  const at = asked.queue === "closed" ? "closedAt" : "waitingSince";
  const { shown, next } = cutPage(rows, perPage, (last) => ({ at: last[at], id: last.id }));
  return { tickets: shown, next };
}

/** Our turn first, then the others'. The ticket of the key tells in which part the previous page ended. */
async function listMine(tx: Transaction, asked: Asked, after: PageKey | null) {
  const isInSecond = after !== null && (await isTheirTurn(tx, after));
  const limit = perPage + 1;
  const ours = isInSecond ? [] : await listPart(tx, "ours", { ...asked, after, limit });
  if (ours.length === limit) return ours;
  const theirs = await listPart(tx, "theirs", {
    ...asked,
    after: isInSecond ? after : null,
    limit: limit - ours.length,
  });
  return [...ours, ...theirs];
}

async function isTheirTurn(tx: Transaction, { id }: PageKey): Promise<boolean> {
  const row = await tx
    .selectFrom("tickets")
    .select("waitsFor")
    .where("id", "=", id as TicketId)
    .executeTakeFirst();
  return row !== undefined && row.waitsFor !== "provider";
}

/** A queue that is listed as one; a person's own tickets are two. */
type Part = Exclude<Queue, "mine"> | "ours" | "theirs";

interface AskedPart {
  readonly personId: PersonId;
  readonly after: PageKey | null;
  readonly limit: number;
}

async function listPart(tx: Transaction, part: Part, { personId, after, limit }: AskedPart) {
  const { first, later } = parts[part];
  return after === null ? first(tx, personId, limit) : later(tx, personId, limit, after);
}

const parts = {
  new: partOf("new"),
  ours: partOf("mine", "="),
  theirs: partOf("mine", "!="),
  customer: partOf("customer"),
  later: partOf("later"),
  open: partOf("open"),
  closed: partOf("closed"),
};

/** The statements for the first page of a part and for later ones. `turn` leaves tickets with our turn, or others. */
function partOf(queue: Queue, turn?: "=" | "!=") {
  const isClosed = queue === "closed";
  const at = isClosed ? "tickets.closedAt" : "tickets.waitingSince";
  const direction = isClosed ? "desc" : "asc";
  const isBehind = isClosed ? isBefore : isAfter;
  const rows = (from: Statements, personId: PersonId, limit: number) => {
    const all = rowsOf(inQueue(from.selectFrom("tickets"), { queue, personId }));
    const some = turn === undefined ? all : all.where("tickets.waitsFor", turn, sql.lit("provider"));
    return some.orderBy(at, direction).orderBy("tickets.id", direction).limit(limit);
  };
  return {
    first: compiled(rows),
    later: compiled((from, personId: PersonId, limit: number, after: PageKey) =>
      rows(from, personId, limit).where(isBehind({ at, id: "tickets.id" }, after)),
    ),
  };
}

export type BoardRow = Awaited<ReturnType<typeof listQueue>>["tickets"][number];

/** The number of tickets in the queues, up to a hundred each, so that counting stays cheap. */
export async function countQueues(tx: Transaction, personId: PersonId): Promise<Readonly<Record<Queue, number>>> {
  const count = async (counted: Counted) => Number((await countOf[counted](tx, personId))?.count ?? 0n);
  const counts = await atOnce({
    new: count("new"),
    mine: count("mine"),
    customer: count("customer"),
    later: count("later"),
    open: count("open"),
  });
  return { ...counts, closed: 0 };
}

type Counted = Exclude<Queue, "closed">;
const countOf = {
  new: countingOf("new"),
  mine: countingOf("mine"),
  customer: countingOf("customer"),
  later: countingOf("later"),
  open: countingOf("open"),
};

function countingOf(queue: Counted) {
  return compiledOne((from, personId: PersonId) => {
    const some = inQueue(from.selectFrom("tickets"), { queue, personId }).select("tickets.id").limit(countsTo);
    return from.selectFrom(some.as("some")).select((count) => count.fn.countAll<bigint>().as("count"));
  });
}

type Tickets = SelectQueryBuilder<Tables, "tickets", object>;

/** States are literals, so that a statement that was planned once finds the indexes of open and of closed tickets. */
function inQueue(query: Tickets, { queue, personId }: Asked): Tickets {
  if (queue === "closed") return query.where("tickets.status", "=", sql.lit("closed"));
  const open = query.where("tickets.status", "=", sql.lit("open"));
  if (queue === "new") return open.where("tickets.assigneeId", "is", null);
  if (queue === "mine") return open.where("tickets.assigneeId", "=", personId);
  if (queue === "customer") return open.where(sql<boolean>`tickets.waits_for in ('customer', 'authorisation')`);
  return queue === "later" ? open.where(sql<boolean>`tickets.waits_for in ('microsoft', 'planning')`) : open;
}

/** Tickets as rows of a list for staff. */
export function rowsOf(query: Tickets) {
  return query
    .innerJoin("organisations", "organisations.organisationId", "tickets.organisationId")
    .leftJoin("people as assignee", "assignee.id", "tickets.assigneeId")
    .select([
      "tickets.id",
      "tickets.reference",
      "tickets.title",
      "tickets.waitingSince",
      "tickets.waitsFor",
      "tickets.followUpOn",
      "tickets.urgency",
      "tickets.step",
      "tickets.status",
      "tickets.outcome",
      "tickets.closedAt",
      "tickets.createdAt",
      "tickets.pickedUpAt",
      "tickets.chargeableMinutes",
      "tickets.authorisedMinutes",
      "tickets.numberInMonth",
      "tickets.termsYear",
      "organisations.name as organisation",
      "assignee.name as assignee",
    ])
    .select(
      sql<string>`coalesce((select left(m.body, 300) from ticket_messages m where m.organisation_id = tickets.organisation_id and m.ticket_id = tickets.id
        order by m.written_at desc, m.id desc limit 1), left(tickets.description, 300))`.as("preview"),
    );
}

const newestOf = compiled((from, organisationId: Tables["tickets"]["organisationId"], limit: number) =>
  rowsOf(from.selectFrom("tickets").where("tickets.organisationId", "=", organisationId))
    .orderBy("tickets.createdAt", "desc")
    .orderBy("tickets.id", "desc")
    .limit(limit),
);

/** An organisation's newest tickets, except one. */
export async function lastTicketsOf(
  tx: Transaction,
  organisationId: Tables["tickets"]["organisationId"],
  options: { limit: number; except?: string },
) {
  const rows = await newestOf(tx, organisationId, options.limit + 1);
  return rows.filter((row) => row.id !== options.except).slice(0, options.limit);
}
