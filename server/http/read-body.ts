import type { IncomingMessage } from "node:http";
import type { Readable } from "node:stream";
import { finished } from "node:stream/promises";
import type { Actor } from "../../core/access/actor.ts";
import { refuse } from "../../core/values/result.ts";
import { BadRequest, type Body, collectFields, isStorable, readText, type Upload } from "./read-input.ts";
import { readMultipart, type TakeFile } from "./read-multipart.ts";
import type { Route } from "./route.ts";

/** Takes an uploaded file in for an actor; the composition root wires it to the tickets' attachments. */
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

/** Reads a file to its end without keeping it, of a form that will not be carried out. */
export async function leaveOut({ name, stream }: { name: string; stream: Readable }): Promise<Upload["outcome"]> {
  await finished(stream.resume());
  return refuse({ code: "choose-again", name });
}

/** Reads what a route was sent, in the one form its kind takes: the API JSON, pages form encodings (R09). */
export async function readBody({ incoming, url, route, take }: Reading): Promise<Body> {
  if (route.method === "GET") return { fields: collectFields(new URL(url).searchParams), json: undefined, uploads: [] };
  const type = (incoming.headers["content-type"] ?? "").split(";")[0]?.trim().toLowerCase();
  if (incoming.headers["content-encoding"] !== undefined) throw new BadRequest(415, "compressed requests are not read");
  if (route.path.startsWith("/api/")) {
    if (type !== "application/json") throw new BadRequest(415, "send application/json");
    return { fields: {}, json: parseJson(await readText(incoming)), uploads: [] };
  }
  if (type === "multipart/form-data" && route.files) return readMultipart(incoming, take);
  const text = type === "application/x-www-form-urlencoded" || type === "" ? await readText(incoming) : null;
  // Without a type there may be nothing to read either: a program that posts without a form.
  if (text === null || (type === "" && text !== "")) throw new BadRequest(415, "send a form");
  return { fields: collectFields(new URLSearchParams(text)), json: undefined, uploads: [] };
}

function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    if (!isAllStorable(value)) throw new BadRequest(400, "the text has a character that cannot be stored");
    return value;
  } catch (error) {
    throw error instanceof BadRequest ? error : new BadRequest(400, "the body is not JSON", { cause: error });
  }
}

/** Walks with a list of its own: the time it takes grows with the size alone, however deep somebody nested it (R25). */
function isAllStorable(body: unknown): boolean {
  const left: unknown[] = [body];
  while (left.length > 0) {
    const value = left.pop();
    if (typeof value === "string" && !isStorable(value)) return false;
    if (typeof value !== "object" || value === null) continue;
    for (const [key, inner] of Object.entries(value)) {
      if (!isStorable(key)) return false;
      left.push(inner);
    }
  }
  return true;
}
