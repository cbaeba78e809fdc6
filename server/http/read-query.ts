import type { z } from "zod";
import type { Result } from "../../core/values/result.ts";
import { accept } from "../../core/values/result.ts";
import { BadRequest } from "./bad-request.ts";
import { collectFields, type Fields, isStorable, parseInput, toObject } from "./read-input.ts";
import { isEncodedUtf8 } from "./utf8.ts";

/** The fields of a query, all of which must be readable: for programs. */
export function readQuery(search: string): Fields {
  if (!isEncodedUtf8(search)) throw new BadRequest("not-utf-8");
  return collectFields(new URLSearchParams(search));
}

/** The fields of a page's address that can be read; links get things added to them on their way, and are cut off. */
export function readPageQuery(search: string): Fields {
  const readable = search.slice(1).split("&").filter(isEncodedUtf8).join("&");
  const pairs = [...new URLSearchParams(readable)].filter((pair) => pair.every(isStorable));
  const times = Map.groupBy(pairs, ([name]) => name);
  return collectFields(pairs.filter(([name]) => name.endsWith("[]") || times.get(name)?.length === 1));
}

/**
 * Parses the query of a page with its closed schema: a page opens whatever was added to its address. What the schema
 * does not know, and what it knows with another value, is left out, so that its default stands.
 */
export function parsePageQuery(schema: z.ZodType, fields: Fields): Result<unknown> {
  const given = toObject(fields);
  const parsed = schema.safeParse(given);
  if (parsed.success) return accept(parsed.data);
  const wrong = new Set(
    parsed.error.issues.flatMap((issue) =>
      issue.code === "unrecognized_keys" && issue.path.length === 0 ? issue.keys : issue.path.slice(0, 1),
    ),
  );
  return parseInput(schema, Object.fromEntries(Object.entries(given).filter(([name]) => !wrong.has(name))));
}
