import type { IncomingMessage } from "node:http";
import type { Readable } from "node:stream";
import { finished } from "node:stream/promises";
import { MIMEType } from "node:util";
import type { Actor } from "../../core/access/actor.ts";
import { refuse } from "../../core/values/result.ts";
import { BadRequest } from "./bad-request.ts";
import { type Body, collectFields, readBytes, type Upload } from "./read-input.ts";
import { readJson } from "./read-json.ts";
import { readMultipart, type TakeFile } from "./read-multipart.ts";
import { readPageQuery, readQuery } from "./read-query.ts";
import type { Route } from "./route.ts";
import { decodeUtf8, isEncodedUtf8, isUtf8Charset } from "./utf8.ts";

/** Takes an uploaded file in for an actor. The composition root connects it to the tickets' attachments. */
export type TakeUpload = (
  who: { actor: Actor; params: Readonly<Record<string, string>> },
  file: { name: string; stream: Readable },
) => Promise<Upload["outcome"]>;

interface Reading {
  incoming: IncomingMessage;
  url: string;
  route: Route;
  take: TakeFile;
}

/** Reads a file to its end without keeping it, for a form that will not be carried out. */
export async function leaveOut({ name, stream }: { name: string; stream: Readable }): Promise<Upload["outcome"]> {
  await finished(stream.resume());
  return refuse({ code: "choose-again", name });
}

/**
 * Reads the body of a request, in the one form and charset of its route: JSON for the API, form encodings for pages
 * (R09).
 */
export async function readBody({ incoming, url, route, take }: Reading): Promise<Body> {
  const { search } = new URL(url);
  const isApi = route.path.startsWith("/api/");
  if (route.method === "GET")
    return { fields: isApi ? readQuery(search) : readPageQuery(search), json: undefined, uploads: [] };
  if (search !== "") throw new BadRequest("query-on-write");
  if (incoming.headers["content-encoding"] !== undefined) throw new BadRequest("compressed");
  const type = typeOf(incoming);
  if (isApi) {
    if (type !== "application/json") throw wrongType("application/json");
    return { fields: {}, json: readJson(await readBytes(incoming)), uploads: [] };
  }
  if (type === "multipart/form-data" && route.files) return readMultipart(incoming, take);
  const isForm = type === "application/x-www-form-urlencoded" || type === "";
  const text = isForm ? decodeUtf8(await readBytes(incoming)) : null;
  // A program that posts without a form may send no type and no body.
  if (text === null || (type === "" && text !== "")) throw wrongType("application/x-www-form-urlencoded");
  if (!isEncodedUtf8(text)) throw new BadRequest("not-utf-8");
  return { fields: collectFields(new URLSearchParams(text)), json: undefined, uploads: [] };
}

/** The body's type without parameters; empty if none is given. */
function typeOf({ headers }: IncomingMessage): string {
  const type = readMediaType(headers["content-type"] ?? "");
  if (type !== null && !isUtf8Charset(type.params.get("charset"))) throw wrongType("UTF-8");
  return type?.essence ?? "";
}

function readMediaType(text: string): MIMEType | null {
  try {
    return text === "" ? null : new MIMEType(text);
  } catch {
    throw wrongType("a Content-Type");
  }
}

function wrongType(wanted: string): BadRequest {
  return new BadRequest("wrong-type", { detail: `send ${wanted}` });
}
