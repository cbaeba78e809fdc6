import { Busboy, type BusboyHeaders } from "@fastify/busboy";
import type { IncomingMessage } from "node:http";
import type { Readable } from "node:stream";
import { refuse } from "../../core/values/result.ts";
import { BadRequest, type Body, collectFields, type Upload } from "./read-input.ts";

/** Takes one file of a form into the store, or says why not. It must read the stream to its end either way. */
export type TakeFile = (file: { name: string; stream: Readable }) => Promise<Upload["outcome"]>;

const mostFiles = 5;

/** Reads a form with files as it streams in: files go to the store one by one, never into memory (R06). */
export async function readMultipart(request: IncomingMessage, takeFile: TakeFile): Promise<Body> {
  const pairs: [string, string][] = [];
  const uploads: Promise<Upload>[] = [];
  const parser = new Busboy({
    headers: request.headers as BusboyHeaders,
    limits: { fields: 100, fieldSize: 256 * 1024, fieldNameSize: 100, files: mostFiles + 1, headerPairs: 20 },
  });
  parser.on("field", (name, value, nameTruncated, valueTruncated) => {
    if (nameTruncated || valueTruncated) parser.destroy(new BadRequest(413, "a field is too large"));
    pairs.push([name, value]);
  });
  parser.on("file", (field, stream, name) => {
    // A browser sends an empty, nameless part for a file field that was left alone.
    if (name === undefined || name === "") stream.resume();
    else if (uploads.length >= mostFiles) {
      stream.resume();
      uploads.push(Promise.resolve({ field, name, outcome: refuse({ code: "too-many-attachments", limit: mostFiles }) }));
    } else uploads.push(takeFile({ name, stream }).then((outcome) => ({ field, name, outcome })));
  });
  await new Promise<void>((resolve, reject) => {
    parser.on("finish", resolve);
    parser.on("fieldsLimit", () => reject(new BadRequest(413, "too many fields")));
    parser.on("error", (error) => reject(error instanceof BadRequest ? error : new BadRequest(400, "the form cannot be read")));
    request.on("error", reject);
    request.on("aborted", () => reject(new BadRequest(400, "the request was cut off")));
    request.pipe(parser);
  });
  return { fields: collectFields(pairs), json: undefined, uploads: await Promise.all(uploads) };
}
