import { z } from "zod";

interface About {
  /** Whether the customer sees it; `sometimes` where only whoever records it knows. */
  readonly isVisible: boolean | "sometimes";
  /** Contacts as well, or only staff and the program itself; or versions of long ago, whose records are still read. */
  readonly recordedBy: "anyone" | "provider" | "earlier versions";
}

/**
 * What can happen, with its payload: of plain values, as the newest version writes it. What earlier versions left out
 * is optional or has a default, so that everything ever written is read; keys are never renamed (docs/decisions/0031).
 */
export function event<const Kind extends string, const Told extends About, Payload extends z.ZodType>(
  kind: Kind,
  about: Told,
  payload: Payload,
) {
  return { kind, ...about, payload, schema: z.object({ kind: z.literal(kind), payload }) } as const;
}

export const nothing = z.object({});

/** Amounts are written as texts, which lose no cent. */
export const cents = z
  .string()
  .regex(/^(?:0|-?[1-9]\d{0,17})$/)
  .transform(BigInt);

/** The id of a noun. */
export function idOf<Id extends string>() {
  return z.custom<Id>((value) => typeof value === "string");
}
