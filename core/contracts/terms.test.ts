import { describe, expect, it } from "vitest";
import { defaultTerms } from "./terms.ts";
import { termsFromJson, termsToJson } from "./terms-json.ts";

describe("contract terms", () => {
  it("survive being stored as JSON", () => {
    const terms = { ...defaultTerms(2027), additionalTicketRule: "flat" as const };
    expect(termsFromJson(JSON.parse(JSON.stringify(termsToJson(terms))))).toEqual(terms);
  });

  it("are read with cents as strings too, as a database may give them", () => {
    const json = { ...termsToJson(defaultTerms(2026)), additionalTicketRate: "11500" };
    expect(termsFromJson(json).additionalTicketRate).toBe(11_500n);
  });

  it("that were stored broken are not used", () => {
    const { vatPercent: _, ...withoutVat } = termsToJson(defaultTerms(2026));
    expect(() => termsFromJson(withoutVat)).toThrow("vatPercent");
    expect(() => termsFromJson({ ...termsToJson(defaultTerms(2026)), officeOpens: "9" })).toThrow("officeOpens");
    expect(() => termsFromJson(null)).toThrow("terms");
  });
});
