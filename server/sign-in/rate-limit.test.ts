import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { asSystem } from "../../test/support/make-organisation.ts";
import { startTestServer, type TestServer } from "../../test/support/start-test-server.ts";
import { askLimits, takeHits } from "./rate-limit.ts";

describe("asking for codes", () => {
  let server: TestServer;
  const start = Temporal.Instant.from("2026-03-02T09:00:00Z");
  beforeAll(async () => {
    server = await startTestServer(inject("ownerUrl"));
  });
  afterAll(async () => server.close());

  const ask = async (mailAddress: string, from: string, minute: number): Promise<number | null> => {
    const now = start.add({ minutes: minute });
    return asSystem(server.services, now, async ({ tx }) => takeHits(tx, askLimits(mailAddress, from), now));
  };

  it("for somebody else, without end and from one network, does not keep out whose address it is", async () => {
    let room = 0;
    for (let minute = 0; minute < 60; minute += 1)
      for (let time = 0; time < 5; time += 1)
        if ((await ask("anna@customer.example", "203.0.113.7", minute)) === null) room += 1;
    expect(room).toBe(20);
    expect(await ask("anna@customer.example", "198.51.100.9", 59)).toBeNull();
  });

  it("from many networks for one address ends within the hour", async () => {
    const answers: (number | null)[] = [];
    for (let network = 0; network < 70; network += 1)
      answers.push(await ask("bram@customer.example", `198.51.100.${network}`, 0));
    expect(answers.filter((wait) => wait === null)).toHaveLength(60);
    expect(answers.at(-1)).toBe(60);
  });

  it("for many addresses from one network ends after sixty", async () => {
    const answers: (number | null)[] = [];
    for (let number = 0; number < 65; number += 1)
      answers.push(await ask(`nobody${number}@customer.example`, "192.0.2.44", 0));
    expect(answers.filter((wait) => wait === null)).toHaveLength(60);
  });
});
