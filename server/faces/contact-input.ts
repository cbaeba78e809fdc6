import type { z } from "zod";
import { line, optionalLine, prose, refuseWith } from "../http/fields.ts";
import { parseAddress } from "../people/mail-address.ts";

export const longestMail = 254;

/** A mail address in its one form, in which a person is looked up. */
export const mailAddress = line(longestMail).transform(readMail);

/** The same, or null for an empty field. */
export const optionalMailAddress = optionalLine(longestMail)
  .default("")
  .transform((text, context) => (text === "" ? null : readMail(text, context)));

const mostLines = 5;

/** A postal address, as its lines on an envelope. */
export const postalAddress = prose(500)
  .transform(linesOf)
  .refine((lines) => lines.length <= mostLines, "too-long");

function readMail(text: string, context: z.RefinementCtx) {
  const parsed = parseAddress(text);
  return parsed.ok ? parsed.address : refuseWith(parsed.problem, context);
}

function linesOf(text: string): readonly string[] {
  return text
    .split("\n")
    .map((each) => each.trim())
    .filter((each) => each !== "");
}
