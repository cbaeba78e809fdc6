import { createHash, randomBytes, randomInt, scrypt, timingSafeEqual } from "node:crypto";
import { availableParallelism } from "node:os";
import { promisify } from "node:util";
import { needsNoConnection } from "../db/one-connection.ts";
import { limitConcurrency } from "../http/limit-concurrency.ts";

const derive = promisify<string, string, number, Buffer>(scrypt);

/** The source of a code to hash: a known browser, a mail on its way, anybody. */
export type HashLane = "known" | "mail" | "anybody";

/** Anybody may ask for the slow hash, so it gets half of the cores. Pages and the database keep the rest (R42). */
const hashing = limitConcurrency<HashLane>({
  atOnce: Math.max(1, Math.min(2, Math.floor(availableParallelism() / 2))),
  lanes: { known: 20, mail: 50, anybody: 20 },
});

/** Eight digits, each code equally likely. */
export function makeCode(): string {
  return String(randomInt(100_000_000)).padStart(8, "0");
}

/** 256 random bits for a link or a browser, as text for an address or a cookie (R20). */
export function makeSecret(): string {
  return randomBytes(32).toString("base64url");
}

export function hashSecret(secret: string): Buffer {
  return createHash("sha256").update(secret).digest();
}

type HashCode = (code: string, id: string) => Promise<Buffer>;

/**
 * Lends the slow hash to few at once, never inside a transaction. Eight digits are few: a fast hash would let a reader
 * of the table try them all while the code is valid. Throws Busy at once when too many wait.
 */
export async function withSlowHash<Value>(
  lane: HashLane,
  work: (hashCode: HashCode) => Promise<Value>,
): Promise<Value> {
  return hashing.run(lane, async () =>
    work(async (code, id) => {
      needsNoConnection("the slow hash");
      return derive(code, `kwartier sign-in ${id}`, 32);
    }),
  );
}

export function isSame(one: Buffer, other: Buffer): boolean {
  return one.length === other.length && timingSafeEqual(one, other);
}
