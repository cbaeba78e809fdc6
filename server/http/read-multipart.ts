import { Busboy, type BusboyHeaders } from "@fastify/busboy";
import type { IncomingMessage } from "node:http";
import type { Readable } from "node:stream";
import { refuse } from "../../core/values/result.ts";
import { BadRequest, type Body, collectFields, mostFormBytes, type Upload } from "./read-input.ts";

/** Takes one file of a form into the store, or says why not, knowing the fields before it. It reads the stream to its end either way. */
export type TakeFile = (
  file: { name: string; stream: Readable },
  sent: ReadonlyMap<string, string>,
) => Promise<Upload["outcome"]>;

const mostFiles = 5;
/** More than go at once are not taken, but each of them is named. */
const mostNamed = 100;
/** Five files of 25 MB, the form's own fields and the lines between them. */
const mostBytes = mostFiles * 25 * 1024 * 1024 + 2 * 1024 * 1024;
const limits = {
  fields: 100,
  fieldSize: mostFormBytes,
  fieldNameSize: 100,
  files: mostNamed,
  headerPairs: 20,
  headerSize: 8192,
};

/**
 * Reads a form with files as it streams in: files go to the store one by one, never into memory (R06). A form that breaks
 * off breaks off the file that is coming in, so that the store can forget it; every file is waited for either way.
 */
export async function readMultipart(request: IncomingMessage, takeFile: TakeFile): Promise<Body> {
  if (Number(request.headers["content-length"] ?? 0) > mostBytes) throw tooLarge();
  const parser = openParser(request);
  const pairs: [string, string][] = [];
  const uploads: Promise<Upload>[] = [];
  const streams: Readable[] = [];
  parser.on("file", (field, stream, name) => {
    streams.push(stream);
    // Whoever reads the stream hears of its end; without a reader yet an error would end the process.
    stream.on("error", () => undefined);
    // A browser sends an empty, nameless part for a file field that was left alone.
    if (name === undefined || name === "") stream.resume();
    else if (uploads.length >= mostFiles) {
      stream.resume();
      uploads.push(
        Promise.resolve({ field, name, outcome: refuse({ code: "too-many-attachments", limit: mostFiles }) }),
      );
    } else
      uploads.push(heard(takeFile({ name, stream }, new Map(pairs)).then((outcome) => ({ field, name, outcome }))));
  });
  parser.on("field", (name, value) => pairs.push([name, value]));
  try {
    await untilRead(request, parser);
  } catch (error) {
    request.unpipe(parser);
    for (const stream of streams) stream.destroy(new Error("the form broke off"));
    await Promise.allSettled(uploads);
    throw error;
  }
  return { fields: collectFields(pairs), json: undefined, uploads: await Promise.all(uploads) };
}

type Parser = InstanceType<typeof Busboy>;

function openParser(request: IncomingMessage): Parser {
  try {
    return new Busboy({ headers: request.headers as BusboyHeaders, limits });
  } catch (error) {
    throw new BadRequest(400, "the form cannot be read", { cause: error });
  }
}

/** Resolves when the whole form was read; rejects as soon as it is too much, is no form or breaks off. */
async function untilRead(request: IncomingMessage, parser: Parser): Promise<void> {
  let bytes = 0;
  let textBytes = 0;
  await new Promise<void>((resolve, reject) => {
    const brokeOff = (): void => reject(new BadRequest(400, "the request was cut off"));
    parser.on("field", (_name, value, nameTruncated, valueTruncated) => {
      textBytes += value.length;
      if (nameTruncated || valueTruncated || textBytes > mostFormBytes) reject(tooLarge());
    });
    parser.on("fieldsLimit", () => reject(tooLarge()));
    parser.on("finish", resolve);
    parser.on("error", () => reject(new BadRequest(400, "the form cannot be read")));
    request.on("data", (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > mostBytes) reject(tooLarge());
    });
    request.on("error", brokeOff);
    request.on("close", () => {
      if (!request.complete) brokeOff();
    });
    request.pipe(parser);
  });
}

function tooLarge(): BadRequest {
  return new BadRequest(413, "the form is too large");
}

/** A promise that is waited for later: its failure in the meantime is not unheard. */
function heard<Value>(promise: Promise<Value>): Promise<Value> {
  promise.catch(() => undefined);
  return promise;
}
