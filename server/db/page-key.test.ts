import { describe, expect, it } from "vitest";
import { cutPage, readPageKey, writePageKey } from "./page-key.ts";

const id = "0199a3c4-0000-7000-8000-000000000001";

describe("the key of a page of a list", () => {
  it("comes back as it was written, to the microsecond", () => {
    const key = { at: Temporal.Instant.from("2026-10-05T09:00:00.123456Z"), id };
    const read = readPageKey(writePageKey(key));
    expect([read?.at.toString(), read?.id]).toEqual([key.at.toString(), id]);
  });

  it.each([
    undefined,
    "",
    "2",
    id,
    `2026-10-05T09:00:00Z_x`,
    `2026-13-05T09:00:00Z_${id}`,
    `-271821-04-20T00:00:00Z_${id}`,
    `0000-01-01T00:00:00Z_${id}`,
  ])("is none when it was not written by us: %s", (text) => {
    expect(readPageKey(text)).toBeNull();
  });
});

describe("a page cut from one row more than it holds", () => {
  const at = Temporal.Instant.from("2026-10-05T09:00:00Z");
  const cut = (count: number) =>
    cutPage(
      Array.from({ length: count }, () => id),
      2,
      (last) => ({ at, id: last }),
    );

  it("has a key when there is more, of the last row shown", () => {
    expect(cut(3)).toEqual({ shown: [id, id], next: writePageKey({ at, id }) });
  });

  it("has none at the end, nor of an empty list", () => {
    expect(cut(2).next).toBeNull();
    expect(cut(0)).toEqual({ shown: [], next: null });
  });
});
