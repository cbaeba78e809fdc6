import pg from "pg";

const oid = { int8: 20, date: 1082, timestamptz: 1184 } as const;

const parsers = new Map<number, (text: string) => unknown>([
  [oid.int8, (text) => BigInt(text)],
  [oid.date, (text) => Temporal.PlainDate.from(text)],
  [oid.timestamptz, (text) => Temporal.Instant.from(text.replace(" ", "T"))],
]);

/** How columns arrive: bigint as bigint, date as PlainDate, timestamptz as Instant (connections speak UTC). */
export const columnTypes: pg.CustomTypesConfig = {
  getTypeParser(id: number, format?: "text" | "binary") {
    const own = format === "binary" ? undefined : parsers.get(id);
    return own ?? (pg.types.getTypeParser(id, format ?? "text") as (text: string) => unknown);
  },
} as pg.CustomTypesConfig;

/** How parameters leave: the driver would write a Temporal value as JSON text, quotes included. */
function toParameter(value: unknown): unknown {
  if (value instanceof Temporal.Instant || value instanceof Temporal.PlainDate) return value.toString();
  if (Array.isArray(value)) return value.map(toParameter);
  return value;
}

type Query = (...parts: unknown[]) => unknown;

/** The driver's client, which also takes Temporal values as parameters. */
export class TemporalClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    const query = super.query.bind(this) as Query;
    this.query = ((...parts: unknown[]) =>
      query(...parts.map((part, index) => (index === 1 && Array.isArray(part) ? part.map(toParameter) : part)))) as typeof this.query;
  }
}
