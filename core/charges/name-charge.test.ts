import { describe, expect, it } from "vitest";
import { chargeKinds } from "./charge.ts";
import { nameCharge, nameKind } from "./name-charge.ts";

const windowNames = { nl: "kantooruren", en: "office hours" };

describe("the name of a charge", () => {
  it("says in which hours the work was, in both languages (M4)", () => {
    expect(nameCharge({ kind: "work", windowNames }, "nl")).toBe("Werk, kantooruren");
    expect(nameCharge({ kind: "work", windowNames }, "en")).toBe("Work, office hours");
  });

  it("names no hours that nobody chose or that make no difference (T1, T3)", () => {
    expect(nameCharge({ kind: "start-fee", windowNames }, "nl")).toBe("Starttarief");
    expect(nameCharge({ kind: "work", windowNames: null }, "en")).toBe("Work");
    expect(nameCharge({ kind: "quote", windowNames: null }, "nl")).toBe("Werk voor één prijs");
  });

  it("differs for each kind", () => {
    for (const language of ["nl", "en"] as const)
      expect(new Set(chargeKinds.map((kind) => nameKind(kind, language))).size).toBe(chargeKinds.length);
  });
});
