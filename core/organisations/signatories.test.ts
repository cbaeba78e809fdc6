import { describe, expect, it } from "vitest";
import type { PersonId } from "../values/ids.ts";
import type { Result } from "../values/result.ts";
import { decideAppointment, decideWithdrawal } from "./signatories.ts";

const [anna, bram, carla] = ["anna" as PersonId, "bram" as PersonId, "carla" as PersonId];
const codeOf = (result: Result<null>) => (result.ok ? "ok" : result.refusal.code);

describe("signatories (P2)", () => {
  it("are appointed once each", () => {
    expect(codeOf(decideAppointment([anna], bram))).toBe("ok");
    expect(codeOf(decideAppointment([anna], anna))).toBe("already-signatory");
  });

  it("are withdrawn by another or by the provider, but never the last", () => {
    expect(codeOf(decideWithdrawal([anna, bram], { personId: bram, by: anna }))).toBe("ok");
    expect(codeOf(decideWithdrawal([anna, bram], { personId: bram, by: null }))).toBe("ok");
    expect(codeOf(decideWithdrawal([anna, bram], { personId: anna, by: anna }))).toBe("own-signature");
    expect(codeOf(decideWithdrawal([anna], { personId: anna, by: carla }))).toBe("last-signatory");
    expect(codeOf(decideWithdrawal([anna], { personId: carla, by: anna }))).toBe("not-signatory");
  });
});
