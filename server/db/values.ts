import pg from "pg";
import { codeNameOf } from "./column-names.ts";

const oid = { int8: 20, date: 1082, timestamptz: 1184 } as const;
const arrayOid = { int8: 1016, text: 1009, date: 1182, timestamptz: 1185 } as const;

type Parse = (text: string) => unknown;

const toBigint: Parse = (text) => BigInt(text);
const toPlainDate: Parse = (text) => Temporal.PlainDate.from(text);
const toInstant: Parse = (text) => Temporal.Instant.from(text.replace(" ", "T"));

const splitArray = pg.types.getTypeParser(arrayOid.text as number, "text") as (
  text: string,
) => readonly (string | null)[];
const arrayOf =
  (parse: Parse): Parse =>
  (text) =>
    splitArray(text).map((element) => (element === null ? null : parse(element)));

const parsers = new Map<number, Parse>([
  [oid.int8, toBigint],
  [oid.date, toPlainDate],
  [oid.timestamptz, toInstant],
  [arrayOid.int8, arrayOf(toBigint)],
  [arrayOid.date, arrayOf(toPlainDate)],
  [arrayOid.timestamptz, arrayOf(toInstant)],
]);

/**
 * The types of arriving columns: bigint as bigint, date as PlainDate, timestamptz as Instant (connections speak UTC),
 * and arrays of these.
 */
export const columnTypes: pg.CustomTypesConfig = {
  getTypeParser(id: number, format?: "text" | "binary") {
    const own = format === "binary" ? undefined : parsers.get(id);
    return own ?? (pg.types.getTypeParser(id, format ?? "text") as Parse);
  },
};

/** The form of parameters. The driver would write a Temporal value as JSON text with quotes. */
function toParameter(value: unknown): unknown {
  if (value instanceof Temporal.Instant || value instanceof Temporal.PlainDate) return value.toString();
  if (Array.isArray(value)) return value.map(toParameter);
  return value;
}

type Rows = pg.QueryArrayResult<unknown[]>;
type Answer = (error: Error | null, result?: Rows) => void;
interface Asked {
  name?: string;
  text: string;
  values: readonly unknown[];
  rowMode: "array";
}
type Query = ((asked: Asked) => Promise<Rows>) & ((asked: Asked, answer: Answer) => void);

/** The same result with rows as objects, whose keys are the columns' names in our code. */
function withNamedRows(result: Rows): pg.QueryResult {
  const names = result.fields.map(({ name }) => codeNameOf(name));
  const nameRow = (values: unknown[]): Record<string, unknown> => {
    const row: Record<string, unknown> = {};
    for (let index = 0; index < names.length; index += 1) row[names[index] ?? ""] = values[index];
    return row;
  };
  return Object.assign(result, { rows: result.rows.map(nameRow) });
}

const mostPrepared = 300;

/**
 * The driver's client with Temporal parameters and with our code's names for columns. It prepares each statement once
 * per connection: our statements are few and repeat all day, and parsing and planning them costs more than running
 * them.
 */
export class TemporalClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    const query = super.query.bind(this) as Query & ((...parts: unknown[]) => unknown);
    const names = new Map<string, string>();
    const prepare = (text: string, values: readonly unknown[]): Asked => {
      const name = names.get(text) ?? (names.size < mostPrepared ? `s${names.size}` : undefined);
      if (name !== undefined) names.set(text, name);
      return { ...(name === undefined ? {} : { name }), text, values: values.map(toParameter), rowMode: "array" };
    };
    this.query = ((text: unknown, values: unknown, answer?: Answer) => {
      if (typeof text !== "string" || !Array.isArray(values)) return query(text, values, answer);
      const asked = prepare(text, values);
      if (answer === undefined) return query(asked).then(withNamedRows);
      return query(asked, (error, result) => answer(error, result && withNamedRows(result)));
    }) as typeof this.query;
  }
}
