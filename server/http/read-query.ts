import type { z } from "zod";
import type { Result } from "../../core/values/result.ts";
import { accept } from "../../core/values/result.ts";
import { BadRequest } from "./bad-request.ts";
import { collectFields, type Fields, isStorable, parseInput, toObject } from "./read-input.ts";
import { isEncodedUtf8 } from "./utf8.ts";

/** The fields of a program's query. All must be readable. */
export function readQuery(search: string): Fields {
  if (!isEncodedUtf8(search)) throw new BadRequest("not-utf-8");
  return collectFields(new URLSearchParams(search));
}

/** The readable fields of a page's address. Links get longer on their way, or are cut off. */
export function readPageQuery(search: string): Fields {
  const readable = search.slice(1).split("&").filter(isEncodedUtf8).join("&");
  const pairs = [...new URLSearchParams(readable)].filter((pair) => pair.every(isStorable));
  const times = Map.groupBy(pairs, ([name]) => name);
  return collectFields(pairs.filter(([name]) => name.endsWith("[]") || times.get(name)?.length === 1));
}

/**
 * Parses the query of a page with its closed schema. A page opens whatever was added to its address: unknown fields and
 * wrong values are left out, so that defaults apply.
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
