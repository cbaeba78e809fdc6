import { PostgresDialect, PostgresQueryCompiler } from "kysely";

const inDatabase = new Map<string, string>();
const inCode = new Map<string, string>();

/** The database's name of a column: `starts_on` for `startsOn`. Other names stay the same. */
export function databaseNameOf(name: string): string {
  let found = inDatabase.get(name);
  if (found === undefined) {
    found = name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    inDatabase.set(name, found);
  }
  return found;
}

/** The code's name of a column: `startsOn` for `starts_on`. Other names stay the same. */
export function codeNameOf(name: string): string {
  let found = inCode.get(name);
  if (found === undefined) {
    found = name.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
    inCode.set(name, found);
  }
  return found;
}

/** Writes a statement with the database's names of columns. */
class ColumnCompiler extends PostgresQueryCompiler {
  protected override sanitizeIdentifier(identifier: string): string {
    return super.sanitizeIdentifier(databaseNameOf(identifier));
  }
}

/** PostgreSQL with the code's names of columns in queries. The client renames the columns of answers (values.ts). */
export class ColumnDialect extends PostgresDialect {
  override createQueryCompiler(): PostgresQueryCompiler {
    return new ColumnCompiler();
  }
}
