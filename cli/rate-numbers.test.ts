import { describe, expect, it } from "vitest";
import { numbersHelp } from "./json-number.ts";
import { rateHelp } from "./rate.ts";
import { problemsOf, rateOnText } from "./rate-on-text.ts";

/** A month of one ticket with the start fee minutes written like this. */
const withMinutes = (written: string) =>
  `{"month":"2026-10","terms":{"startFeeMinutes":${written}},"timeEntries":[],"tickets":[{"reference":"T01","createdAt":"2026-10-01T09:12:00+02:00"}]}`;

const minutesOf = async (written: string) => {
  const { stdout } = await rateOnText(withMinutes(written));
  const { lines } = JSON.parse(stdout) as { lines: readonly { minutes: number }[] };
  return lines[0]?.minutes ?? 0;
};

describe("the numbers that kwartier rate reads", () => {
  it.each([
    ["100", 100],
    ["100.0", 100],
    ["1e2", 100],
    ["1.0E+2", 100],
    ["10000e-2", 100],
    ["0.01e4", 100],
    ["-0", 0],
    ["-0.0e9", 0],
    ["0e-400", 0],
    ["0.000", 0],
  ])("are what is written: %s", async (written, minutes) => {
    expect(await minutesOf(written)).toBe(minutes);
    expect((await rateOnText(withMinutes(written))).stdout).not.toContain("-0");
  });

  it.each([
    "2.50",
    "1e-400",
    "-1e-400",
    "0.99999999999999999999",
    "15.0000000000000000001",
    "1499999999999999999999999e-24",
    "1441",
    "-1",
    "9007199254740993",
    "100000000000000000000000000000000000015",
    "1e400",
    "-1e400",
    '"15"',
    "true",
  ])("are refused and never rounded: %s", async (written) => {
    expect(await problemsOf(withMinutes(written))).toEqual([
      "$.terms.startFeeMinutes: must be a whole number from 0 to 1440",
    ]);
  });

  it.each(["015", "+15", ".5", "5.", "1e", "0x10", "NaN", "Infinity", "1_000"])(
    "are those of JSON, which %s is not",
    async (written) => {
      const [problem] = await problemsOf(withMinutes(written));
      expect(problem).toMatch(/^\$\.terms[^:]*: is not JSON: /);
    },
  );

  it("are the same in rates of cents, where 2.50 euro is 250", async () => {
    const input = (rate: string) => withMinutes("60").replace('"terms":{', `"terms":{"rates":{"office":${rate}},`);
    expect(JSON.parse((await rateOnText(input("250"))).stdout)).toMatchObject({ lines: [{ amountCents: 250 }] });
    expect(JSON.parse((await rateOnText(input("-0"))).stdout)).toMatchObject({ lines: [{ amountCents: 0 }] });
    expect(await problemsOf(input("2.50"))).toEqual([
      "$.terms.rates.office: must be a whole number from 0 to 100000000",
    ]);
  });

  it("are what its help says", () => {
    expect(rateHelp).toContain(numbersHelp);
    for (const written of ["100.0", "1e2", "-0", "2.50", "1e-400", "0.99999999999999999999"])
      expect(numbersHelp).toContain(written);
  });
});
