import pg from "pg";
import { z } from "zod";
import type { SentStatement } from "./record-statements.ts";

interface Node {
  readonly "Node Type": string;
  readonly "Relation Name"?: string | undefined;
  readonly "Actual Rows"?: number | undefined;
  readonly "Actual Loops"?: number | undefined;
  readonly "Rows Removed by Filter"?: number | undefined;
  readonly "Rows Removed by Index Recheck"?: number | undefined;
  readonly Plans?: readonly Node[] | undefined;
}

const node: z.ZodType<Node> = z.object({
  "Node Type": z.string(),
  "Relation Name": z.string().optional(),
  "Actual Rows": z.number().optional(),
  "Actual Loops": z.number().optional(),
  "Rows Removed by Filter": z.number().optional(),
  "Rows Removed by Index Recheck": z.number().optional(),
  get Plans() {
    return z.array(node).optional();
  },
});
const answer = z.array(z.object({ "QUERY PLAN": z.array(z.object({ Plan: node })) })).length(1);

/** What a statement does with a table. */
export interface Reading {
  readonly table: string;
  /** It reads the table from end to end. */
  readonly isWhole: boolean;
  /** The rows that it looks at, also those that it leaves out; 0 for a statement that is only planned. */
  readonly rows: number;
}

/**
 * Plans as for any values, as PostgreSQL does for a prepared statement that it plans once. It reads a whole table only
 * if no index helps, so that a small table tells as much as a large one.
 */
const settings = ["enable_seqscan = off", "enable_hashjoin = off", "enable_mergejoin = off", "jit = off"];

/**
 * What a statement reads, in its role and for its actor, in a transaction that is rolled back. Readings are run. Changes
 * are only planned.
 */
export async function explainStatement(client: pg.Client, sent: SentStatement): Promise<readonly Reading[]> {
  const isReading = /^\s*(?:select|with)\b/i.test(sent.text) && !/\brecord_event\(/.test(sent.text);
  await client.query("begin");
  try {
    for (const setting of [...settings, "plan_cache_mode = force_generic_plan"])
      await client.query(`set local ${setting}`);
    await client.query(
      "select set_config('app.organisation', $1, true), set_config('app.person', $2, true), set_config('app.actor', $3, true)",
      [...sent.actor],
    );
    await client.query(`prepare explained as ${sent.text}`);
    const values = sent.values.length === 0 ? "" : `(${sent.values.map(literalOf).join(", ")})`;
    const how = isReading ? "analyze, timing off, format json" : "format json";
    const { rows } = await client.query(`explain (${how}) execute explained${values}`);
    const [explained] = answer.parse(rows);
    return readingsOf(explained?.["QUERY PLAN"][0]?.Plan);
  } finally {
    await client.query("rollback");
    await client.query("deallocate all");
  }
}

function literalOf(value: unknown): string {
  return value === null || value === undefined ? "null" : pg.escapeLiteral(textOf(value));
}

/** A value as the driver writes it. */
function textOf(value: unknown): string {
  if (value instanceof Uint8Array) return `\\x${Buffer.from(value).toString("hex")}`;
  if (Array.isArray(value)) return `{${value.map((one) => JSON.stringify(textOf(one))).join()}}`;
  if (typeof value === "bigint") return value.toString();
  return typeof value === "string" ? value : JSON.stringify(value);
}

function readingsOf(plan: Node | undefined): readonly Reading[] {
  if (plan === undefined) return [];
  const below = (plan.Plans ?? []).flatMap(readingsOf);
  const table = plan["Relation Name"];
  if (table === undefined || plan["Node Type"] === "ModifyTable") return below;
  const left = (plan["Rows Removed by Filter"] ?? 0) + (plan["Rows Removed by Index Recheck"] ?? 0);
  const rows = Math.round(((plan["Actual Rows"] ?? 0) + left) * (plan["Actual Loops"] ?? 0));
  return [{ table, isWhole: plan["Node Type"] === "Seq Scan", rows }, ...below];
}
