import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { rateOnText } from "./rate-on-text.ts";
import { replayCommand } from "./replay.ts";
import { runInTest } from "./run-in-test.ts";

const month = {
  month: "2026-10",
  tickets: [{ reference: "T01", createdAt: "2026-10-01T09:12:00+02:00" }],
  timeEntries: [
    { ticket: "T01", step: "research", start: "2026-10-01T10:00:00+02:00", end: "2026-10-01T11:40:00+02:00" },
  ],
};

const replay = async (files: Readonly<Record<string, unknown>>, parameters = ["month.json", "--terms", "terms.json"]) =>
  runInTest(async (io) => replayCommand(parameters, io), files);
const under = async (terms: unknown, input: unknown = month) => replay({ "month.json": input, "terms.json": terms });

describe("kwartier replay of a file", () => {
  it("prints each line before, after and the difference, with the reason, and the sums", async () => {
    const { code, stdout, stderr } = await under({ rates: { office: 11_000 }, authorisedMinutes: 60, vatPercent: 20 });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    // 15 min: 25.00 and 27.50; 100 min: 166.67 and 183.33. VAT: 21 % of 191.67 is 40.25, 20 % of 210.83 is 42.17.
    const rate = { rule: "M4", kind: "rate", rateBefore: 10_000, rateAfter: 11_000 };
    const vat = { rule: "CE5", kind: "vat", percentBefore: 21, percentAfter: 20 };
    const line = { ticket: "T01", month: "2026-10", window: "office", changes: [rate, vat] };
    const charged = (minutes: number, hourlyRateCents: number, amountCents: number) => [
      { window: "office", minutes, hourlyRateCents, amountCents },
    ];
    expect(JSON.parse(stdout)).toEqual({
      month: "2026-10",
      lines: [
        {
          ...line,
          kind: "start-fee",
          beforeCents: 2500,
          afterCents: 2750,
          differenceCents: 250,
          before: charged(15, 10_000, 2500),
          after: charged(15, 11_000, 2750),
        },
        {
          ...line,
          kind: "work",
          beforeCents: 16_667,
          afterCents: 18_333,
          differenceCents: 1666,
          before: charged(100, 10_000, 16_667),
          after: charged(100, 11_000, 18_333),
        },
      ],
      before: { subtotalCents: 19_167, vatCents: 4025, totalCents: 23_192 },
      after: { subtotalCents: 21_083, vatCents: 4217, totalCents: 25_300 },
      differenceCents: 1916,
      additionalTickets: { before: 0, after: 0 },
      startFeeCents: { before: 2500, after: 2750 },
      beyondCeiling: [{ ticket: "T01", minutes: 55 }],
    });
  });

  it("compares with the terms of the file, where it has some", async () => {
    const input = { ...month, terms: { rates: { office: 12_000 } } };
    expect(JSON.parse((await under({}, input)).stdout)).toMatchObject({
      differenceCents: 0,
      before: { subtotalCents: 23_000 },
    });
    expect(JSON.parse((await under({ startFeeMinutes: 0 }, input)).stdout)).toMatchObject({ differenceCents: -3000 });
  });

  it("takes every setting that the terms of kwartier rate take, office hours too (M4)", async () => {
    const at = (times: readonly [string, string]) => ({ ...month.timeEntries[0], start: times[0], end: times[1] });
    const tickets = [{ reference: "T01", createdAt: "2026-10-01T07:12:00+02:00" }];
    const timeEntries = [at(["2026-10-01T08:00:00+02:00", "2026-10-01T18:00:00+02:00"])];
    const input = { ...month, tickets, timeEntries };
    const given = { officeOpens: "08:30", officeCloses: "17:30", rates: { office: 9000 }, ticketsPerMonth: 0 };
    const terms = { ...given, additionalTicketRate: 9500, additionalTicketRule: "flat", startFeeMinutes: 20 };
    const all = { ...terms, vatPercent: 9, liberationDay: "always" };
    const rated = JSON.parse((await rateOnText(JSON.stringify({ ...input, terms: all }))).stdout) as object;
    const { after } = JSON.parse((await under(all, input)).stdout) as { after: object };
    expect(rated).toMatchObject(after);
    const hours = JSON.parse((await under({ officeOpens: "08:30" }, input)).stdout) as object;
    // Half an hour of 8:00-9:00 at 100 instead of 125 an hour; then, with that in the file, half an hour of 17:00-18:00
    // as well.
    expect(hours).toMatchObject({ differenceCents: -1250 });
    const opened = { ...input, terms: { officeOpens: "08:30" } };
    expect(JSON.parse((await under({ officeCloses: "17:30" }, opened)).stdout)).toMatchObject({
      differenceCents: -1250,
    });
  });

  it("charges the first and the last minutes of the calendar (CE3)", async () => {
    for (const [of, start, end] of [
      ["2000-01", "2000-01-01T00:00+01:00", "2000-01-01T00:30+01:00"],
      ["2099-12", "2099-12-31T23:30+01:00", "2100-01-01T00:00+01:00"],
    ] as const) {
      const input = {
        month: of,
        tickets: [{ reference: "T01", createdAt: start }],
        timeEntries: [{ ticket: "T01", step: "research", start, end }],
      };
      const { code, stdout } = await under({}, input);
      expect(code).toBe(0);
      expect(JSON.parse(stdout)).toMatchObject({ lines: [{}, { before: [{ minutes: 30 }] }], differenceCents: 0 });
    }
  });

  it("of no tickets has no lines", async () => {
    expect(JSON.parse((await under({}, { ...month, tickets: [], timeEntries: [] })).stdout)).toMatchObject({
      lines: [],
      differenceCents: 0,
    });
  });

  const cases = join(import.meta.dirname, "..", "test", "cases");
  it.each(readdirSync(cases))("starts from what kwartier rate says: %s", async (file) => {
    const { input } = JSON.parse(readFileSync(join(cases, file), "utf8")) as { input: unknown };
    const rated = JSON.parse((await rateOnText(JSON.stringify(input))).stdout) as object;
    const { stdout } = await under({ additionalTicketRate: 20_000 }, input);
    const { before, lines } = JSON.parse(stdout) as {
      before: Record<string, number>;
      lines: readonly { before: readonly { amountCents: number }[] }[];
    };
    expect(rated).toMatchObject(before);
    const amounts = lines.flatMap((line) => line.before.map((charge) => ({ amountCents: charge.amountCents })));
    expect(rated).toMatchObject({ lines: amounts });
  });
});

describe("bad input of kwartier replay", () => {
  it.each([
    [{ "month.json": month, "terms.json": "{" }, /^\$: .*\n$/],
    [{ "month.json": month, "terms.json": [] }, /^\$: must be an object\n$/],
    [{ "month.json": month, "terms.json": '{"year":2026,"year":2027}' }, /^\$\.year: is given twice\n$/],
    [{ "month.json": month, "terms.json": { rates: { offices: 1 } } }, /^\$\.rates\.offices: is none of the windows/],
    [
      { "month.json": month, "terms.json": { startFee: 1, windows: [{ id: "a" }] } },
      /^\$\.windows\[0\]\.names: is required\n\$\.windows\[0\]\.hourlyRate: is required\n\$\.startFee: unknown field\n$/,
    ],
    [
      {
        "month.json": month,
        "terms.json": { vatPercent: "x", noticeMonths: 13, officeOpens: "9:00", timeZone: "UTC" },
      },
      new RegExp(
        [
          String.raw`^\$\.officeOpens: must be a time of day as HH:MM, from 00:00 to 23:59`,
          String.raw`\$\.vatPercent: must be a number`,
          String.raw`\$\.noticeMonths: must be a whole number from 0 to 12`,
          String.raw`\$\.timeZone: must be Europe/Amsterdam, the provider's time zone\n$`,
        ].join(String.raw`\n`),
      ),
    ],
    [
      { "month.json": month, "terms.json": '{"vatPercent": 1e-400, "rates": {"office": 0.99999999999999999999}}' },
      /^\$\.rates\.office: must be cents an hour from 0 to 100000000\n\$\.vatPercent: must be a whole number\n$/,
    ],
    [
      { "month.json": month, "terms.json": { officeOpens: "17:00" } },
      /^\$\.officeOpens: the office must open \(17:00\) before it closes \(17:00\)\n$/,
    ],
    [
      { "month.json": { ...month, month: "2026-13", extra: 1 }, "terms.json": { vatPercent: 101 } },
      /^\$\.extra: unknown .*\(month\.json\)\n\$\.month: .*\(month\.json\)\n\$\.vatPercent: .* to 100 \(terms\.json\)\n$/,
    ],
    [
      { "terms.json": "{" },
      /^month\.json: cannot be read: there is no such file\n\$: is not JSON: [^\n]* \(terms\.json\)\n$/,
    ],
    [{ "month.json": { month: "2026-13" }, "terms.json": {} }, /^\$\.tickets: is required\n/],
    [{ "terms.json": {} }, /^month\.json: cannot be read: there is no such file\n$/],
    [{ "month.json": month }, /^terms\.json: cannot be read: there is no such file\n$/],
  ] as const)("is one line for each problem: %j", async (files, problems) => {
    const { code, stdout, stderr } = await replay(files);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(problems);
    expect(stderr).not.toContain("    at ");
  });

  it.each([
    [[]],
    [["month.json"]],
    [["month.json", "other.json", "--terms", "terms.json"]],
    [["month.json", "--terms", "terms.json", "--year", "2026"]],
    [["month.json", "--terms", "terms.json", "--json"]],
    [["--terms", "terms.json", "--year", "26"]],
    [["--terms"]],
    [["--terms", "terms.json", "--frobnicate"]],
    [["-", "--terms", "-"]],
  ])("is told what it can be: %j", async (parameters) => {
    const { code, stdout, stderr } = await replay({ "month.json": month, "terms.json": {} }, parameters);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(/^usage: kwartier replay .*\n$/);
  });
});
