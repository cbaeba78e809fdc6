import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const css = readFileSync(new URL("../../client/styles/theme.css", import.meta.url), "utf8");

/** The colours of one look. Each stands in the file as light-dark(#......, #......). */
function coloursFor(look: "light" | "dark"): Map<string, string> {
  const found = css.matchAll(/--color-([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/g);
  return new Map([...found].map(([, name = "", light = "", dark = ""]) => [name, look === "light" ? light : dark]));
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function ratio(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const surfaces = ["base-100", "base-200", "raised"];
const texts = ["base-content", "muted", "primary", "success", "warning", "error"].flatMap((text) =>
  surfaces.map((surface) => [text, surface]),
);
const onColour = [
  ["primary-content", "primary"],
  ["primary-content", "primary-strong"],
  ["success-content", "success"],
  ["warning-content", "warning"],
  ["error-content", "error"],
  ["primary", "primary-soft"],
  ["warning", "warning-soft"],
  ["success", "success-soft"],
  ["error", "error-soft"],
  ["base-content", "primary-soft"],
  ["base-content", "warning-soft"],
  ["base-content", "success-soft"],
  ["base-content", "error-soft"],
  ["muted", "primary-soft"],
];
const shapes = ["control", "primary", "warning-fill", "error"].flatMap((shape) => [
  [shape, "base-100"],
  [shape, "raised"],
]);

describe.each(["light", "dark"] as const)("the %s colours", (look) => {
  const theme = coloursFor(look);
  const colour = (key: string): string => theme.get(key) ?? "missing";

  it("are all found", () => {
    expect(theme.size).toBe(21);
  });

  it.each([...texts, ...onColour])("%s can be read on %s (4.5 to 1)", (text = "", surface = "") => {
    expect(ratio(colour(text), colour(surface))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(shapes)("the shape %s can be seen on %s (3 to 1)", (shape = "", surface = "") => {
    expect(ratio(colour(shape), colour(surface))).toBeGreaterThanOrEqual(3);
  });
});
