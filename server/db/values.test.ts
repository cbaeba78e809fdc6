import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import type pg from "pg";
import { openPool } from "./connect.ts";

describe("values on their way to the database and back", () => {
  let pool: pg.Pool;
  beforeAll(() => {
    pool = openPool({ url: inject("ownerUrl"), name: "test", max: 2, onError: () => undefined });
  });
  afterAll(async () => pool.end());

  const roundTrip = async (type: string, value: unknown): Promise<unknown> => {
    const { rows } = await pool.query<{ value: unknown }>(`select $1::${type} as value`, [value]);
    return rows[0]?.value;
  };

  it("keep an instant to the microsecond, also before 1970 and across clock changes", async () => {
    for (const text of [
      "2026-03-29T01:00:00.123456Z",
      "2026-10-25T00:59:59.999999Z",
      "1969-12-31T23:59:59.000001Z",
      "2026-01-01T00:00:00Z",
    ]) {
      const instant = Temporal.Instant.from(text);
      const back = await roundTrip("timestamptz", instant);
      expect(back).toBeInstanceOf(Temporal.Instant);
      expect(String(back)).toBe(instant.toString());
    }
  });

  it("keep a date a date, whatever the time zone of the machine", async () => {
    expect(String(await roundTrip("date", Temporal.PlainDate.from("2024-02-29")))).toBe("2024-02-29");
  });

  it("keep a bigint beyond what a number holds", async () => {
    expect(await roundTrip("bigint", 9_007_199_254_740_993n)).toBe(9_007_199_254_740_993n);
    expect(await roundTrip("bigint", -1n)).toBe(-1n);
  });

  it("keep arrays of these, with empty places", async () => {
    expect(await roundTrip("bigint[]", [1n, null, 3n])).toEqual([1n, null, 3n]);
    expect(await roundTrip("text[]", ['een "aanhaling"', "komma, en \\", ""])).toEqual([
      'een "aanhaling"',
      "komma, en \\",
      "",
    ]);
    const instant = Temporal.Instant.from("2026-03-29T01:00:00.5Z");
    expect(String(await roundTrip("timestamptz[]", [instant]))).toBe("2026-03-29T01:00:00.5Z");
    expect(String(await roundTrip("date[]", [Temporal.PlainDate.from("2026-05-05")]))).toBe("2026-05-05");
  });

  it("keep nothing as nothing", async () => {
    for (const type of ["timestamptz", "date", "bigint", "text", "bigint[]"])
      expect(await roundTrip(type, null)).toBeNull();
  });

  it("speak UTC whatever the server is set to", async () => {
    const { rows } = await pool.query<{ zone: string }>("select current_setting('timezone') as zone");
    expect(rows[0]?.zone).toBe("UTC");
  });
});
