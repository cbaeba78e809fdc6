import { createHash, randomBytes, randomInt, scrypt, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";

const derive = promisify<string, string, number, Buffer>(scrypt);

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
export async function hashCode(code: string, id: string): Promise<Buffer> {
  return derive(code, `kwartier sign-in ${id}`, 32);
}

export function isSame(one: Buffer, other: Buffer): boolean {
  return one.length === other.length && timingSafeEqual(one, other);
}
