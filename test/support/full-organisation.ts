import { randomUUID } from "node:crypto";
import { localDateOf, timeZone } from "../../core/calendar/time-zone.ts";
import type { OrganisationId, PersonId } from "../../core/values/ids.ts";
import { addMonths, monthOfDate } from "../../core/values/month.ts";
import type { Result } from "../../core/values/result.ts";
import { localMonthOf } from "../../core/tickets/month-counter.ts";
import { requestAuthorisation } from "../../server/authorisations/request-authorisation.ts";
import { insertRecording } from "../../server/contracts/store-recordings.ts";
import { keepSending } from "../../server/invoices/keep-sending.ts";
import { creditInvoice } from "../../server/invoices/credit-invoice.ts";
import { invoiceDocument } from "../../server/invoices/make-document.ts";
import { findInvoice } from "../../server/invoices/read-invoices.ts";
import { recordPayment } from "../../server/invoices/record-payment.ts";
import { linkArticle } from "../../server/knowledge/link-article.ts";
import { writeArticle } from "../../server/knowledge/write-article.ts";
import { changeOrganisation } from "../../server/organisations/change-organisation.ts";
import { setVatPosition } from "../../server/organisations/set-vat-position.ts";
import type { Services } from "../../server/services.ts";
import { pickUpTicket } from "../../server/tickets/pick-up-ticket.ts";
import { replyToTicket } from "../../server/tickets/reply-to-ticket.ts";
import { writeNote } from "../../server/tickets/write-note.ts";
import { act, consultant } from "./act.ts";
import { asSystem, makeOrganisation, makeStaff, type TestOrganisation } from "./make-organisation.ts";
import { eventOf, makeMail } from "./make-mails.ts";
import { makeMoreWork, type MoreWork } from "./make-on-site.ts";
import { issueMonthOf, logWork, makeProvider } from "./make-work.ts";
import type { TestServer } from "./start-test-server.ts";

/** An organisation with at least one of everything, and the texts and names of each in addresses. */
export interface FullOrganisation extends TestOrganisation {
  readonly consultant: PersonId;
  readonly administrator: PersonId;
  /** Another consultant, whose access can end. */
  readonly colleague: PersonId;
  readonly month: string;
  readonly reference: string;
  readonly attachmentId: string;
  readonly authorisationId: string;
  readonly timeEntryId: string;
  readonly more: MoreWork;
  readonly articleId: string;
  readonly contractId: string;
  readonly invoiceNumber: string;
  /** A mail that was refused. */
  readonly mailId: string;
  /** Words in this organisation's texts and in no other's. */
  readonly secret: string;
}

/** Makes one by the product's own actions and, for its file, by a real form. */
export async function makeFullOrganisation(server: TestServer): Promise<FullOrganisation> {
  const { services } = server;
  const secret = `geheim${randomUUID().slice(0, 8)}`;
  await makeProvider(services);
  const organisation = await makeOrganisation(services, `Organisatie ${secret}`);
  const [helper, administrator] = [await makeStaff(services), await makeStaff(services, "administrator")];
  const reference = await sendTicket(server, organisation, secret);
  const now = services.now().add({ minutes: 1 });
  const as = consultant(helper);
  const said = `Tekst ${secret}`;
  const attachmentIds: [] = [];
  await done(act(services, as, async (work) => pickUpTicket(work, { reference }), now));
  await done(act(services, as, async (work) => writeNote(work, { reference, body: `Notitie ${secret}` }), now));
  await done(act(services, as, async (work) => replyToTicket(work, { reference, body: said, attachmentIds }), now));
  const article = { title: `Artikel ${secret}`, body: said, isPublic: false };
  const { id: articleId } = await done(act(services, as, async (work) => writeArticle(work, article), now));
  const ticket = await asSystem(services, now, async ({ tx }) =>
    tx.selectFrom("tickets").selectAll().where("reference", "=", reference).executeTakeFirstOrThrow(),
  );
  const organisationId = organisation.id;
  const details = {
    name: organisation.name,
    chamberOfCommerce: null,
    addressLines: ["Dorpsstraat 1"],
    invoiceMailAddress: `${secret}@customer.example`,
    language: "nl",
    phone: null,
    purchaseReference: null,
    notes: `Notitie ${secret}`,
  } as const;
  const boss = { kind: "administrator", personId: administrator } as const;
  await done(act(services, boss, async (work) => changeOrganisation(work, { organisationId, ...details }), now));
  await asSystem(services, now, async ({ tx }) => linkArticle(tx, { organisationId, ticketId: ticket.id, articleId }));
  const start = now.round({ smallestUnit: "minute", roundingMode: "ceil" });
  const times = { start: String(start), end: String(start.add({ minutes: 30 })) };
  const timeEntryId = await logWork(services, helper, { reference, step: "research", ...times });
  const asked = { reference, minutes: 60, windows: ["office"] as const, explanation: said, validUntil: null };
  const later = start.add({ minutes: 31 });
  const { id: authorisationId } = await done(
    act(services, as, async (work) => requestAuthorisation(work, asked), later),
  );
  const place = { reference, start: start.add({ minutes: 40 }), secret };
  const more = await makeMoreWork(services, { organisation, staff: helper }, place);
  const month = localMonthOf(ticket.createdAt, timeZone);
  const issueAt = Temporal.PlainDate.from(`${month}-01`).add({ months: 1, days: 2 });
  const at = issueAt.toZonedDateTime(timeZone).toInstant().toString();
  const invoiceNumber = await issueMonthOf(services, administrator, { organisationId, month, at });
  await makeDocumentOf(server, invoiceNumber);
  await creditAndMove(services, { organisationId, administrator, invoiceNumber, at: Temporal.Instant.from(at) });
  await makePaymentOf(server, administrator, { number: invoiceNumber, at });
  const attachment = await asSystem(services, now, async ({ tx }) =>
    tx.selectFrom("attachments").select("id").where("ticketId", "=", ticket.id).executeTakeFirstOrThrow(),
  );
  const contract = await asSystem(services, now, async ({ tx }) =>
    tx.selectFrom("contracts").select("id").where("organisationId", "=", organisationId).executeTakeFirstOrThrow(),
  );
  // As if this year's contract had been signed on paper.
  await asSystem(services, now, async ({ tx }) =>
    insertRecording(tx, { organisationId, contractId: contract.id, recordedBy: administrator, recordedAt: now }),
  );
  const mailId = await makeMail(services, {
    organisationId,
    aboutId: await eventOf(services, organisationId, "ticket-created"),
    personId: administrator,
    failure: { problem: "receiver-refused", answer: `550 ${secret}` },
    state: "refused",
  });
  const colleague = await makeStaff(services);
  return {
    ...organisation,
    consultant: helper,
    administrator,
    colleague,
    month,
    reference,
    attachmentId: attachment.id,
    authorisationId,
    timeEntryId,
    more,
    articleId,
    contractId: contract.id,
    invoiceNumber,
    mailId,
    secret,
  };
}

async function sendTicket(server: TestServer, organisation: TestOrganisation, secret: string): Promise<string> {
  const form = new FormData();
  form.set("title", `Titel ${secret}`);
  form.set("description", `Omschrijving ${secret}`);
  form.set("idempotencyKey", randomUUID());
  form.append("files", new File([`inhoud ${secret}`], `bijlage-${secret}.txt`));
  const answer = await (await server.browser(organisation.first)).post("/portal/tickets", form);
  const reference = answer.headers.get("location")?.split("/").at(-1);
  if (answer.status !== 303 || reference === undefined) throw new Error(`no ticket: ${answer.status}`);
  return reference;
}

async function makePaymentOf(
  { services }: TestServer,
  personId: PersonId,
  { number, at }: { number: string; at: string },
): Promise<void> {
  const actor = { kind: "administrator", personId } as const;
  const paidOn = Temporal.Instant.from(at).toZonedDateTimeISO(timeZone).toPlainDate();
  const payment = { number, paidOn, amountCents: 100n };
  await done(act(services, actor, async (work) => recordPayment(work, payment), Temporal.Instant.from(at)));
  const invoice = await asSystem(services, services.now(), async ({ tx }) => findInvoice(tx, number));
  if (invoice === null) throw new Error(`no invoice ${number}`);
  const { organisationId, id: invoiceId } = invoice.summary;
  await asSystem(services, services.now(), async (work) => keepSending(work, { organisationId, invoiceId }));
}

interface Issued {
  readonly organisationId: OrganisationId;
  readonly administrator: PersonId;
  readonly invoiceNumber: string;
  readonly at: Temporal.Instant;
}

/** Forgives one line of the invoice, and changes the customer's VAT position two months later. */
async function creditAndMove(services: Services, { organisationId, administrator, invoiceNumber, at }: Issued) {
  const as = { kind: "administrator", personId: administrator } as const;
  const credit = {
    number: invoiceNumber,
    positions: [1],
    mode: "forgive",
    reason: "Cadeau",
    seenFingerprint: null,
  } as const;
  await done(act(services, as, async (work) => creditInvoice(work, credit), at));
  const from = addMonths(monthOfDate(localDateOf(at)), 2);
  const move = { organisationId, from, position: "eu-business", vatNumber: "BE0123456789" } as const;
  await done(act(services, as, async (work) => setVatPosition(work, move), at));
}

async function makeDocumentOf({ services }: TestServer, number: string): Promise<void> {
  const invoice = await asSystem(services, services.now(), async ({ tx }) =>
    tx.selectFrom("invoices").select(["organisationId", "id"]).where("number", "=", number).executeTakeFirstOrThrow(),
  );
  await invoiceDocument(services, { organisationId: invoice.organisationId, invoiceId: invoice.id });
}

async function done<Value>(result: Promise<Result<Value>>): Promise<Value> {
  const answer = await result;
  if (!answer.ok) throw new Error(answer.refusal.code);
  return answer.value;
}
