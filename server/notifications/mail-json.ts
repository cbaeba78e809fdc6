import { z } from "zod";
import { abilitiesOf, namesOfDeeds } from "../../core/access/abilities.ts";
import type { Actor } from "../../core/access/actor.ts";
import { mailDeeds } from "../mail/mail-deeds.ts";
import { mailProblems } from "../mail/judge-failure.ts";
import { id, instant } from "../http/answer-fields.ts";
import type { ListedMail } from "./list-mails.ts";

// The API's fields of a mail of the outbox: a closed list (R02).

export const mailShape = z.strictObject({
  id,
  kind: z.enum(["notice", "invoice", "sign-in-code", "invitation"]),
  state: z.enum(["waiting", "accepted", "refused", "given-up", "stopped", "needless"]),
  organisationId: id.nullable(),
  to: z.strictObject({ name: z.string().nullable(), address: z.string() }),
  ticket: z.string().nullable(),
  invoice: z.string().nullable(),
  problem: z.enum(mailProblems).nullable(),
  answer: z.string().nullable(),
  tries: z.int(),
  waitingSince: instant,
  triedAt: instant.nullable(),
  nextTryAt: instant.nullable(),
  endsAt: instant.nullable(),
  settledAt: instant.nullable(),
  /** What the reader may do to the mail as it is now, by the names of the table of roles. */
  abilities: z.array(z.enum(namesOfDeeds(mailDeeds))),
});

export function mailToJson(mail: ListedMail, reader: Actor): z.input<typeof mailShape> {
  return {
    id: mail.id,
    kind: mail.kind,
    state: mail.state,
    organisationId: mail.organisationId,
    to: { name: mail.person, address: mail.address },
    ticket: mail.ticket,
    invoice: mail.invoice,
    problem: mail.problem,
    answer: mail.answer,
    tries: mail.tries,
    waitingSince: mail.waitingSince.toString(),
    triedAt: mail.triedAt?.toString() ?? null,
    nextTryAt: mail.state === "waiting" ? mail.nextTryAt.toString() : null,
    endsAt: mail.endsAt?.toString() ?? null,
    settledAt: mail.settledAt?.toString() ?? null,
    abilities: [...abilitiesOf(mailDeeds, reader, mail)],
  };
}
