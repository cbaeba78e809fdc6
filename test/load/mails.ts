import { noticeDays } from "../../server/mail/pace.ts";
import type { Happening } from "./chain.ts";
import { type Customer, day, hour, type Loading, minute, textOfTime } from "./loading.ts";

/** How long a settled notice is kept (server/jobs/clean-up.ts). */
const keptDays = 30;

const told = new Set<string>(["ticket-picked-up", "ticket-resolved", "authorisation-requested"]);

/** Adds the mail of each invoice, and the notices of the last month. Nearly all went out. */
export function addMails(loading: Loading, customer: Customer): void {
  const { plan } = loading;
  for (const happening of customer.happenings) {
    if (happening.kind === "invoice-issued") addMail(loading, customer, happening);
    else if (told.has(happening.kind) && happening.at > plan.now - keptDays * day)
      for (const [seat, personId] of customer.contacts.entries())
        addMail(loading, customer, happening, { personId, address: `contact${seat + 1}@${customer.domain}` });
  }
}

interface Receiver {
  readonly personId: string;
  readonly address: string;
}

function addMail(
  { rows, chance, plan }: Loading,
  { id: organisationId, domain }: Customer,
  { id, at }: Happening,
  receiver?: Receiver,
): void {
  const state =
    chance.chance(0.99) || receiver === undefined ? "accepted" : chance.pick(["refused", "given-up"] as const);
  const isAccepted = state === "accepted";
  const settledAt = textOfTime(Math.min(plan.now, at + (isAccepted ? minute : hour)));
  rows.add("outgoing_mails", {
    id: chance.id<string>(at),
    kind: receiver === undefined ? "invoice" : "notice",
    organisationId,
    aboutId: id,
    personId: receiver?.personId ?? null,
    state,
    madeAt: textOfTime(at),
    waitingSince: textOfTime(at),
    endsAt: receiver === undefined ? null : textOfTime(at + noticeDays * day),
    nextTryAt: textOfTime(at),
    claimedUntil: null,
    tries: 1,
    triedAt: settledAt,
    address: receiver?.address ?? `facturen@${domain}`,
    problem: isAccepted ? null : state === "refused" ? "receiver-refused" : "unreachable",
    answer: isAccepted ? "250 ok" : null,
    settledAt,
  });
}
