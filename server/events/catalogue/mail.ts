import { z } from "zod";
import { event } from "./event.ts";

const hidden = { isVisible: false, recordedBy: "provider" } as const;

const mail = z.object({
  kind: z.string(),
  aboutId: z.string().nullable(),
  personId: z.string().nullable(),
  state: z.string(),
});
const mails = z.array(mail.extend({ id: z.string() }));

export const mailEvents = [
  // `number` is for an invoice that had no mail yet.
  event("mail-tried-again", hidden, z.object({ number: z.string().optional(), mails })),
  event(
    "mail-stopped",
    hidden,
    z.union([mail.extend({ reason: z.string() }), z.object({ mails, reason: z.string() })]),
  ),
] as const;
