import { createReadStream, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { problemsOf, rateOnText, runRate } from "./rate-on-text.ts";

const ticket = { reference: "T01", createdAt: "2026-10-01T09:12:00+02:00" };
const entry = {
  ticket: "T01",
  step: "administration",
  start: "2026-10-01T16:50:00+02:00",
  end: "2026-10-01T17:20:00+02:00",
};
const example = { month: "2026-10", tickets: [ticket], timeEntries: [{ ...entry, billable: true }] };

const withTicket = (changes: object) => ({ ...example, tickets: [{ ...ticket, ...changes }], timeEntries: [] });
const withEntry = (changes: object) => ({ ...example, timeEntries: [{ ...entry, ...changes }] });
const withTerms = (terms: unknown) => ({ ...example, terms });

describe("kwartier rate", () => {
  it("prints the charges of a month", async () => {
    const { code, stdout, stderr } = await rateOnText(JSON.stringify(example));
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    // Covered 16:50-17:05; 17:05-17:20 is 15 min x 125.00 / 60 = 31.25.
    const fee = { kind: "start-fee", window: "office", minutes: 15, hourlyRateCents: 10_000, amountCents: 2500 };
    const work = { kind: "work", window: "outside", minutes: 15, hourlyRateCents: 12_500, amountCents: 3125 };
    expect(JSON.parse(stdout)).toEqual({
      month: "2026-10",
      lines: [
        { ticket: "T01", ...fee },
        { ticket: "T01", ...work },
      ],
      subtotalCents: 5625,
      vatCents: 1181,
      totalCents: 6806,
    });
  });

  it("explains each line with its rules and how it was reached", async () => {
    const { stdout } = await rateOnText(JSON.stringify(example), "--explain");
    const { lines } = JSON.parse(stdout) as { lines: readonly { rules: string[]; derivation: string }[] };
    expect(lines.map(({ rules }) => rules)).toEqual([
      ["T1", "CE4"],
      ["M4", "CE4"],
    ]);
    expect(lines.map(({ derivation }) => derivation.replaceAll("\u00a0", " "))).toEqual([
      "For every ticket created we charge at least 0:15 h of administration, in the month it was created: October 2026 (T1). " +
        "The start fee covers the first minutes of administration; that is why 0:15 h of administration is not charged separately here (T1). " +
        "The minutes are summed and rounded to the cent once: 0:15 h × €100.00 an hour = €25.00 (CE4).",
      "The rate follows from when we work; 0:15 h counts as outside office hours: administration 1 Oct 2026 17:05-17:20 (M4). " +
        "The minutes are summed and rounded to the cent once: 0:15 h × €125.00 an hour = €31.25 (CE4).",
    ]);
  });

  it.each([
    [
      "04-spring-clock-change",
      "1:00 h counts as weekend or public holiday: research 29 Mar 2026 1:30-3:30, clock one hour forward (M4).",
    ],
    [
      "05-autumn-clock-change",
      "3:00 h counts as weekend or public holiday: research 25 Oct 2026 1:30-3:30, clock one hour back (M4).",
    ],
  ])("says what the clock did, where times alone would tell another sum: %s", async (name, explained) => {
    const file = join(import.meta.dirname, "..", "test", "cases", `${name}.json`);
    const { input } = JSON.parse(readFileSync(file, "utf8")) as { input: unknown };
    const { stdout } = await rateOnText(JSON.stringify(input), "--explain");
    expect(stdout.replaceAll("\u00a0", " ")).toContain(explained);
  });

  it("lists tickets in order of creation, whatever order they are given in", async () => {
    const later = { reference: "A", createdAt: "2026-10-02T09:00+02:00" };
    const { stdout } = await rateOnText(JSON.stringify({ ...example, tickets: [later, ticket], timeEntries: [] }));
    expect(JSON.parse(stdout)).toMatchObject({ lines: [{ ticket: "T01" }, { ticket: "A" }] });
  });

  it("lets single values of the terms be overridden", async () => {
    const terms = { rates: { outside: 0 }, startFeeMinutes: 0, vatPercent: 0, officeCloses: "16:55" };
    const { stdout } = await rateOnText(JSON.stringify(withTerms(terms)));
    // 5 office minutes at 100.00, 25 outside for nothing.
    expect(JSON.parse(stdout)).toMatchObject({
      lines: [
        { window: "office", minutes: 5, amountCents: 833 },
        { window: "outside", minutes: 25, hourlyRateCents: 0, amountCents: 0 },
      ],
      totalCents: 833,
    });
  });

  it("charges entries from before the ticket was created, as office: the agreement counts from its creation", async () => {
    const early = { step: "research", start: "2026-10-01T07:00+02:00", end: "2026-10-01T08:00+02:00" };
    const { code, stdout } = await rateOnText(JSON.stringify(withEntry(early)));
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ lines: [{}, { window: "office", minutes: 60 }] });
  });

  it.each(["2100-01-01T00:00+01:00", "2099-12-31T23:00:00Z", "2100-01-01T09:00+10:00"])(
    "has work end where the calendar does, written as %s (CE3)",
    async (end) => {
      const tickets = [{ ...ticket, createdAt: "2099-12-31T12:00+01:00" }];
      const timeEntries = [{ ...entry, step: "research", start: "2099-12-31T16:45+01:00", end }];
      const { code, stdout } = await rateOnText(JSON.stringify({ month: "2099-12", tickets, timeEntries }));
      expect(code).toBe(0);
      expect(JSON.parse(stdout)).toMatchObject({
        lines: [{ kind: "start-fee" }, { window: "office", minutes: 15 }, { window: "outside", minutes: 420 }],
      });
    },
  );

  it.each(["2000-01-01T00:00+01:00", "1999-12-31T23:00:00Z"])(
    "has it begin with the calendar, written as %s (CE3)",
    async (start) => {
      const tickets = [{ ...ticket, createdAt: start }];
      const timeEntries = [{ ...entry, step: "research", start, end: "2000-01-01T00:30+01:00" }];
      const { code, stdout } = await rateOnText(JSON.stringify({ month: "2000-01", tickets, timeEntries }));
      expect(code).toBe(0);
      expect(JSON.parse(stdout)).toMatchObject({
        lines: [{ minutes: 15 }, { window: "weekend-holiday", minutes: 30 }],
      });
    },
  );

  it("is indented JSON, whether there are lines or none", async () => {
    for (const input of [example, { ...example, month: "2027-01" }]) {
      const { stdout } = await rateOnText(JSON.stringify(input));
      expect(stdout).toBe(`${JSON.stringify(JSON.parse(stdout), null, 2)}\n`);
    }
  });

  it("reads a file, and says when it cannot", async () => {
    const run = async (...args: readonly string[]) => {
      const { code, stderr } = await runRate(args, createReadStream);
      return `${code} ${stderr}`;
    };
    expect(await run("no-such-file.json")).toBe("2 no-such-file.json: cannot be read: there is no such file\n");
    expect(await run(import.meta.dirname)).toMatch(/^2 .*: cannot be read: it is a folder\n$/);
    expect(await run("a\n\u001b[2Jb")).toBe("2 a\\u000a\\u001b[2Jb: cannot be read: there is no such file\n");
    expect(await run()).toMatch(/^2 usage: kwartier rate .*\n$/);
    expect(await run("a.json", "b.json")).toMatch(/^2 usage/);
    expect(await run("--explian", "-")).toMatch(/^2 usage/);
  });
});

describe("bad input of kwartier rate", () => {
  it("is one line per problem, each with its path", async () => {
    const input = {
      month: "2026-13",
      tickets: [{ reference: "", createdAt: "2026-10-01T09:12:00" }, ticket, ticket],
      timeEntries: [{ ...entry, ticket: "T9", step: "coffee" }],
      extra: 1,
    };
    expect(await problemsOf(input)).toEqual([
      "$.extra: unknown field, known are month, tickets, timeEntries, terms",
      "$.month: must be a month as YYYY-MM, from 2000 to 2099",
      "$.tickets[0].reference: must be 1 to 200 characters",
      "$.tickets[0].createdAt: must carry an offset, such as +02:00 or Z",
      "$.tickets[2].reference: is already the reference of $.tickets[1]",
      "$.timeEntries[0].ticket: is not the reference of a ticket given",
      "$.timeEntries[0].step: must be one of administration, research, resolution",
    ]);
  });

  it.each([
    ["[]", "$: must be an object"],
    ["null", "$: must be an object"],
    ["{}", "$.month: is required"],
    [
      '{"month":"2026-10","tickets":[{"reference":"a","reference":"b"}],"timeEntries":[]}',
      "$.tickets[0].reference: is given twice",
    ],
    [{ ...example, "a\nb": 1 }, '$["a\\nb"]: unknown field'],
    ['{"__proto__":{"month":"2026-10"}}', "$.__proto__: unknown field"],
    [{ ...example, tickets: {} }, "$.tickets: must be an array"],
    [{ ...example, tickets: [null] }, "$.tickets[0]: must be an object"],
    [{ ...example, month: "1999-12" }, "$.month: must be a month"],
    [{ ...example, month: 202_610 }, "$.month: must be a month"],
    [withTicket({ reference: 7 }), "$.tickets[0].reference: must be text"],
    [withTicket({ outsideHoursAgreed: "no" }), "$.tickets[0].outsideHoursAgreed: must be true or false"],
    [withTicket({ createdAt: null }), "$.tickets[0].createdAt: must be a time"],
    [withTicket({ createdAt: "2026-02-30T10:00:00Z" }), "$.tickets[0].createdAt: is no time of the calendar"],
    [withTicket({ createdAt: "2026-10-01T10:00:60Z" }), "$.tickets[0].createdAt: must be a time"],
    [withTicket({ createdAt: "2026-10-01T24:00Z" }), "$.tickets[0].createdAt: is no time of the calendar"],
    [withTicket({ createdAt: "2026-10-01T10:00+25:00" }), "$.tickets[0].createdAt: is no time of the calendar"],
    [withTicket({ createdAt: "2099-12-31T23:30:00Z" }), "$.tickets[0].createdAt: must be in the years 2000-2099"],
    [withTicket({ createdAt: "1999-12-31T22:59:59Z" }), "$.tickets[0].createdAt: must be in the years 2000-2099"],
    [withTicket({ createdAt: "2000-01-01T00:30:00+14:00" }), "$.tickets[0].createdAt: must be in the years 2000-2099"],
    [withTicket({ createdAt: "2100-01-01T00:00:00+01:00" }), "$.tickets[0].createdAt: must be in the years 2000-2099"],
    [withEntry({ start: "2100-01-01T00:00+01:00" }), "$.timeEntries[0].start: must be in the years 2000-2099"],
    [withEntry({ end: "2100-01-01T00:01+01:00" }), "$.timeEntries[0].end: must be in the years 2000-2099"],
    [withEntry({ end: "2099-12-31T23:00:00.0000001Z" }), "$.timeEntries[0].end: must be on a whole minute"],
    [withEntry({ start: "2026-10-01T16:50:01+02:00" }), "$.timeEntries[0].start: must be on a whole minute"],
    [withEntry({ end: entry.start }), "$.timeEntries[0].end: must be later than start"],
    [withEntry({ end: "2026-10-02T16:51:00+02:00" }), "$.timeEntries[0].end: must be at most 24 hours after start"],
    [withEntry({ billable: null }), "$.timeEntries[0].billable: must be true or false"],
    [withEntry({ note: "x" }), "$.timeEntries[0].note: unknown field"],
    [withTerms(null), "$.terms: must be an object"],
    [withTerms({ authorisedMinutes: 1 }), "$.terms.authorisedMinutes: unknown field"],
    [withTerms({ rates: { office: -1 } }), "$.terms.rates.office: must be a whole number from 0 to 100000000"],
    [withTerms({ rates: { office: "100" } }), "$.terms.rates.office: must be a whole number"],
    [withTerms({ rates: { weekend: 1 } }), "$.terms.rates.weekend: unknown field"],
    [withTerms({ additionalTicketRate: 0.5 }), "$.terms.additionalTicketRate: must be a whole number"],
    [withTerms({ additionalTicketRule: "max" }), "$.terms.additionalTicketRule: must be one of at-least, flat"],
    [withTerms({ vatPercent: 101 }), "$.terms.vatPercent: must be a whole number from 0 to 100"],
    [withTerms({ officeOpens: "9:00" }), "$.terms.officeOpens: must be a time of day"],
    [withTerms({ officeCloses: "24:00" }), "$.terms.officeCloses: must be a time of day"],
    [withTerms({ officeOpens: "17:00" }), "$.terms.officeOpens: the office must open (17:00) before it closes (17:00)"],
    [withTerms({ liberationDay: true }), "$.terms.liberationDay: must be one of lustrum, always, never"],
  ])("%j is refused: %s", async (input, problem) => {
    const problems = await problemsOf(input);
    expect(problems.some((line) => line.startsWith(problem))).toBe(true);
    expect(problems.every((line) => line.startsWith("$"))).toBe(true);
  });
});
