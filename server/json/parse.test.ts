import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { JsonFault } from "./fault.ts";
import { parseJson } from "./parse.ts";
import { pathText } from "./path.ts";

const faultOf = (text: string): string => {
  try {
    return `none: ${JSON.stringify(parseJson(Buffer.from(text)))}`;
  } catch (error) {
    if (error instanceof JsonFault) return `${pathText(error.path)} ${error.message}`;
    throw error;
  }
};

describe("JSON that is read strictly", () => {
  it("has the value that JSON.parse gives it, whatever it is", () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 8 }), (text) => {
        expect(parseJson(Buffer.from(text))).toEqual(JSON.parse(text));
      }),
    );
  });

  it.each([
    ['{"title":1,"title":2}', "$.title is given twice"],
    ['{"title":1,"\\u0074itle":1}', "$.title is given twice"],
    ['{"a":[{"b":{"c":1,"d":2,"c":3}}]}', "$.a[0].b.c is given twice"],
    ['{"__proto__":1,"__proto__":2}', "$.__proto__ is given twice"],
    ["{", "$ is not JSON: expected the name of a field in double quotes, found the end (line 1, column 2)"],
    ['{"a":1} x', '$ is not JSON: expected nothing more, found "x" (line 1, column 9)'],
    ["", "$ is not JSON: expected a value, found the end (line 1, column 1)"],
    ["[".repeat(17), `$${"[0]".repeat(16)} is nested more than 16 deep; nothing known here is`],
  ])("says what is wrong with %s", (text, fault) => expect(faultOf(text)).toBe(fault));

  it("takes the same name twice in two objects", () => {
    expect(faultOf('[{"a":1},{"a":2}]')).toBe('none: [{"a":1},{"a":2}]');
  });
});
