import { PostgresDialect, PostgresQueryCompiler } from "kysely";

const inDatabase = new Map<string, string>();
const inCode = new Map<string, string>();

/** What the database calls a column that the code calls `startsOn`: `starts_on`. Other names stay as they are. */
export function databaseNameOf(name: string): string {
  let found = inDatabase.get(name);
  if (found === undefined) {
    found = name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    inDatabase.set(name, found);
  }
  return found;
}

/** What the code calls a column that the database calls `starts_on`: `startsOn`. Other names stay as they are. */
export function codeNameOf(name: string): string {
  let found = inCode.get(name);
  if (found === undefined) {
    found = name.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
    inCode.set(name, found);
  }
  return found;
}

/** Writes the columns of a statement as the database calls them. */
class ColumnCompiler extends PostgresQueryCompiler {
  protected override sanitizeIdentifier(identifier: string): string {
    return super.sanitizeIdentifier(databaseNameOf(identifier));
  }
}

/** PostgreSQL with columns in our own words; how they come back is the client's part (values.ts). */
export class ColumnDialect extends PostgresDialect {
  override createQueryCompiler(): PostgresQueryCompiler {
    return new ColumnCompiler();
  }
}
