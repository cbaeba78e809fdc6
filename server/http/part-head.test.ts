import { describe, expect, it } from "vitest";
import { readPartHead } from "./part-head.ts";

/** The head of a part as its bytes come in. */
const headOf = (disposition: string, type?: string) =>
  readPartHead({
    "content-disposition": [Buffer.from(disposition).toString("latin1")],
    ...(type === undefined ? {} : { "content-type": [type] }),
  });
const nameOf = (disposition: string) => headOf(`form-data; name="files"; ${disposition}`)?.fileName;

describe("the name of a file that is sent", () => {
  it.each([
    ["a plain name", 'filename="log.txt"', "log.txt"],
    ["letters of any script", 'filename="naïef 日本.txt"', "naïef 日本.txt"],
    ["a quote, as browsers write it", 'filename="offerte %22nieuw%22.txt"', 'offerte "nieuw".txt'],
    ["a quote, as other programs write it", String.raw`filename="offerte \"nieuw\".txt"`, 'offerte "nieuw".txt'],
    ["a quote before a semicolon", String.raw`filename="a\"; b.txt"`, 'a"; b.txt'],
    ["a backslash before the end", String.raw`filename="a\"`, "a\\"],
    ["a path of Windows", String.raw`filename="C:\log.txt"`, String.raw`C:\log.txt`],
    ["a semicolon and an equals sign", 'filename="a; name=b.txt"', "a; name=b.txt"],
    ["a percent sign", 'filename="50%.txt"', "50%.txt"],
    ["what looks encoded and is not", 'filename="a%2fb%20c.txt"', "a%2fb%20c.txt"],
    ["a line end, as browsers write it", 'filename="a%0D%0Ab.txt"', "a\r\nb.txt"],
    ["an apostrophe", `filename="jan's.txt"`, "jan's.txt"],
    ["no quotes around it", "filename=log.txt", "log.txt"],
    ["the extended form", "filename*=UTF-8''caf%C3%A9%20%22x%22.txt", 'café "x".txt'],
    ["both forms", `filename="caf_.txt"; filename*=utf-8'nl'caf%C3%A9.txt`, "café.txt"],
    ["nothing, for a field that was left alone", 'filename=""', ""],
  ])("arrives as it is: %s", (_, disposition, name) => expect(nameOf(disposition)).toBe(name));

  it.each([
    ["a name that does not end", 'filename="log.txt'],
    ["two names", 'filename="a.txt"; filename="b.txt"'],
    ["another charset", "filename*=ISO-8859-1''caf%E9.txt"],
    ["bytes that are no UTF-8", "filename*=UTF-8''caf%E9.txt"],
    ["something that is no parameter", 'filename="a.txt" and more'],
  ])("is refused: %s", (_, disposition) => expect(headOf(`form-data; name="files"; ${disposition}`)).toBeNull());

  it("is refused when its bytes are no UTF-8", () => {
    expect(readPartHead({ "content-disposition": ['form-data; name="files"; filename="caf\u00e9.txt"'] })).toBeNull();
  });
});

describe("a text of a form", () => {
  it("has a name and is in UTF-8", () => {
    expect(headOf('form-data; name="title"')).toEqual({ field: "title", fileName: undefined });
    expect(headOf('form-data; name="a %22b%22"', "text/plain; charset=UTF-8")?.field).toBe('a "b"');
    expect(headOf('form-data; name="title"', "text/plain; charset=iso-8859-1")).toBeNull();
    expect(headOf("form-data")).toBeNull();
    expect(headOf('attachment; name="title"')).toBeNull();
    expect(readPartHead({})).toBeNull();
  });

  it("may be beside a file in any charset, which is the file's own business", () => {
    expect(headOf('form-data; name="files"; filename="a.txt"', "text/plain; charset=utf-16")?.fileName).toBe("a.txt");
  });
});
