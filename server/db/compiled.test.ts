import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { startTestServer, type TestServer } from "../../test/support/start-test-server.ts";
import { compiled, compiledOne } from "./compiled.ts";
import type { Transaction } from "./connect.ts";
import { inReadingTransaction } from "./transaction.ts";

describe("a statement that is compiled once", () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(inject("ownerUrl"));
  });
  afterAll(async () => server.close());

  const reading = async <Value>(work: (tx: Transaction) => Promise<Value>) =>
    inReadingTransaction(server.services.databases, { kind: "system" }, work);

  it("is built once and runs with the parameters of each time, wherever they stand", async () => {
    let built = 0;
    const numbered = compiled((from, from_: number, texts: readonly string[], heldOn: Temporal.PlainDate | null) => {
      built += 1;
      return from.selectNoFrom([
        sql<number>`${from_}::int + 1`.as("next"),
        sql<string[]>`${texts}::text[]`.as("texts"),
        sql<Temporal.PlainDate | null>`${heldOn}::date`.as("heldOn"),
        sql<number>`${7}::int`.as("seven"),
        sql<number>`${from_}::int`.as("again"),
      ]);
    });
    const heldOn = Temporal.PlainDate.from("2026-05-05");
    expect(await reading(async (tx) => numbered(tx, 1, ["a", "b"], null))).toEqual([
      { next: 2, texts: ["a", "b"], heldOn: null, seven: 7, again: 1 },
    ]);
    const [row] = await reading(async (tx) => numbered(tx, 41, [], heldOn));
    expect({ ...row, heldOn: String(row?.heldOn) }).toEqual({
      next: 42,
      texts: [],
      heldOn: "2026-05-05",
      seven: 7,
      again: 41,
    });
    expect(built).toBe(1);
  });

  it("takes parts of parameters", async () => {
    const summed = compiledOne((from, of: { readonly a: number; readonly more: { readonly b: number } }) =>
      from.selectNoFrom(sql<number>`${of.a}::int + ${of.more.b}::int`.as("sum")),
    );
    expect(await reading(async (tx) => summed(tx, { a: 1, more: { b: 2 } }))).toEqual({ sum: 3 });
    expect(await reading(async (tx) => summed(tx, { a: 40, more: { b: 2 } }))).toEqual({ sum: 42 });
  });

  it("answers one row, or none", async () => {
    const year = compiledOne((from, asked: number) =>
      from.selectFrom("terms").select("year").where("year", "=", asked),
    );
    expect(await reading(async (tx) => year(tx, 1999))).toBeUndefined();
  });

  it("refuses to be built from the value of a parameter", async () => {
    const later = compiled((from, at: Temporal.Instant) =>
      from
        .selectFrom("tickets")
        .select("id")
        .where("createdAt", ">", at.add({ hours: 1 })),
    );
    await expect(reading(async (tx) => later(tx, Temporal.Instant.from("2026-05-05T00:00Z")))).rejects.toThrow(
      TypeError,
    );
    const more = compiled((from, year: number) =>
      from
        .selectFrom("terms")
        .select("year")
        .where("year", "=", year + 1),
    );
    await expect(reading(async (tx) => more(tx, 2026))).rejects.toThrow("asks a parameter for its value");
  });
});
