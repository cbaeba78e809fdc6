import { describe, expect, it } from "vitest";
import { addendumDeeds, type ContractDeed, contractDeeds } from "./contract-deeds.ts";
import type { RecordedContract } from "./contract-lifecycle.ts";

const day = (text: string) => Temporal.PlainDate.from(text);
const period = { startsOn: day("2026-11-01"), endsOn: day("2026-12-31") };
const offered: RecordedContract = { recorded: "offered", offer: { termsYear: 2026, currentEndsOn: null } };

describe("what a contract allows on a date", () => {
  const allowed = (recorded: RecordedContract, today: string) =>
    Object.keys(contractDeeds).filter(
      (deed) => contractDeeds[deed as ContractDeed]({ recorded, today: day(today) }).ok,
    );

  it("is signing or withdrawing an offer while it can be signed, and ending what is signed (K1, K3)", () => {
    expect(allowed(offered, "2026-10-10")).toEqual(["contract.read", "contract.sign", "contract.withdraw"]);
    expect(allowed(offered, "2026-12-02")).toEqual(["contract.read"]);
    expect(allowed({ recorded: "signed", period }, "2026-10-10")).toEqual(["contract.read", "contract.terminate"]);
    expect(allowed({ recorded: "signed", period }, "2026-11-10")).toEqual(["contract.read", "contract.terminate"]);
    expect(allowed({ recorded: "signed", period }, "2027-01-01")).toEqual(["contract.read"]);
    expect(allowed({ recorded: "terminated", period }, "2026-11-10")).toEqual(["contract.read"]);
    expect(allowed({ recorded: "withdrawn" }, "2026-11-10")).toEqual(["contract.read"]);
  });
});

describe("what an addendum allows on a date", () => {
  const facts = { recorded: { recorded: "offered" }, contract: period, today: day("2026-11-10") } as const;
  const refused = (refusal: object) => ({ ok: false, refusal });

  it("is signing it while its contract lasts (A3)", () => {
    const { "addendum.sign": sign } = addendumDeeds;
    expect(sign(facts)).toEqual({ ok: true, value: null });
    expect(sign({ ...facts, recorded: { recorded: "withdrawn" } })).toEqual(refused({ code: "changed-meanwhile" }));
    for (const [contract, today] of [
      [null, "2026-11-10"],
      [period, "2027-01-01"],
    ] as const)
      expect(sign({ ...facts, contract, today: day(today) })).toEqual(refused({ code: "no-contract", on: today }));
  });

  it("is withdrawing it until it is signed, also after its contract (A3)", () => {
    const { "addendum.withdraw": withdraw } = addendumDeeds;
    expect(withdraw({ ...facts, contract: null })).toEqual({ ok: true, value: null });
    for (const recorded of [{ recorded: "signed", period } as const, { recorded: "withdrawn" } as const])
      expect(withdraw({ ...facts, recorded })).toEqual(refused({ code: "changed-meanwhile" }));
  });
});
