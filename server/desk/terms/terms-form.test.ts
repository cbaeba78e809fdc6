import { describe, expect, it } from "vitest";
import { defaultTerms } from "../../../core/contracts/terms.ts";
import { codeOf } from "../../../test/support/act.ts";
import { markOf, termsTyped, textsOf, typedTerms } from "./terms-form.ts";

const terms = defaultTerms(2027);

const fields = {
  ...Object.fromEntries(Object.entries(terms).filter(([, value]) => ["number", "string"].includes(typeof value))),
  rate: textsOf(terms, "nl").rates,
  opens: "09:00",
  closes: "17:00",
  additionalTicketRate: "115,00",
  researchWarnings: "10,30",
  pickupDays: 3,
  pickupKind: "calendar",
  ticketsPerMonth: 15,
};
const typed = (changes: Readonly<Record<string, unknown>> = {}) => {
  const {
    year: _year,
    timeZone: _zone,
    usualWindow: _usual,
    ...form
  } = { ...fields, ...changes } as Record<string, unknown>;
  return typedTerms.parse(
    Object.fromEntries(
      Object.entries(form).map(([name, value]) => [name, Array.isArray(value) ? value : String(value)]),
    ),
  );
};

describe("the numbers of a year's terms as a form has them", () => {
  it("are the terms that the form began with, if nothing was changed", () => {
    const read = termsTyped(terms, typed());
    expect(read).toEqual({ ok: true, value: terms });
    expect(markOf(terms)).not.toBe(markOf({ ...terms, paymentDays: 15 }));
  });

  it("are refused when they contradict each other: invalid-input", () => {
    expect(termsTyped(terms, typed({ startFeeMinutes: 136 }))).toEqual({
      ok: false,
      refusal: { code: "invalid-input", fields: { startFeeMinutes: "out-of-range" } },
    });
  });

  it("are refused for other windows than the form began with: changed-meanwhile", () => {
    expect(codeOf(termsTyped(terms, typed({ rate: ["100", "125"] })))).toBe("changed-meanwhile");
  });

  it("leave a week alone that has no office hours", () => {
    const week = { ...terms.week, friday: terms.week.saturday };
    const read = termsTyped({ ...terms, week }, typed({ closes: "18:00" }));
    expect(read).toMatchObject({ ok: true, value: { week } });
  });
});
