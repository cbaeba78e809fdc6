import { expect, it } from "vitest";
import { readChamberOfCommerce } from "./chamber-of-commerce.ts";

it("is eight digits, however they are grouped", () => {
  expect(["12345678", "01 23 45 67", "1234.5678", "\u00a012345678 "].map(readChamberOfCommerce)).toEqual([
    "12345678",
    "01234567",
    "12345678",
    "12345678",
  ]);
});

it("is nothing else", () => {
  expect(["1234567", "123456789", "12345678A", "NL12345678", "", "-12345678"].map(readChamberOfCommerce)).toEqual(
    Array(6).fill(null),
  );
});
