import { describe, expect, it } from "vitest";
import { authorisationLifecycle, fixedPriceLifecycle } from "../../core/authorisations/authorisation-lifecycle.ts";
import { contractLifecycle } from "../../core/contracts/contract-lifecycle.ts";
import { invoiceLifecycle } from "../../core/invoices/invoice-lifecycle.ts";
import { articleLifecycle } from "../../core/knowledge/article-lifecycle.ts";
import { stepLifecycle } from "../../core/tickets/step.ts";
import { ticketLifecycle } from "../../core/tickets/ticket-lifecycle.ts";
import { turnLifecycle } from "../../core/tickets/turn.ts";
import { advance, type Lifecycle } from "../../core/values/lifecycle.ts";
import { refusalsOf } from "../../core/values/testing/lifecycle-table.ts";
import type { Language } from "../../core/values/language.ts";
import { statusOf, wordRefusal } from "./refusals.ts";

const lifecycles: readonly (readonly [string, Lifecycle<string, string>])[] = [
  ["contract", contractLifecycle],
  ["ticket", ticketLifecycle],
  ["turn of a ticket", turnLifecycle],
  ["step of a ticket", stepLifecycle],
  ["authorisation", authorisationLifecycle],
  ["quote for one price", fixedPriceLifecycle],
  ["invoice", invoiceLifecycle],
  ["article", articleLifecycle],
];

function sentence<State extends string, Action extends string>(
  lifecycle: Lifecycle<State, Action>,
  [state, action]: readonly [State, Action],
  language: Language = "nl",
): string {
  const next = advance(lifecycle, state, action);
  return next.ok ? "accepted" : wordRefusal(next.refusal, language);
}

describe("a refused transition in words", () => {
  it.each(lifecycles)("of the %s is a sentence of its own in both languages, whatever was tried", (_, lifecycle) => {
    const refusals = refusalsOf(lifecycle);
    expect(refusals.length).toBeGreaterThan(0);
    for (const language of ["nl", "en"] as const) {
      const sentences = refusals.map((refusal) => wordRefusal(refusal, language));
      expect(new Set(sentences).size).toBe(refusals.length);
      for (const each of sentences) expect(each).toMatch(/^\p{Lu}[^;]+; [^.]+\. [^.]+\.$/u);
    }
    expect(new Set(refusals.map(statusOf))).toEqual(new Set([409]));
  });

  it("says how the thing stands, what cannot be done and what can (K1, K3)", () => {
    expect(sentence(contractLifecycle, ["active", "sign"])).toBe(
      "Dit contract loopt; tekenen kan dan niet. Wel mogelijk: verlengen of opzeggen.",
    );
    expect(sentence(contractLifecycle, ["active", "sign"], "en")).toBe(
      "This contract is in force; signing it is not possible then. What is possible: renewing it or terminating it.",
    );
  });

  it("says so when nothing can be done any more (T3)", () => {
    expect(sentence(fixedPriceLifecycle, ["delivered", "withdraw"])).toBe(
      "Dit verzoek om akkoord is opgeleverd; intrekken kan dan niet. Daar verandert niets meer aan.",
    );
  });
});

describe("what else a lifecycle refuses, in words", () => {
  it("says why a ticket does not open again (T4)", () => {
    const why = (["withdrawn", "duplicate", "ended-with-contract"] as const).flatMap((outcome) =>
      (["nl", "en"] as const).map((language) => wordRefusal({ code: "not-reopenable", outcome }, language)),
    );
    expect(new Set(why).size).toBe(6);
  });

  it("carries the numbers a person needs", () => {
    expect(wordRefusal({ code: "renewal-too-early", from: "2026-11-01" }, "nl")).toContain("1 nov 2026");
    expect(wordRefusal({ code: "terms-not-published", year: 2028 }, "en")).toContain("2028");
    expect(wordRefusal({ code: "merge-target-closed", reference: "K26-00042" }, "nl")).toContain("K26-00042");
    const beyond = wordRefusal({ code: "beyond-invoice", leftCents: 1_250n, askedCents: 2_000n }, "en");
    expect(beyond).toContain("€12.50");
    expect(beyond).toContain("€20.00");
    for (const code of ["case-number-needed", "final-invoice-issued"] as const)
      expect(wordRefusal({ code }, "nl")).not.toBe(wordRefusal({ code }, "en"));
  });
});
