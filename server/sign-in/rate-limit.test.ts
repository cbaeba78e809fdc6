import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { asSystem } from "../../test/support/make-organisation.ts";
import { startTestServer, type TestServer } from "../../test/support/start-test-server.ts";
import { addressLimits, askerLimits, takeHits, tryLimits } from "./rate-limit.ts";

let server: TestServer;
const start = Temporal.Instant.from("2026-03-02T09:00:00Z");
beforeAll(async () => {
  server = await startTestServer(inject("ownerUrl"));
});
afterAll(async () => server.close());

describe("asking for codes in a browser that is not known", () => {
  const ask = async (mailAddress: string, from: string, minute: number): Promise<number | null> => {
    const now = start.add({ minutes: minute });
    const limits = [...askerLimits(mailAddress, from), ...addressLimits(mailAddress)];
    return asSystem(server.services, now, async ({ tx }) => takeHits(tx, limits, now));
  };

  it("for somebody else, without end and from one network, does not keep out whose address it is", async () => {
    let room = 0;
    for (let minute = 0; minute < 60; minute += 1)
      for (let time = 0; time < 5; time += 1)
        if ((await ask("anna@customer.example", "203.0.113.7", minute)) === null) room += 1;
    expect(room).toBe(6);
    expect(await ask("anna@customer.example", "198.51.100.9", 59)).toBeNull();
  });

  it("from many networks for one address ends after ten an hour and thirty a day", async () => {
    const answers: (number | null)[] = [];
    for (let hour = 0; hour < 24; hour += 1)
      for (let network = 0; network < 12; network += 1)
        answers.push(await ask("bram@customer.example", `198.51.${hour}.${network}`, hour * 60));
    expect(answers.slice(0, 12).filter((wait) => wait === null)).toHaveLength(10);
    expect(answers[11]).toBe(60);
    expect(answers.filter((wait) => wait === null)).toHaveLength(30);
    expect(await ask("bram@customer.example", "192.0.2.1", 24 * 60)).toBeNull();
  });

  it("for many addresses from one network ends after sixty", async () => {
    const answers: (number | null)[] = [];
    for (let number = 0; number < 65; number += 1)
      answers.push(await ask(`nobody${number}@customer.example`, "192.0.2.44", 0));
    expect(answers.filter((wait) => wait === null)).toHaveLength(60);
  });

  it("adds up what comes from the networks of one IPv6 neighbourhood", async () => {
    const ofOne: (number | null)[] = [];
    for (let network = 0; network < 66; network += 1)
      ofOne.push(await ask("carla@customer.example", `2001:db8:7:${network.toString(16)}::1`, 0));
    expect(ofOne.filter((wait) => wait === null)).toHaveLength(5);
    const ofMany: (number | null)[] = [];
    for (let network = 0; network < 130; network += 1)
      ofMany.push(await ask(`some${network}@customer.example`, `2001:db8:8:${network.toString(16)}::1`, 0));
    expect(ofMany.filter((wait) => wait === null)).toHaveLength(120);
    expect(await ask("carla@customer.example", "2001:db8:9::1", 0)).toBeNull();
  });
});

describe("trying codes", () => {
  it("adds up what comes from the networks of one IPv6 neighbourhood", async () => {
    const tryFrom = async (from: string) =>
      asSystem(server.services, start, async ({ tx }) => takeHits(tx, tryLimits(from, null), start));
    const answers: (number | null)[] = [];
    for (let network = 0; network < 205; network += 1)
      answers.push(await tryFrom(`2001:db8:a:${network.toString(16)}::1`));
    expect(answers.filter((wait) => wait === null)).toHaveLength(200);
    expect(await tryFrom("2001:db8:b::1")).toBeNull();
  });
});
