import { chunksOf } from "../files/chunks.ts";
import { bareRecord } from "./bare-record.ts";
import type { IncomingMessage } from "node:http";
import type { z } from "zod";
import type { AttachmentId } from "../../core/values/ids.ts";
import type { FieldProblem, Refusal } from "../../core/values/refusal.ts";
import { accept, refuse, type Result } from "../../core/values/result.ts";
import { BadRequest } from "./bad-request.ts";

/** Text fields of a form or query, by name, in their order of arrival. */
export type Fields = Readonly<Record<string, readonly string[]>>;

/** A file of a form: taken in and waiting for its form to be accepted, or the reason for not taking it. */
export interface Upload {
  readonly field: string;
  readonly name: string;
  readonly outcome: Result<AttachmentId>;
  /** The hash of the bytes as they came; absent for a file that was not read. */
  readonly sha256?: string;
}

export interface Body {
  readonly fields: Fields;
  readonly json: unknown;
  readonly uploads: readonly Upload[];
}

/** The limit for all texts of one form. */
export const mostFormBytes = 512 * 1024;

// U+0000 cannot be stored and a lone surrogate is no text (R08).
// oxlint-disable-next-line no-control-regex -- the control character is what is looked for
const unstorable = /\u0000|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

/** Whether a database can hold the text. */
export function isStorable(text: string): boolean {
  return !unstorable.test(text);
}

/** Adds fields and refuses texts that no database can hold. Names live in a null-prototype record (R09). */
export function collectFields(pairs: Iterable<readonly [string, string]>): Fields {
  const fields = bareRecord<string[]>();
  for (const [name, value] of pairs) {
    if (!isStorable(value) || !isStorable(name))
      throw new BadRequest("not-storable", { detail: "a field has U+0000 or half of a surrogate pair" });
    (fields[name] ??= []).push(value);
  }
  return fields;
}

export async function readBytes(request: IncomingMessage, limit = mostFormBytes): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    // A body that is too large leaves the request open, because the answer goes back over the same connection.
    for await (const chunk of chunksOf(request)) {
      size += chunk.length;
      if (size > limit) throw new BadRequest("too-large");
      chunks.push(chunk);
    }
  } catch (error) {
    throw error instanceof BadRequest ? error : new BadRequest("cut-off", { cause: error });
  }
  return Buffer.concat(chunks);
}

/** The fields as an object for a closed schema: one value per name, or a list for a name that ends in []. */
export function toObject(fields: Fields): Record<string, string | readonly string[]> {
  const object = bareRecord<string | readonly string[]>();
  for (const [name, values] of Object.entries(fields)) {
    const key = name.endsWith("[]") ? name.slice(0, -2) : name;
    if (key in object || (key === name && values.length > 1))
      throw new BadRequest("given-twice", { detail: `${key} is given twice` });
    object[key] = key === name ? (values[0] ?? "") : values;
  }
  return object;
}

/** Parses with the route's closed schema, and answers problems by field. */
export function parseInput(schema: z.ZodType, value: unknown): Result<unknown> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return accept(parsed.data);
  return refuse(refusalOf(parsed.error));
}

function refusalOf(error: z.ZodError): Refusal {
  const fields = bareRecord<FieldProblem>();
  for (const issue of error.issues) {
    if (issue.code === "unrecognized_keys") {
      for (const key of issue.keys) {
        // B4: the customer cannot set these. They are told so instead of being ignored.
        if (issue.path.length === 0 && (key === "urgency" || key === "priority")) return { code: "urgency-is-ours" };
        fields[[...issue.path, key].join(".")] = "unknown-field";
      }
    } else fields[issue.path.join(".")] ??= problemOf(issue);
  }
  return { code: "invalid-input", fields };
}

const ownProblems: readonly FieldProblem[] = [
  "required",
  "not-ticked",
  "too-long",
  "not-a-date",
  "not-a-time",
  "not-whole-minute",
  "not-a-number",
  "not-whole",
  "out-of-range",
  "not-an-option",
  "not-an-address",
  "not-a-chamber-of-commerce-number",
  "not-an-iban",
  "not-a-bic",
  "not-a-dutch-vat-number",
  "wrong-check-digits",
  "not-an-amount",
  "not-a-duration",
];

function problemOf(issue: z.core.$ZodIssue): FieldProblem {
  const own = ownProblems.find((problem) => problem === issue.message);
  if (own !== undefined) return own;
  switch (issue.code) {
    case "too_big":
      return issue.origin === "string" || issue.origin === "array" ? "too-long" : "out-of-range";
    case "too_small":
      if (issue.origin === "string") return issue.minimum === 1 ? "required" : "too-short";
      return "out-of-range";
    case "invalid_value":
      return "not-an-option";
    case "invalid_type":
      return issue.input === undefined ? "required" : issue.expected === "string" ? "not-text" : "not-a-number";
    case "invalid_format":
    case "not_multiple_of":
    case "unrecognized_keys":
    case "invalid_union":
    case "invalid_key":
    case "invalid_element":
    case "custom":
      return "not-an-option";
  }
}
