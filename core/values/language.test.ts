import { expect, it } from "vitest";
import { isLanguage } from "./language.ts";

it("knows the two languages, and takes nothing else for one", () => {
  expect(["nl", "en", "de", "NL", "", null, undefined, 1].filter(isLanguage)).toEqual(["nl", "en"]);
});
