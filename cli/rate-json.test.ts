import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseDocument } from "./json-document.ts";
import { collectProblems } from "./problems.ts";
import { UnreadItems } from "./unread-items.ts";

/** The value of a text; or its problems. */
function parse(text: string): unknown {
  const problems = collectProblems();
  const document = parseDocument(Buffer.from(text), problems);
  const lines = problems.lines();
  return lines.length > 0 ? lines : readAll(document?.value);
}

/** The value with the items of its arrays read. */
function readAll(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, field]) => [
      name,
      field instanceof UnreadItems ? [...field] : (field as unknown),
    ]),
  );
}

const accepts = (text: string) => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

/** Written with spaces wherever JSON allows them. */
const spaced = fc
  .tuple(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 4 })), fc.constantFrom("", " ", "\t", "\r\n"))
  .map(([value, space]) => JSON.stringify(value, null, space));

/** Damaged JSON: one character inserted, removed or doubled. */
const damaged = fc
  .record({
    text: spaced,
    at: fc.nat(),
    bit: fc.constantFrom(...Array.from('{}[]",:\\u0123456789eE+-.tfn \n\u0000\u00e9')),
    length: fc.nat(2),
  })
  .map(({ text, at, bit, length }) => {
    const from = at % (text.length + 1);
    return text.slice(0, from) + bit + text.slice(from + length);
  });

describe("a document of JSON", () => {
  it("is what JSON.parse makes of it", () => {
    fc.assert(
      fc.property(spaced, (text) => {
        expect(parse(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  it("is that too when it has more items than are read at once", () => {
    const items = Array.from({ length: 10_000 }, (_, index) => ({ index, text: `"é\n${index}` }));
    const text = JSON.stringify({ first: items, second: items.slice(9000), third: [] }, null, " ");
    expect(parse(text)).toEqual(JSON.parse(text));
  });

  it("is refused exactly when JSON.parse refuses it, or when a field is given twice", () => {
    fc.assert(
      fc.property(damaged, (text) => {
        const problems = collectProblems();
        parseDocument(Buffer.from(text), problems);
        const others = problems.lines().filter((line) => !line.endsWith(": is given twice"));
        expect(others.length === 0).toBe(accepts(text));
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ["", "$: is not JSON: expected a value, found the end (line 1, column 1)"],
    [' {"a":1} x', '$: is not JSON: expected nothing more, found "x" (line 1, column 10)'],
    ['{\n"month":\n\n}', '$.month: is not JSON: expected a value, found "}" (line 4, column 1)'],
    ['{"é":NaN}', '$["é"]: is not JSON: expected a value, found "N" (line 1, column 6)'],
    ['{"a":1 "b":2}', '$: is not JSON: expected "," or "}", found "\\"" (line 1, column 8)'],
    ['{"a":[1 2]}', '$.a: is not JSON: expected "," or "]", found "2" (line 1, column 9)'],
    ["{a:1}", '$: is not JSON: expected the name of a field in double quotes, found "a" (line 1, column 2)'],
    ['{"a":1,}', '$: is not JSON: expected the name of a field in double quotes, found "}" (line 1, column 8)'],
    ['{"a" 1}', '$: is not JSON: expected ":", found "1" (line 1, column 6)'],
    ['{"a":"x\ny"}', '$.a: is not JSON: expected the double quote that ends a text, found "\\n" (line 1, column 8)'],
    ['{"a":"x', "$.a: is not JSON: expected the double quote that ends a text, found the end (line 1, column 8)"],
    ['{"a":"\\x"}', '$.a: is not JSON: expected an escape of JSON, found "x" (line 1, column 8)'],
    ['{"a":-}', '$.a: is not JSON: expected a digit, found "}" (line 1, column 7)'],
    ['{"a":01}', '$: is not JSON: expected "," or "}", found "1" (line 1, column 7)'],
    ['{"a":tru}', '$.a: is not JSON: expected a value, found "t" (line 1, column 6)'],
    ['{"a":\u202e}', '$.a: is not JSON: expected a value, found "\\u202e" (line 1, column 6)'],
  ])("%j says where it goes wrong: %s", (text, line) => {
    expect(parse(text)).toEqual([line]);
  });

  it("names each field that is given twice, also when it is written in another way", () => {
    expect(parse('{"a":1,"b":[{"c":1,"\\u0063":2,"c":3}],"a":2}')).toEqual([
      "$.b[0].c: is given twice",
      "$.b[0].c: is given twice",
      "$.a: is given twice",
    ]);
  });

  it("may have a field called __proto__", () => {
    expect(Object.entries(parse('{"__proto__":1}') as object)).toEqual([["__proto__", 1]]);
  });
});
