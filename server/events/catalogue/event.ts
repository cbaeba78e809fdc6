import { z } from "zod";

interface About {
  /** Whether the customer sees it; `sometimes` if each record decides. */
  readonly isVisible: boolean | "sometimes";
  /** Contacts too, or only staff and the program; or only earlier versions, whose records are still read. */
  readonly recordedBy: "anyone" | "provider" | "earlier versions";
  /** Mails somebody although the customer's pages do not tell it. */
  readonly mails?: true;
}

/**
 * A kind of event with its payload of plain values, as the newest version writes it. A key that earlier versions left
 * out is optional or has a default, so that every record can be read. No key is ever renamed (docs/decisions/0031).
 */
export function event<const Kind extends string, const Told extends About, Payload extends z.ZodType>(
  kind: Kind,
  about: Told,
  payload: Payload,
) {
  return { kind, ...about, payload, schema: z.object({ kind: z.literal(kind), payload }) } as const;
}

export const nothing = z.object({});

/** Amounts are texts, which lose no cent. */
export const cents = z
  .string()
  .regex(/^(?:0|-?[1-9]\d{0,17})$/)
  .transform(BigInt);

/** The id of a noun. */
export function idOf<Id extends string>() {
  return z.custom<Id>((value) => typeof value === "string");
}
