import { createRandom, type Random } from "../../server/demo/history/random.ts";

/** Repeatable chance that also makes ids. */
export interface Chance extends Random {
  /** A UUIDv7 of a moment. */
  id<Id extends string>(at: number): Id;
  bytes(count: number): Buffer;
}

export function createChance(seed: string): Chance {
  const random = createRandom(seed);
  const word = () => Math.floor(random.next() * 4_294_967_296);
  const hex = (value: number, width: number) => value.toString(16).padStart(width, "0");
  return {
    ...random,
    id: <Id extends string>(at: number) => {
      const time = hex(at, 12);
      const [first, second] = [hex(word(), 8), hex(word(), 8)];
      const variant = "89ab"[word() % 4] ?? "8";
      return `${time.slice(0, 8)}-${time.slice(8)}-7${first.slice(0, 3)}-${variant}${first.slice(3, 6)}-${first.slice(6)}${second}${hex(word() % 256, 2)}` as Id;
    },
    bytes: (count) => {
      const bytes = Buffer.alloc(count);
      for (let place = 0; place < count; place += 4) bytes.writeUInt32BE(word(), place);
      return bytes;
    },
  };
}
