import { sql, type SqlBool } from "kysely";

/** Whether a column holds one of some ids. However many there are, it is one statement with one parameter. */
export function isOneOf(column: string, ids: readonly string[]) {
  return sql<SqlBool>`${sql.ref(column)} = any(${ids}::uuid[])`;
}
