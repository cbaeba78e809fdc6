import { createHash, randomBytes, randomInt, scrypt, timingSafeEqual } from "node:crypto";
import { availableParallelism } from "node:os";
import { promisify } from "node:util";
import { needsNoConnection } from "../db/one-connection.ts";
import { createTurns } from "../http/turns.ts";

const derive = promisify<string, string, number, Buffer>(scrypt);

/** Whose code is hashed: of a browser that signed in before, in a mail on its way, of anybody. */
export type HashLane = "known" | "mail" | "anybody";

/** Anybody may ask for the slow hash, so it gets half of the cores; the others' pages and the database keep the rest (R42). */
const turns = createTurns<HashLane>({
  atOnce: Math.max(1, Math.min(2, Math.floor(availableParallelism() / 2))),
  lanes: { known: 20, mail: 50, anybody: 40 },
});

/** Eight digits, each code as likely as any other. */
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

/** Eight digits are few, so their hash is a slow one: whoever reads the table cannot try them all while the code is valid. */
export async function hashCode(code: string, id: string, lane: HashLane): Promise<Buffer> {
  needsNoConnection("the slow hash");
  return turns.run(lane, async () => derive(code, `kwartier sign-in ${id}`, 32));
}

/** Whether one more code can be hashed soon: asked before an attempt is counted, which would be lost otherwise. */
export function hasRoomToHash(lane: HashLane): boolean {
  return turns.hasRoom(lane);
}

export function isSame(one: Buffer, other: Buffer): boolean {
  return one.length === other.length && timingSafeEqual(one, other);
}
