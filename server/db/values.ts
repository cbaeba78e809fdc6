import pg from "pg";
import { type Answer, KnownStatements, PreparedQuery } from "./prepared-query.ts";

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

const mostPrepared = 300;
/** A statement with more is an insertion of many rows. Each number of rows is another statement, so none is kept. */
const mostParameters = 60;

/**
 * The driver's client with Temporal parameters and with our code's names for columns. It prepares each statement once
 * per connection: our statements are few and repeat all day, and parsing and planning them costs more than running
 * them. Statements that are asked together go out in one write, because each write costs as much as a small statement.
 */
export class TemporalClient extends pg.Client {
  readonly #names = new Map<string, string>();
  readonly #known = new KnownStatements(this.connection, columnTypes);
  #isHeld = false;
  #failed: Error | undefined;

  constructor(config?: string | pg.ClientConfig) {
    super(config);
    const query = super.query.bind(this) as (query: unknown, ...others: unknown[]) => unknown;
    const ask = (text: string, values: readonly unknown[], answer: Answer): void => {
      this.#holdWrites();
      const name = values.length > mostParameters ? undefined : this.#nameOf(text);
      const asked = { name, text, values: values.map(toParameter) };
      const told: Answer = (error, result) => answer(error === null ? null : this.#reasonOf(error), result);
      query(new PreparedQuery(asked, this.#known, told));
    };
    this.query = ((text: unknown, values: unknown, answer?: Answer) => {
      if (typeof text !== "string" || !Array.isArray(values)) return query(text, values, answer);
      if (answer !== undefined) return ask(text, values, answer);
      return new Promise((resolve, reject) => {
        ask(text, values, (error, result) => (error === null ? resolve(result) : reject(error)));
      });
    }) as typeof this.query;
  }

  /**
   * After a statement failed, PostgreSQL refuses the others of its transaction. Of those that were sent with it any may
   * be heard first. So each fails with the error of the one that failed.
   */
  #reasonOf(error: Error): Error {
    const isRefused = "code" in error && error.code === "25P02";
    if (!isRefused) this.#failed = error;
    return isRefused && this.#failed !== undefined
      ? Object.assign(new Error(this.#failed.message), this.#failed)
      : error;
  }

  #nameOf(text: string): string | undefined {
    const name = this.#names.get(text) ?? (this.#names.size < mostPrepared ? `s${this.#names.size}` : undefined);
    if (name !== undefined) this.#names.set(text, name);
    return name;
  }

  /** Until all code that can run now has run, and has asked what it asks. */
  #holdWrites(): void {
    if (this.#isHeld) return;
    this.#isHeld = true;
    const { stream } = this.connection;
    stream.cork();
    process.nextTick(() => {
      this.#isHeld = false;
      stream.uncork();
    });
  }
}
