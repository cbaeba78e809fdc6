import { z } from "zod";
import { languages } from "../../../core/values/language.ts";
import { event } from "./event.ts";

const hidden = { isVisible: false, recordedBy: "provider" } as const;

const role = z.enum(["consultant", "administrator"]);
const details = z.object({ name: z.string(), role, weeklyMinutes: z.number() });

const account = z.object({ name: z.string(), phone: z.string().nullable() });

/** Who works for the provider, and who has access. Their subject is the person. */
export const peopleEvents = [
  event("person-invited", hidden, z.object({ expiresAt: z.string(), by: z.enum(["mail", "hand"]) })),
  event("staff-added", hidden, details.extend({ mailAddress: z.string(), language: z.enum(languages) })),
  event("staff-changed", hidden, z.object({ before: details, after: details })),
  event("account-changed", hidden, z.object({ before: account, after: account })),
  event("person-suspended", hidden, z.object({ role })),
  event("person-brought-back", hidden, z.object({ role })),
] as const;
