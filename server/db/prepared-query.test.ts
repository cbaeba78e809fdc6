import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, it, vi } from "vitest";
import { openPool } from "./connect.ts";

describe("a statement that a connection repeats", () => {
  let pool: pg.Pool;
  beforeAll(() => {
    pool = openPool({ url: inject("ownerUrl"), name: "test", max: 1, onError: () => undefined });
  });
  afterAll(async () => pool.end());

  const rows = async (text: string, values: unknown[] = []) => (await pool.query<object>(text, values)).rows;

  it("answers rows with our names each time, and asks for its columns only the first time", async () => {
    const described = vi.spyOn(pg.Connection.prototype, "describe");
    const text = "select $1::int as first_number, $2::date as held_on from generate_series(1, 2)";
    const answers = [await rows(text, [1, "2026-05-05"]), await rows(text, [2, null]), await rows(text, [3, null])];
    expect(described).toHaveBeenCalledTimes(1);
    described.mockRestore();
    const heldOn = Temporal.PlainDate.from("2026-05-05");
    expect(answers[0]).toEqual([
      { firstNumber: 1, heldOn },
      { firstNumber: 1, heldOn },
    ]);
    expect(String(Object.values(answers[0]?.[0] ?? {})[1])).toBe("2026-05-05");
    expect(answers[2]).toEqual([
      { firstNumber: 3, heldOn: null },
      { firstNumber: 3, heldOn: null },
    ]);
  });

  it("answers no rows and their number where it changes some", async () => {
    await rows("create temporary table numbers (number integer)");
    for (const number of [1, 2]) {
      const inserted = await pool.query("insert into numbers values ($1)", [number]);
      expect([inserted.rows, inserted.rowCount, inserted.command]).toEqual([[], 1, "INSERT"]);
    }
  });

  it("fails alone: those sent together with it are answered, and it works the next time", async () => {
    const text = "select 1 / $1::int as share";
    const together = await Promise.allSettled([rows(text, [1]), rows(text, [0]), rows(text, [2])]);
    expect(together.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    expect(await rows(text, [1])).toEqual([{ share: 1 }]);
  });

  it("fails when a value of its answer cannot be read, and the connection goes on", async () => {
    await expect(rows("select '0025-01-01 BC'::date as long_ago", [])).rejects.toThrow(RangeError);
    expect(await rows("select 1 as one")).toEqual([{ one: 1 }]);
  });

  it("is kept prepared unless it inserts many rows, because each number of rows is another statement", async () => {
    await rows("create temporary table counted (number integer)");
    for (const count of [2, 61, 62]) {
      const places = Array.from({ length: count }, (_, place) => `($${place + 1}::integer)`).join(", ");
      await rows(
        `insert into counted values ${places}`,
        Array.from({ length: count }, (_, place) => place),
      );
    }
    const prepared = await rows(
      "select statement as text from pg_prepared_statements where statement like 'insert into counted%'",
    );
    expect(prepared).toEqual([{ text: "insert into counted values ($1::integer), ($2::integer)" }]);
    expect(await rows("select count(*)::integer as all_of_them from counted")).toEqual([{ allOfThem: 125 }]);
  });

  it("goes out in one write with all that is asked at the same moment", async () => {
    const client = await pool.connect();
    const texts = Array.from({ length: 5 }, (_, index) => `select ${index} as number`);
    const ask = async () => Promise.all(texts.map(async (text) => client.query(text, [])));
    await ask();
    const write = vi.spyOn(Reflect.get(client, "connection").stream, "_writev");
    await ask();
    expect(write).toHaveBeenCalledTimes(1);
    client.release();
  });
});
