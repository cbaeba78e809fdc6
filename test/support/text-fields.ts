import { z } from "zod";

/** A text of a schema that a person may fill in, with its place. */
export interface TextField {
  readonly at: string;
  readonly schema: z.ZodType;
}

/** Every text of a schema, at any depth; chosen values and numbers are not texts. */
export function textFieldsOf(schema: z.core.$ZodType, at = "input"): TextField[] {
  if (!(schema instanceof z.ZodType)) throw new Error(`${at} is no schema of ours`);
  if (schema instanceof z.ZodString || schema instanceof z.ZodStringFormat) return [{ at, schema }];
  if (schema instanceof z.ZodObject)
    return Object.keys(schema.shape).flatMap((name) => textFieldsOf(schema.shape[name] as z.ZodType, `${at}.${name}`));
  if (schema instanceof z.ZodArray) return textFieldsOf(schema.element, `${at}[]`);
  if (schema instanceof z.ZodTuple)
    return schema.def.items.flatMap((part, index) => textFieldsOf(part, `${at}[${index}]`));
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => textFieldsOf(option, at));
  if (schema instanceof z.ZodPipe)
    // A schema that only converts a text to another type has none of its own.
    return [schema.in, schema.out]
      .filter((part) => !(part instanceof z.ZodCustom))
      .flatMap((part) => textFieldsOf(part, at));
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault)
    return textFieldsOf(schema.unwrap(), at);
  if (isWithoutText(schema)) return [];
  throw new Error(`${at} is of a kind that this walk does not know: ${schema.def.type}`);
}

const withoutText: ReadonlySet<string> = new Set([
  "number",
  "int",
  "bigint",
  "boolean",
  "enum",
  "literal",
  "null",
  "transform",
]);

function isWithoutText(schema: z.ZodType): boolean {
  return withoutText.has(schema.def.type);
}

const unseen = ["\u200b", "\u2800", "\u3164\u115f", "\u00ad", "\ufeff ", "\ufe0f\u{e0041}", "\u202e\u2069"];
const reversing = ["factuur\u202egnp.exe", "\u2066a\u2069", "2026-11-\u202d02", "1\u202e5"];

/**
 * The problems of a field: it accepts a text without visible characters, or one that turns the direction of later text.
 */
export function troubleWithText({ at, schema }: TextField): string[] {
  const seesNothing = unseen.some((text) => !["", undefined].includes(taken(schema, text)));
  const isReversed = reversing.some((text) => /[\u202A-\u202E\u2066-\u2069]/u.test(taken(schema, text) ?? ""));
  return [
    ...(seesNothing ? [`${at} takes what nobody can see`] : []),
    ...(isReversed ? [`${at} lets text be reversing`] : []),
  ];
}

/** A schema's value for a text; undefined if it refuses. */
function taken(schema: z.ZodType, text: string): string | undefined {
  const parsed = schema.safeParse(text);
  return parsed.success ? String(parsed.data) : undefined;
}
