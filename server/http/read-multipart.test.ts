import { once } from "node:events";
import { createServer, request as ask, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer, json } from "node:stream/consumers";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AttachmentId } from "../../core/values/ids.ts";
import { accept } from "../../core/values/result.ts";
import { BadRequest } from "./bad-request.ts";
import { readMultipart } from "./read-multipart.ts";

/** Answers the content of a form: its texts, and its files by name and bytes. */
const server: Server = createServer((request, response) => {
  const files: [string, string][] = [];
  const read = readMultipart(request, async ({ name, stream }) => {
    const file: [string, string] = [name, ""];
    files.push(file);
    file[1] = (await buffer(stream)).toString("base64");
    return accept("x" as AttachmentId);
  });
  read.then(
    ({ fields }) => response.end(JSON.stringify({ fields, files })),
    (error: unknown) => response.end(JSON.stringify({ why: error instanceof BadRequest ? error.why : String(error) })),
  );
});

beforeAll(async () => once(server.listen(0, "127.0.0.1"), "listening"));
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** Sends a form in chunks, and answers what was read. */
async function send(chunks: readonly Buffer[]): Promise<unknown> {
  const { port } = server.address() as AddressInfo;
  const headers = { "content-type": "multipart/form-data; boundary=line" };
  const sent = ask({ host: "127.0.0.1", port, method: "POST", headers });
  sent.on("error", () => undefined);
  const answered = once(sent, "response");
  for (const chunk of chunks) sent.write(chunk);
  sent.end();
  const [answer] = (await answered) as [Parameters<typeof json>[0]];
  return json(answer);
}

interface Part {
  readonly name: string;
  readonly fileName?: string;
  readonly content: Uint8Array;
}

function formOf(parts: readonly Part[]): Buffer {
  const quoted = (text: string) => text.replaceAll('"', "%22").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
  const pieces = parts.flatMap(({ name, fileName, content }) => [
    `--line\r\nContent-Disposition: form-data; name="${quoted(name)}"`,
    `${fileName === undefined ? "" : `; filename="${quoted(fileName)}"`}\r\n\r\n`,
    content,
    "\r\n",
  ]);
  return Buffer.concat([...pieces, "--line--\r\n"].map((piece) => Buffer.from(piece as string)));
}

const name = fc.stringMatching(/^[a-zé "'=;日😀]{1,20}$/u);
const text = fc.string({ unit: "grapheme", maxLength: 40 }).map((typed) => Buffer.from(typed.toWellFormed()));
const part = fc.oneof(
  fc.record({ name, content: text }),
  fc.record({ name, fileName: name, content: fc.uint8Array({ maxLength: 3000 }) }),
);

describe("a form with files", () => {
  it("is read as it was sent, however it was cut on its way", async () => {
    const forms = fc.record({ parts: fc.array(part, { minLength: 1, maxLength: 5 }), cuts: fc.array(fc.nat(9999)) });
    const property = fc.asyncProperty(forms, async ({ parts, cuts }) => {
      const form = formOf(parts);
      const edges = [0, ...cuts.map((cut) => cut % form.length).toSorted((a, b) => a - b), form.length];
      const read = await send(edges.slice(1).map((edge, index) => form.subarray(edges[index], edge)));
      const files = parts.filter(({ fileName }: Part) => fileName !== undefined) as Required<Part>[];
      const texts = parts.filter(({ fileName }: Part) => fileName === undefined);
      const fields = Object.fromEntries(
        Object.entries(Object.groupBy(texts, (one) => one.name)).map(([key, group = []]) => [
          key,
          group.map(({ content }) => Buffer.from(content).toString()),
        ]),
      );
      expect(read).toEqual({
        fields,
        files: files.map(({ fileName, content }) => [fileName, Buffer.from(content).toString("base64")]),
      });
    });
    await fc.assert(property, { numRuns: 100 });
  });

  it("is refused when it ends too early, wherever that is", async () => {
    const form = formOf([
      { name: "title", content: Buffer.from("Titel") },
      { name: "files", fileName: "a.txt", content: Buffer.from("inhoud") },
      { name: "empty", content: Buffer.from("") },
    ]);
    const end = form.lastIndexOf("--\r\n");
    for (let length = 0; length < end + 2; length += 1)
      expect(await send([form.subarray(0, length)]), `${length} bytes`).toEqual({ why: "not-a-form" });
    expect(await send([form.subarray(0, end + 2)])).toMatchObject({ fields: { title: ["Titel"], empty: [""] } });
  });

  it.each([
    ["no lines", "no lines here"],
    ["nothing", ""],
    ["a line alone", "--line\r\n"],
    ["a part without its lines", "--line\r\n\r\nx\r\n--line--\r\n"],
    [
      "a head that is too long",
      `--line\r\nContent-Disposition: form-data; name="${"a".repeat(9000)}"\r\n\r\n\r\n--line--\r\n`,
    ],
  ])("is refused when it has %s", async (_, body) => {
    expect(await send([Buffer.from(body)])).toEqual({ why: "not-a-form" });
  });

  it("is empty when it ends at once", async () => {
    expect(await send([Buffer.from("--line--\r\n")])).toEqual({ fields: {}, files: [] });
  });
});
