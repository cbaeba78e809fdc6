import { describe, expect, it } from "vitest";
import { readVatNumber } from "../organisations/vat-number.ts";
import { monthOf } from "../values/month.ts";
import { type VatPosition, vatPositions } from "./vat.ts";
import { decideVatPosition, type VatPositionChange, type VatStanding } from "./decide-vat-position.ts";

const october = monthOf("2026-10");
const nothing: VatStanding = { positions: [], lastInvoicedMonth: null };

function decide(change: Partial<VatPositionChange>, standing: VatStanding = nothing) {
  const decided = decideVatPosition(
    { from: october, position: "eu-business", vatNumber: "BE0123456789", ...change },
    standing,
  );
  return decided.ok ? decided.value.vatNumber : decided.refusal.code;
}

describe("where a customer stands for VAT (CE5)", () => {
  it("is a business elsewhere in the EU with a VAT number of there, however it is typed", () => {
    expect(decide({ vatNumber: " be 0123.456-789 " })).toBe("BE0123456789");
    expect(decide({ vatNumber: "EL123456789" })).toBe("EL123456789");
  });

  it.each([
    ["", "vat-number-needed"],
    ["NL000000000B01", "vat-number-needed"],
    ["CH123456789", "vat-number-needed"],
    ["0123456789", "vat-number-wrong"],
    ["BE", "vat-number-wrong"],
    ["België 1", "vat-number-wrong"],
  ])("is no business elsewhere in the EU by the number '%s'", (vatNumber, code) => {
    expect(decide({ vatNumber })).toBe(code);
  });

  it("is at home or outside the EU with any number or none", () => {
    expect(decide({ position: "domestic", vatNumber: "NL000000000B01" })).toBe("NL000000000B01");
    expect(decide({ position: "domestic", vatNumber: " " })).toBeNull();
    expect(decide({ position: "outside-eu", vatNumber: "CHE123456789" })).toBe("CHE123456789");
    expect(decide({ position: "outside-eu", vatNumber: "?" })).toBe("vat-number-wrong");
  });

  it("keeps to what was invoiced, whatever it was and becomes, with a number or without: every case", () => {
    const numbers: Readonly<Record<VatPosition, string>> = {
      domestic: "NL000000000B01",
      "eu-business": "BE0123456789",
      "outside-eu": "CHE123456789",
    };
    const table: string[] = [];
    for (const before of vatPositions)
      for (const position of vatPositions)
        for (const vatNumber of ["", numbers[position]])
          for (const invoiced of [null, "2026-09", "2026-10", "2026-11"]) {
            const positions = [{ from: monthOf("2026-03"), position: before, vatNumber: numbers[before] }];
            const lastInvoicedMonth = invoiced === null ? null : monthOf(invoiced);
            const answer = decide({ position, vatNumber }, { positions, lastInvoicedMonth });
            table.push([before, "to", position, vatNumber || "-", invoiced ?? "-", answer ?? "none"].join(" "));
          }
    const later = (place: string, answer: string) => [
      `${place} - ${answer}`,
      `${place} 2026-09 ${answer}`,
      `${place} 2026-10 vat-month-invoiced`,
      `${place} 2026-11 vat-month-invoiced`,
    ];
    expect(table).toEqual(
      vatPositions.flatMap((before) => [
        ...later(`${before} to domestic -`, "none"),
        ...later(`${before} to domestic NL000000000B01`, "NL000000000B01"),
        ...later(`${before} to eu-business -`, "vat-number-needed"),
        ...later(`${before} to eu-business BE0123456789`, "BE0123456789"),
        ...later(`${before} to outside-eu -`, "none"),
        ...later(`${before} to outside-eu CHE123456789`, "CHE123456789"),
      ]),
    );
  });

  it("has a wrong number put right where the position began, also when its months were invoiced, and nothing else", () => {
    const begun: VatStanding = {
      positions: [{ from: monthOf("2026-03"), position: "eu-business", vatNumber: "BE0123456789" }],
      lastInvoicedMonth: october,
    };
    const from = monthOf("2026-03");
    expect(decide({ from, vatNumber: "BE0999999999" }, begun)).toBe("BE0999999999");
    expect(decide({ from, vatNumber: "" }, begun)).toBe("vat-number-needed");
    expect(decide({ from, vatNumber: "CHE123456789" }, begun)).toBe("vat-number-needed");
    expect(decide({ from, position: "domestic", vatNumber: "" }, begun)).toBe("vat-month-invoiced");
    expect(decide({ from: monthOf("2026-04"), vatNumber: "BE0999999999" }, begun)).toBe("vat-month-invoiced");
  });

  it("reads a number as invoices write it", () => {
    expect(["fr xx 999999999", "ES X1234567R", "ATU12345678"].map(readVatNumber)).toEqual([
      "FRXX999999999",
      "ESX1234567R",
      "ATU12345678",
    ]);
  });
});
