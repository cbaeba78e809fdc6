import type { OrganisationId, PersonId } from "../../core/values/ids.ts";
import type { Transaction } from "../db/connect.ts";
import { inTransaction } from "../db/transaction.ts";
import { newId } from "../db/new-id.ts";
import { enqueueMails } from "../mail/enqueue-mails.ts";
import { recordMails } from "../mail/record-mails.ts";
import type { MailKindName } from "../mail/due-mail.ts";
import { noticeDays } from "../mail/pace.ts";
import type { Payloads } from "../queue/catalogue.ts";
import type { Services } from "../services.ts";
import { accessReceivers } from "./access-mails.ts";
import { messageHost, type News, readNews } from "./event-told.ts";
import { invoiceReceivers } from "./invoice-mails.ts";
import { isInvoiceSent } from "./read-subjects.ts";
import { ticketReceivers } from "./ticket-mails.ts";

/**
 * The job after every event that mails people: puts a mail for each receiver into the outbox (P3). A second run adds
 * nothing.
 */
export async function reactToEvent(
  services: Pick<Services, "databases" | "publicUrl" | "systemNow">,
  { organisationId, eventId }: Payloads["react-to-event"],
): Promise<void> {
  const now = services.systemNow();
  await inTransaction(services.databases, { kind: "system" }, async (tx) => {
    const news = await readNews(tx, { organisationId, eventId }, messageHost(services.publicUrl));
    if (news === null) return;
    const { kind, receivers } = await whoGetsIt(tx, organisationId, news);
    const endsAt = kind === "notice" ? now.add({ hours: 24 * noticeDays }) : null;
    const mails = receivers.map((personId) => ({
      id: newId(),
      kind,
      organisationId,
      aboutId: eventId,
      personId,
      endsAt,
    }));
    await enqueueMails(tx, await recordMails(tx, mails, now));
  });
}

async function whoGetsIt(
  tx: Transaction,
  organisationId: OrganisationId,
  news: News,
): Promise<{ kind: MailKindName; receivers: readonly (PersonId | null)[] }> {
  if (news.about === "ticket") return { kind: "notice", receivers: ticketReceivers(news.ticket).map(({ id }) => id) };
  if (news.about === "access") return { kind: "notice", receivers: accessReceivers(news.access).map(({ id }) => id) };
  // An invoice that was sent before the outbox existed has reached all of them.
  const isSent = await isInvoiceSent(tx, organisationId, news.invoice.invoice.id);
  return { kind: "invoice", receivers: isSent ? [] : invoiceReceivers(news.invoice) };
}
