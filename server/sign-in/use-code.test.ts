import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { codeOf } from "../../test/support/act.ts";
import { asSystem, makeOrganisation, makeStaff } from "../../test/support/make-organisation.ts";
import { startTestServer, type TestServer } from "../../test/support/start-test-server.ts";
import type { PersonId } from "../../core/values/ids.ts";
import type { Work } from "../events/work.ts";
import { newId } from "../db/new-id.ts";
import { parseAddress } from "../people/mail-address.ts";
import { askForCode, codeMinutes } from "./ask-for-code.ts";
import { addressLimits, askerLimits, takeHits, tryLimits } from "./rate-limit.ts";
import { hashSecret, withSlowHash, makeSecret } from "./secrets.ts";
import { insertCode } from "./store-codes.ts";
import { takeHit } from "./store-rate-limits.ts";
import { useCode } from "./use-code.ts";

const digits = "12345678";
const wrong = "87654321";
const askedAt = Temporal.Instant.from("2026-03-02T09:00:00Z");
const soon = askedAt.add({ minutes: 1 });

let server: TestServer;
let person: PersonId;
/** Its transaction is over, as it is when a code is used. */
let work: Work;
beforeAll(async () => {
  server = await startTestServer(inject("ownerUrl"));
  await makeOrganisation(server.services);
  person = await makeStaff(server.services);
  work = await asSystem(server.services, askedAt, async (done) => done);
});
afterAll(async () => server.close());

/** Counts hits until a limit is full. */
const useUp = async (limits: Parameters<typeof takeHits>[1], most: number) =>
  asSystem(server.services, askedAt, async ({ tx }) => {
    for (let hit = 0; hit < most; hit += 1) expect(await takeHits(tx, limits, askedAt)).toBeNull();
  });

let networks = 0;

/** Somebody in a network and a browser of their own, who asked for a code. */
async function asker(personId: PersonId | null = person) {
  networks += 1;
  const [id, browser, address] = [newId(), makeSecret(), `198.51.100.${networks}`];
  const codeHash = await withSlowHash("mail", async (hashCode) => hashCode(digits, id));
  await asSystem(server.services, askedAt, async ({ tx }) =>
    insertCode(tx, {
      id,
      personId,
      mailAddress: "sanne@desk.example",
      codeHash,
      linkHash: hashSecret(makeSecret()),
      browserHash: hashSecret(browser),
      createdAt: askedAt,
      expiresAt: askedAt.add({ minutes: codeMinutes }),
    }),
  );
  const use = async (code: string, systemNow = soon) =>
    useCode(
      { databases: server.services.databases, work },
      { browser, address, known: null, systemNow, code },
      async (_then, entered) => entered,
    );
  return { use, address };
}

describe("a code", () => {
  const used = { ok: false, refusal: { code: "code-used" } };
  const expired = { ok: false, refusal: { code: "code-expired" } };
  const wrongWith = (attemptsLeft: number) => ({ ok: false, refusal: { code: "code-wrong", attemptsLeft } });

  it("lets its person in once, also when it comes twice at the same moment", async () => {
    const { use } = await asker();
    const answers = await Promise.all([use(digits), use(digits)]);
    expect(answers).toEqual(expect.arrayContaining([{ ok: true, value: person }, used]));
    expect(await use(digits)).toEqual(used);
  });

  it("may be wrong five times, and is then right no more", async () => {
    const { use } = await asker();
    for (const left of [4, 3, 2, 1, 0]) expect(await use(wrong)).toEqual(wrongWith(left));
    expect(await use(digits)).toEqual(wrongWith(0));
  });

  it("ends after ten minutes, and is nobody's when nobody has the address", async () => {
    const { use } = await asker();
    expect(await use(digits, askedAt.add({ minutes: codeMinutes }))).toEqual(expired);
    const nobody = await asker(null);
    expect(await nobody.use(digits)).toEqual(expired);
  });

  it("is not looked at when its network has tried too many, and says for how long", async () => {
    const { use, address } = await asker();
    await useUp(tryLimits(address, null), 100);
    expect(await use(digits)).toEqual({ ok: false, refusal: { code: "too-many-attempts", minutes: 14 } });
    expect(await use(digits, askedAt.add({ minutes: 9 }))).toMatchObject({ refusal: { minutes: 6 } });
  });

  it("may come again without a count when too many wait for their turn (R42)", async () => {
    const { use, address } = await asker();
    const codes = (await Promise.all(Array.from({ length: 40 }, async () => use(wrong)))).map(codeOf);
    expect(new Set(codes)).toEqual(new Set(["code-wrong", "busy"]));
    const looked = codes.filter((code) => code === "code-wrong").length;
    const [limit] = tryLimits(address, null);
    const next = await asSystem(server.services, soon, async ({ tx }) => limit && takeHit(tx, limit, soon));
    expect(next?.hits).toBe(looked + 1);
  });
});

describe("asking for a code", () => {
  const ask = async (typed: string, address: string, systemNow: Temporal.Instant) => {
    const parsed = parseAddress(typed);
    if (!parsed.ok) throw new Error(parsed.problem);
    const asking = { mailAddress: parsed.address, address, knownBrowser: undefined, systemNow };
    return asSystem(server.services, systemNow, async (then) => askForCode(then, asking));
  };
  const tooMany = (minutes: number) => ({ ok: false, refusal: { code: "too-many-attempts", minutes } });

  it("is refused to who asks too often, and to everybody when an address's hour is full, with the minutes", async () => {
    const address = "anna@ask.example";
    await useUp(askerLimits(address, "192.0.2.1"), 5);
    expect(await ask(address, "192.0.2.1", askedAt.add({ minutes: 4 }))).toEqual(tooMany(11));
    await useUp(addressLimits(address), 10);
    expect(await ask(address, "192.0.2.2", askedAt.add({ minutes: 20 }))).toEqual(tooMany(40));
    expect(codeOf(await ask(address, "192.0.2.2", askedAt.add({ minutes: 60 })))).toBe("ok");
  });
});
