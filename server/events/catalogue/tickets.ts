import { z } from "zod";
import { outcomes, resolvedOutcomes } from "../../../core/tickets/outcome.ts";
import { nextTurns, urgencies } from "../../../core/tickets/progress.ts";
import { steps } from "../../../core/tickets/step.ts";
import { waitings } from "../../../core/tickets/turn.ts";
import type { MessageId, PersonId, TicketId } from "../../../core/values/ids.ts";
import { event, idOf } from "./event.ts";

const byContacts = { isVisible: true, recordedBy: "anyone" } as const;
const byStaff = { isVisible: true, recordedBy: "provider" } as const;
const hidden = { isVisible: false, recordedBy: "provider" } as const;

export const ticketEvents = [
  event(
    "ticket-created",
    byContacts,
    z.object({
      id: idOf<TicketId>(),
      reference: z.string(),
      title: z.string(),
      numberInMonth: z.number(),
      isAdditional: z.boolean(),
      outsideHoursAgreed: z.boolean(),
      // Older tickets do not have their aim.
      pickupAim: z.object({ days: z.number(), kind: z.enum(["calendar", "working"]) }).optional(),
    }),
  ),
  // Visible the first time.
  event(
    "ticket-picked-up",
    { isVisible: "sometimes", recordedBy: "provider" },
    z.object({ by: idOf<PersonId>(), before: idOf<PersonId>().nullable(), isFirst: z.boolean() }),
  ),
  event(
    "ticket-urgency-set",
    hidden,
    z.object({ before: z.enum(urgencies).nullable(), after: z.enum(urgencies).nullable() }),
  ),
  // The customer sees the urgency once it has a reason, and each change from then on.
  event(
    "ticket-urgency-explained",
    byStaff,
    z.object({ urgency: z.enum(urgencies).nullable(), reason: z.string().nullable() }),
  ),
  event("ticket-step-moved", byStaff, z.object({ before: z.enum(steps), after: z.enum(steps) })),
  event(
    "ticket-replied",
    byContacts,
    z.object({
      messageId: idOf<MessageId>().nullable().default(null),
      body: z.string(),
      isStaff: z.boolean(),
      waitsFor: z.enum(nextTurns),
      caseNumber: z.string().nullable().default(null),
      attachments: z.number().default(0),
    }),
  ),
  event("ticket-noted", hidden, z.object({ noteId: z.string(), body: z.string() })),
  // Hidden beside a decision about an authorisation, which is visible itself.
  event(
    "ticket-outside-hours-agreed",
    { isVisible: "sometimes", recordedBy: "anyone" },
    z.object({
      agreedBy: idOf<PersonId>(),
      // The consultant who recorded a contact's words.
      notedBy: idOf<PersonId>().optional(),
      at: z.string(),
    }),
  ),
  event(
    "ticket-resolved",
    byStaff,
    z.object({
      messageId: idOf<MessageId>(),
      message: z.string(),
      outcome: z.enum(resolvedOutcomes),
      articleId: z.string().nullable(),
      noArticleReason: z.string().nullable(),
      caseNumber: z.string().nullable().default(null),
    }),
  ),
  event(
    "ticket-withdrawn",
    byContacts,
    z.object({ reference: z.string(), title: z.string(), isStartFeeWaived: z.boolean().default(false) }),
  ),
  event(
    "ticket-waiting-set",
    byStaff,
    z.object({ before: z.enum(waitings), waitsFor: z.enum(nextTurns), caseNumber: z.string().nullable() }),
  ),
  event("ticket-follow-up-set", hidden, z.object({ before: z.string().nullable(), after: z.string().nullable() })),
  event(
    "ticket-reopened",
    byContacts,
    z.object({ before: z.object({ outcome: z.enum(outcomes).nullable(), closedAt: z.string().nullable() }) }),
  ),
  event("ticket-merged", byStaff, z.object({ into: z.string(), intoId: idOf<TicketId>() })),
  event(
    "ticket-ended-with-contract",
    byStaff,
    z.object({ reference: z.string(), title: z.string(), endsOn: z.string() }),
  ),
] as const;
