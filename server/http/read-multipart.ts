import { createHash, type Hash } from "node:crypto";
import { Dicer } from "@fastify/busboy";
import type { IncomingMessage } from "node:http";
import { Readable } from "node:stream";
import { MIMEType } from "node:util";
import { refuse } from "../../core/values/result.ts";
import { BadRequest } from "./bad-request.ts";
import { readPartHead } from "./part-head.ts";
import { type Body, collectFields, mostFormBytes, type Upload } from "./read-input.ts";
import { decodeUtf8 } from "./utf8.ts";

/**
 * Takes one file of a form into the store, or answers why not; it knows the fields before the file. Reads the stream to
 * its end either way.
 */
export type TakeFile = (
  file: { name: string; stream: Readable },
  sent: ReadonlyMap<string, string>,
) => Promise<Upload["outcome"]>;

const mostFiles = 5;
/** A form takes fewer files than this, but names each refused one up to here. */
const mostNamed = 100;
const mostTexts = 100;
const mostParts = 10_000;
/** Five files of 25 MB, the form's own fields and the lines between them. */
const mostBytes = mostFiles * 25 * 1024 * 1024 + 2 * 1024 * 1024;
const headLimits = { maxHeaderPairs: 20, maxHeaderSize: 8192 };

/**
 * Reads a form with files as it streams in. Files go to the store one by one, never into memory (R06). If the form
 * breaks off, its current file does too, so that the store can forget it. Every file is waited for either way.
 */
export async function readMultipart(request: IncomingMessage, takeFile: TakeFile): Promise<Body> {
  if (Number(request.headers["content-length"] ?? 0) > mostBytes) throw new BadRequest("too-large");
  const parser = new Dicer({ boundary: boundaryOf(request), ...headLimits });
  const broken = Promise.withResolvers<never>();
  const parts = readParts(parser, takeFile, broken.reject);
  try {
    await Promise.race([untilRead(request, parser), broken.promise]);
    const fields = collectFields(await Promise.all(parts.texts));
    return { fields, json: undefined, uploads: await Promise.all(parts.uploads) };
  } catch (error) {
    request.unpipe(parser);
    for (const stream of parts.streams) stream.destroy(new Error("the form broke off"));
    await Promise.allSettled([...parts.texts, ...parts.uploads]);
    throw error;
  }
}

function boundaryOf({ headers }: IncomingMessage): string {
  const boundary = new MIMEType(headers["content-type"] ?? "").params.get("boundary");
  if (boundary === null || boundary === "") throw new BadRequest("not-a-form");
  return boundary;
}

interface Parts {
  readonly streams: Readable[];
  readonly texts: Promise<readonly [string, string]>[];
  readonly uploads: Promise<Upload>[];
}

/** Reads the parts of a form, one after the other. A part that cannot belong to a form breaks it off. */
function readParts(parser: Dicer, takeFile: TakeFile, breakOff: (reason: unknown) => void): Parts {
  const parts: Parts = { streams: [], texts: [], uploads: [] };
  const readText = textReader();
  const heard = <Value>(promise: Promise<Value>): Promise<Value> => {
    promise.catch(breakOff);
    return promise;
  };
  const read = (stream: Readable, headers: object): void => {
    const head = readPartHead(headers);
    if (head === null) return breakOff(new BadRequest("not-a-form"));
    const { field, fileName: name } = head;
    if (name === undefined) {
      if (parts.texts.length === mostTexts) return breakOff(new BadRequest("too-large"));
      parts.texts.push(heard(readText(stream).then((text) => [field, text] as const)));
    }
    // A browser sends an empty, nameless part for a file field without a file.
    else if (name === "" || parts.uploads.length === mostNamed) return void stream.resume();
    else {
      const isTaken = parts.uploads.length < mostFiles;
      const taken = isTaken ? takeAfter(parts.texts, { name, stream }, takeFile) : tooMany(stream);
      parts.uploads.push(heard(taken.then((upload) => ({ field, name, ...upload }))));
    }
    parts.streams.push(stream);
  };
  let count = 0;
  parser.on("part", (stream) => {
    // The reader of the stream hears of its end. Before there is a reader or a head, an error would end the process.
    stream.on("error", () => undefined);
    if (++count > mostParts) breakOff(new BadRequest("too-large"));
    stream.on("header", (headers) => read(stream, headers));
  });
  return parts;
}

type Taken = Pick<Upload, "outcome" | "sha256">;

/** Takes a file once the earlier texts are known. */
async function takeAfter(
  texts: Parts["texts"],
  { name, stream }: Parameters<TakeFile>[0],
  takeFile: TakeFile,
): Promise<Taken> {
  const sent = new Map(await Promise.all(texts));
  const hash = createHash("sha256");
  const hashed = Readable.from(passingBy(stream, hash), { objectMode: false });
  hashed.on("error", () => undefined);
  const outcome = await takeFile({ name, stream: hashed }, sent);
  return { outcome, sha256: hash.digest("hex") };
}

async function* passingBy(chunks: AsyncIterable<Buffer>, hash: Hash): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) {
    hash.update(chunk);
    yield chunk;
  }
}

async function tooMany(stream: Readable): Promise<Taken> {
  stream.resume();
  return { outcome: refuse({ code: "too-many-attachments", limit: mostFiles }) };
}

/** Reads the texts of one form. Together they have the limit of a form without files. */
function textReader(): (stream: AsyncIterable<Buffer>) => Promise<string> {
  let bytes = 0;
  return async (stream) => {
    const chunks: Buffer[] = [];
    for await (const chunk of stream) {
      bytes += chunk.length;
      if (bytes > mostFormBytes) throw new BadRequest("too-large");
      chunks.push(chunk);
    }
    return decodeUtf8(Buffer.concat(chunks));
  };
}

/** Resolves when the whole form is read. Rejects at once when it is too large, is no form or breaks off. */
async function untilRead(request: IncomingMessage, parser: Dicer): Promise<void> {
  let bytes = 0;
  await new Promise<void>((resolve, reject) => {
    const brokeOff = (): void => reject(new BadRequest("cut-off"));
    parser.on("finish", resolve);
    parser.on("error", () => reject(new BadRequest("not-a-form")));
    request.on("data", (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > mostBytes) reject(new BadRequest("too-large"));
    });
    request.on("error", brokeOff);
    request.on("close", () => {
      if (!request.complete) brokeOff();
    });
    request.pipe(parser);
  });
}
