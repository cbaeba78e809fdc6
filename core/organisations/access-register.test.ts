import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AccessEntry, accessKinds, accessToRevoke, accessWarning, isActive } from "./access-register.ts";

const day = (text: string) => Temporal.PlainDate.from(text);

const entry = (rest: Partial<AccessEntry> = {}): AccessEntry => ({
  kind: "gdap",
  roles: ["Exchange Administrator"],
  since: day("2026-02-01"),
  until: day("2026-07-31"),
  evidence: "Relatie in Partner Center, goedgekeurd op 31 januari",
  revokedOn: null,
  ...rest,
});
const endless = entry({ kind: "app-registration", until: null });

const activeOn = (one: AccessEntry, ...dates: string[]) => dates.filter((on) => isActive(one, day(on)));
const warned = (entries: readonly AccessEntry[], on: string) => {
  const warning = accessWarning(entries, day(on));
  if (warning === null) return "none";
  return warning.kind === "never-given" ? warning.kind : `${warning.kind} ${warning.on.toString()}`;
};

describe("an entry of the access register (A2)", () => {
  it("holds from its first day to its last", () => {
    expect(activeOn(entry(), "2026-01-31", "2026-02-01", "2026-07-31", "2026-08-01")).toEqual([
      "2026-02-01",
      "2026-07-31",
    ]);
  });

  it("holds on and on without a last day", () => {
    expect(activeOn(endless, "2026-02-01", "2099-12-31")).toHaveLength(2);
  });

  it("holds no longer from the day on which it was revoked", () => {
    const revoked = entry({ revokedOn: day("2026-03-10") });
    expect(activeOn(revoked, "2026-03-09", "2026-03-10", "2026-03-11")).toEqual(["2026-03-09"]);
  });
});

describe("the warning on a ticket (A2)", () => {
  it("is there while nothing was ever given", () => {
    expect(warned([], "2026-03-01")).toBe("never-given");
  });

  it("is not there while one of several holds, whichever", () => {
    expect(warned([entry(), endless], "2026-09-01")).toBe("none");
    for (const kind of accessKinds) expect(warned([entry({ kind })], "2026-03-01")).toBe("none");
  });

  it("says since when the last one is gone", () => {
    expect(warned([entry({ until: day("2026-04-30") }), entry()], "2026-09-01")).toBe("ended 2026-08-01");
    expect(warned([entry({ revokedOn: day("2026-03-10") })], "2026-03-10")).toBe("ended 2026-03-10");
  });

  it("says from when the next one is there, the earliest of them", () => {
    const later = entry({ since: day("2026-11-01"), until: null });
    const sooner = entry({ since: day("2026-10-01"), until: null });
    expect(warned([entry(), later, sooner], "2026-09-01")).toBe("not-yet 2026-10-01");
  });

  it("counts on none that was revoked before it began", () => {
    const never = entry({ since: day("2026-10-01"), until: null, revokedOn: day("2026-09-15") });
    expect(warned([never], "2026-09-01")).toBe("never-given");
    expect(warned([never], "2026-11-01")).toBe("never-given");
    expect(warned([never, entry()], "2026-09-01")).toBe("ended 2026-08-01");
  });
});

describe("when a contract ends (A2)", () => {
  const ends = { endsOn: day("2026-06-30"), nextStartsOn: null };
  const revoking = (entries: readonly AccessEntry[], contract: Parameters<typeof accessToRevoke>[1] = ends) =>
    accessToRevoke(entries, contract).map((task) => `${task.entry.kind} ${task.dueOn.toString()}`);

  it("each way in that would outlive it is to be taken back from the next day on", () => {
    expect(revoking([entry(), endless])).toEqual(["gdap 2026-07-01", "app-registration 2026-07-01"]);
  });

  it("what runs out with it, or was revoked, needs nobody", () => {
    expect(revoking([entry({ until: day("2026-06-30") }), entry({ revokedOn: day("2026-06-30") })])).toEqual([]);
    expect(revoking([entry({ revokedOn: day("2026-07-01") })])).toEqual([]);
  });

  it("nothing is to be taken back when the next one starts the day after, and all when it starts later", () => {
    expect(revoking([endless], { ...ends, nextStartsOn: day("2026-07-01") })).toEqual([]);
    expect(revoking([endless], { ...ends, nextStartsOn: day("2026-08-01") })).toEqual(["app-registration 2026-07-01"]);
  });

  it("no way in holds after it that no task is about", () => {
    const date = fc.integer({ min: 0, max: 700 }).map((days) => day("2026-01-01").add({ days }));
    const some = fc.record({ since: date, until: fc.option(date), revokedOn: fc.option(date) }).map(entry);
    fc.assert(
      fc.property(
        fc.array(some, { maxLength: 6 }),
        date,
        fc.integer({ min: 1, max: 400 }),
        (entries, endsOn, later) => {
          const tasked = new Set(accessToRevoke(entries, { endsOn, nextStartsOn: null }).map((task) => task.entry));
          const left = entries.filter((one) => isActive(one, endsOn.add({ days: later })));
          expect(left.filter((one) => !tasked.has(one))).toEqual([]);
        },
      ),
    );
  });
});
