import { createHash } from "node:crypto";
import type { Transaction } from "../db/connect.ts";
import type { KnownBrowser } from "./known-browsers.ts";
import { neighbourhoodOf, networkOf } from "./network.ts";
import { takeHit } from "./store-rate-limits.ts";

const day = 24 * 60;
/** The limit of codes for one address from unknown browsers. */
export const mostAnHour = 10;

/** A number of hits in a window of time. */
interface Limit {
  readonly bucket: string;
  readonly most: number;
  readonly minutes: number;
}

/**
 * Counts one hit in each bucket. Answers the minutes to wait, or null if all have room (R17). The first full bucket
 * ends the counting: a refused asker must not use up a shared limit, such as the address's own. The counts are in the
 * database and hold across processes and restarts. A window starts anew when it is over, so nobody is locked out for
 * long.
 */
export async function takeHits(
  tx: Transaction,
  limits: readonly Limit[],
  now: Temporal.Instant,
): Promise<number | null> {
  for (const limit of limits) {
    const { hits, windowStartedAt: started } = await takeHit(tx, limit, now);
    if (hits > limit.most)
      return Math.max(1, Math.ceil(now.until(started.add({ minutes: limit.minutes })).total("minutes")));
  }
  return null;
}

/**
 * The asker's own limits for codes from an unknown browser, so that other people's requests do not hinder an address's
 * owner. Networks of one neighbourhood add up. None of them alone uses up the address's ten an hour.
 */
export function askerLimits(mailAddress: string, address: string): readonly Limit[] {
  const near = neighbourhoodOf(address);
  return [
    { bucket: bucket("ask-address-network", mailAddress, near), most: 5, minutes: 15 },
    { bucket: bucket("ask-address-network-hour", mailAddress, near), most: 6, minutes: 60 },
    ...networkLimits("ask", address, 60),
  ];
}

/** The limits of an address over all unknown browsers. They keep the mails to its mailbox few, however many ask. */
export function addressLimits(mailAddress: string): readonly Limit[] {
  return [
    { bucket: bucket("ask-address", mailAddress), most: mostAnHour, minutes: 60 },
    { bucket: bucket("ask-address-day", mailAddress), most: 30, minutes: day },
  ];
}

/** How often an address's owner is told that the limit is used up. */
export function warningLimits(mailAddress: string): readonly Limit[] {
  return [{ bucket: bucket("ask-warned", mailAddress), most: 1, minutes: day }];
}

/** The limits of a known browser, which nobody else can use up. */
export function knownAskLimits({ personId, secret }: KnownBrowser): readonly Limit[] {
  return [
    { bucket: bucket("ask-known", personId, secret), most: 5, minutes: 15 },
    { bucket: bucket("ask-known-hour", personId, secret), most: 12, minutes: 60 },
  ];
}

/** The limits on trying codes, besides the five attempts of each code. */
export function tryLimits(address: string, known: KnownBrowser | null): readonly Limit[] {
  return known === null
    ? networkLimits("try", address, 100)
    : [{ bucket: bucket("try-known", known.personId, known.secret), most: 50, minutes: 15 }];
}

/** The limits in a quarter of an hour. A whole neighbourhood of IPv6 has twice the limit of one network. */
function networkLimits(kind: "ask" | "try", address: string, most: number): readonly Limit[] {
  const [network, near] = [networkOf(address), neighbourhoodOf(address)];
  const own = { bucket: bucket(`${kind}-network`, network), most, minutes: 15 };
  return near === network ? [own] : [own, { ...own, bucket: bucket(`${kind}-near`, near), most: 2 * most }];
}

/** Hashed, because addresses are personal data and the table needs only to tell them apart. */
function bucket(kind: string, ...parts: readonly string[]): string {
  return `${kind}:${createHash("sha256").update(parts.join(" ")).digest("base64url")}`;
}
