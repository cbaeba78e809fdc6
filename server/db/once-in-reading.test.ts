import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { startTestServer, type TestServer } from "../../test/support/start-test-server.ts";
import type { Transaction } from "./connect.ts";
import { keptOnceFound, onceInReading } from "./once-in-reading.ts";
import { inReadingTransaction, inTransaction } from "./transaction.ts";

describe("a reading that is asked for more than once", () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(inject("ownerUrl"));
  });
  afterAll(async () => server.close());

  const system = { kind: "system" } as const;
  const reading = async <Value>(work: (tx: Transaction) => Promise<Value>) =>
    inReadingTransaction(server.services.databases, system, work);
  const writing = async <Value>(work: (tx: Transaction) => Promise<Value>) =>
    inTransaction(server.services.databases, system, work);

  /** Counts how often the database is asked. It finds nothing under an empty name. */
  function counted() {
    const asked: string[] = [];
    const read = async (_: Transaction, name: string) => {
      asked.push(name);
      return name === "" ? null : { name };
    };
    return { asked, read };
  }

  it("is carried out once in a transaction that only reads, and each time in one that writes", async () => {
    const { asked, read } = counted();
    const once = onceInReading(read);
    await reading(async (tx) => Promise.all([once(tx, "a"), once(tx, "a"), once(tx, "b")]));
    expect(asked).toEqual(["a", "b"]);
    await writing(async (tx) => Promise.all([once(tx, "a"), once(tx, "a")]));
    expect(asked).toEqual(["a", "b", "a", "a"]);
  });

  it("is kept for later transactions if it never changes and was found", async () => {
    const { asked, read } = counted();
    const kept = keptOnceFound(read);
    for (let round = 0; round < 2; round += 1) await reading(async (tx) => Promise.all([kept(tx, "a"), kept(tx, "")]));
    expect(asked).toEqual(["a", "", ""]);
  });

  it("is not kept from a transaction that writes, which may be rolled back", async () => {
    const { asked, read } = counted();
    const kept = keptOnceFound(read);
    await writing(async (tx) => kept(tx, "a"));
    await reading(async (tx) => kept(tx, "a"));
    expect(asked).toEqual(["a", "a"]);
  });

  it("is another one in another database", async () => {
    const other = await startTestServer(inject("ownerUrl"));
    const { asked, read } = counted();
    const kept = keptOnceFound(read);
    await reading(async (tx) => kept(tx, "a"));
    await inReadingTransaction(other.services.databases, system, async (tx) => kept(tx, "a"));
    await other.close();
    expect(asked).toEqual(["a", "a"]);
  });
});
