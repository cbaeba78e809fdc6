import { describe, expect, it } from "vitest";
import { problemsOf, rateOnText, runRate } from "./rate-on-text.ts";

const ticket = { reference: "T01", createdAt: "2026-10-01T09:12:00+02:00" };
const example = { month: "2026-10", tickets: [ticket], timeEntries: [] };

const array = (items: number, item: string) => `[${`${item},`.repeat(items - 1)}${item}]`;
const withEntries = (entries: string) => `{"month":"2026-10","tickets":[],"timeEntries":${entries}}`;

describe("what kwartier rate takes in", () => {
  it("is read no further than its limit, so that input may be without end", async () => {
    let chunks = 0;
    const { code, stderr } = await runRate(["-"], async function* endless() {
      for (const chunk = new Uint8Array(1024 * 1024); ; chunks += 1) yield await Promise.resolve(chunk);
    });
    expect([code, chunks]).toEqual([2, 64]);
    expect(stderr).toMatch(/^\$: is larger than 64 MB; give only the tickets [^\n]*\n$/);
  });

  it("has an end to its items", async () => {
    expect(await problemsOf(withEntries(array(120_001, "{}")))).toEqual([
      expect.stringMatching(/^\$\.timeEntries: has more than 120000 items; give only the tickets/),
    ]);
  });

  it.each([
    ["arrays", "[".repeat(1_000_000), "$[0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0]: is nested more than 16 deep"],
    ["objects", withEntries('[{"a":'.repeat(1_000_000)), "$.timeEntries[0].a[0].a[0]"],
  ])("has an end to its depth: %s", async (_kind, text, start) => {
    const lines = await problemsOf(text);
    expect(lines).toHaveLength(1);
    expect(lines[0]?.startsWith(start)).toBe(true);
  });

  it("has an end to the length of an entry, and of anything else", async () => {
    const long = "a".repeat(65_536);
    expect(await problemsOf(withEntries(`[{"ticket":"${long}"}]`))).toEqual([
      "$.timeEntries[0]: is longer than 65536 bytes; nothing known here is",
    ]);
    expect(await problemsOf({ ...example, remark: long })).toEqual([
      "$.remark: is longer than 65536 bytes; nothing known here is",
    ]);
  });

  it("has an end to the fields of an object", async () => {
    const fields = Array.from({ length: 1001 }, (_, index) => [`f${index}`, 0]);
    expect(await problemsOf(Object.fromEntries(fields))).toEqual([
      "$: has more than 1000 fields; nothing known here has",
    ]);
  });
});

describe("the problems of kwartier rate", () => {
  it("are a thousand lines at most, and one that says how many more", async () => {
    const lines = await problemsOf(withEntries(array(100_000, "null")));
    expect(lines).toHaveLength(1001);
    expect(lines.slice(999)).toEqual([
      "$.timeEntries[999]: must be an object",
      "$: 99000 more problems are not shown; correct these and run it again",
    ]);
    expect((await problemsOf(withEntries(array(1001, "null")))).at(-1)).toBe(
      "$: 1 more problem is not shown; correct these and run it again",
    );
    expect(await problemsOf(withEntries(array(1000, "null")))).toHaveLength(1000);
  });

  it.each([
    ["a line end", "a\nb", '$["a\\nb"]'],
    ["a line end of Unicode", "a\u2028b\u0085c", '$["a\\u2028b\\u0085c"]'],
    ["orders for the terminal", "\u001b[2J\u009b2J\u007f", '$["\\u001b[2J\\u009b2J\\u007f"]'],
    ["what turns a line around", "\u202eabc\u2066", '$["\\u202eabc\\u2066"]'],
    ["half a character", "\ud800", '$["\\ud800"]'],
    ["the end of a text in C", "\u0000", '$["\\u0000"]'],
    ["what nobody sees", "a\u200bb\u{e0041}", '$["a\\u200bb\\udb40\\udc41"]'],
    ["ordinary letters", "prijs €", '$["prijs €"]'],
    ["a whole page", "x".repeat(60_000), `$["${"x".repeat(60)}…"]`],
  ])("stay on one harmless line when a name has %s", async (_what, name, path) => {
    expect(await problemsOf({ ...example, [name]: 1 })).toEqual([
      `${path}: unknown field, known are month, tickets, timeEntries, terms`,
    ]);
  });
});

describe("the text of a file", () => {
  it("must be UTF-8", async () => {
    for (const bytes of [[0xff], [0xed, 0xa0, 0x80], [0xff, 0xfe, 0x7b, 0x00]])
      expect(await problemsOf(Uint8Array.from(bytes))).toEqual(["$: is not UTF-8 text; save it as UTF-8"]);
  });

  it("may begin with a byte order mark", async () => {
    const { code, stdout } = await rateOnText(`\uFEFF${JSON.stringify(example)}`);
    expect([code, JSON.parse(stdout)]).toMatchObject([0, { totalCents: 3025 }]);
  });

  it("may have any text as a reference, which is printed as JSON", async () => {
    const reference = "a\u0000\n\ud800\u202e€";
    const { stdout } = await rateOnText(JSON.stringify({ ...example, tickets: [{ ...ticket, reference }] }));
    expect(JSON.parse(stdout)).toMatchObject({ lines: [{ ticket: reference }] });
  });

  it("prints nothing of a reference that a terminal acts on", async () => {
    const reference = "\u001b[2J\u009b31m\u202e\u2028\u{e0001}\u007f€";
    const { stdout } = await rateOnText(JSON.stringify({ ...example, tickets: [{ ...ticket, reference }] }));
    expect(stdout).toContain(String.raw`"\u001b[2J\u009b31m\u202e\u2028\udb40\udc01\u007f€"`);
    expect(JSON.parse(stdout)).toMatchObject({ lines: [{ ticket: reference }] });
  });
});
