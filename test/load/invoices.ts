import { createHash } from "node:crypto";
import { timeZone } from "../../core/calendar/time-zone.ts";
import { chargeWork, noWork, type OrganisationWork } from "../../core/charges/charge-work.ts";
import { termsToJson } from "../../core/contracts/terms-json.ts";
import { invoiceNumber } from "../../core/invoices/invoice-number.ts";
import { keepWork } from "../../core/invoices/kept-work.ts";
import { dueOn, type InvoiceProposal, proposeInvoice } from "../../core/invoices/propose-invoice.ts";
import type { OrganisationId, TicketId } from "../../core/values/ids.ts";
import type { Month } from "../../core/values/month.ts";
import { documentOf } from "../../server/invoices/snapshot.ts";
import { loadedProvider } from "./house.ts";
import { jsonText } from "./json-text.ts";
import { type Customer, day, type Loading, minute, textOfTime } from "./loading.ts";
import type { ChargedWork } from "./tickets.ts";

/** Adds the invoice of a month by the product's own charging, proposing and wording, and what became of it. */
export function addInvoice(loading: Loading, customer: Customer, month: Month, works: readonly ChargedWork[]): void {
  const { chance, house } = loading;
  const work = workOf(works, house);
  const charges = chargeWork(work, house.rulesOf, { timeZone });
  const proposal = proposeInvoice({ charges, alreadyInvoiced: [] });
  const issuedOn = loading.plan.invoiced.get(month);
  if (issuedOn === undefined) throw new Error(`${month} is not invoiced`);
  // Numbers are counted month by month, and in a month by the places of the organisations.
  const at = issuedOn.toZonedDateTime({ timeZone, plainTime: { hour: 8 } }).epochMilliseconds + customer.place * 20;
  const number = invoiceNumber(
    issuedOn.year,
    monthsBefore(loading, issuedOn) * loading.plan.organisations + customer.place + 1,
  );
  const id = chance.id<string>(at);
  const due = dueOn(issuedOn, house.rulesOf(Number(month.slice(0, 4))).terms);
  const kept = { id, at, month, number, issuedOn, due, proposal };
  const snapshot = jsonText(snapshotOf(loading, customer, { ...kept, works, work }));
  addRows(loading, customer, kept, snapshot);
  const { totalCents } = proposal.totals;
  const hash = createHash("sha256").update(snapshot, "utf8").digest("hex");
  const by = { subject: id, personId: house.administrator, actor: "administrator" } as const;
  const issued = { number, month, totalCents, snapshot: hash };
  customer.happenings.push({ ...by, id: chance.id(at), at, kind: "invoice-issued", payload: issued });
  const sentAt = at + minute;
  const sent = { subject: id, personId: null, actor: "system", at: sentAt, payload: {} } as const;
  customer.happenings.push({ ...sent, id: chance.id(sentAt), kind: "invoice-sent" });
  addPayment(loading, customer, kept);
}

interface Kept {
  readonly id: string;
  readonly at: number;
  readonly month: Month;
  readonly number: string;
  readonly issuedOn: Temporal.PlainDate;
  readonly due: Temporal.PlainDate;
  readonly proposal: InvoiceProposal;
}

/** The last place of each year's counter. */
export function addInvoiceCounters({ rows, plan }: Loading): void {
  for (const [year, days] of Map.groupBy(plan.invoiced.values(), (issuedOn) => issuedOn.year))
    rows.add("invoice_counters", { year, lastNumber: days.length * plan.organisations });
}

function monthsBefore({ plan }: Loading, issuedOn: Temporal.PlainDate): number {
  const days = [...plan.invoiced.values()];
  return days.filter((day) => day.year === issuedOn.year && day.dayOfYear < issuedOn.dayOfYear).length;
}

function workOf(works: readonly ChargedWork[], { termsOf }: Loading["house"]): OrganisationWork {
  return {
    ...noWork,
    tickets: works.map(({ ticket }) => ({
      id: ticket.id,
      reference: ticket.reference,
      createdAt: Temporal.Instant.fromEpochMilliseconds(ticket.createdAt),
      isAdditional: false,
      numberInMonth: ticket.numberInMonth,
      startFeeMinutes: termsOf.get(Number(ticket.slot.month.slice(0, 4)))?.startFeeMinutes ?? 0,
      isStartFeeWaived: false,
      outsideHoursAgreedAt:
        ticket.outsideHoursAgreedAt === null
          ? null
          : Temporal.Instant.fromEpochMilliseconds(ticket.outsideHoursAgreedAt),
    })),
    entries: works.flatMap(({ entries }) => entries),
    visits: works.flatMap(({ visits }) => visits),
    authorisations: works.flatMap(({ ticket, quote }) =>
      quote === null
        ? []
        : {
            id: quote.id,
            ticketId: ticket.id,
            validUntil: null,
            heldRules: null,
            fixedPrice: { amountCents: quote.cents, deliveredOn: Temporal.PlainDate.from(ticket.slot.date) },
          },
    ),
  };
}

interface ToPrint extends Kept {
  readonly works: readonly ChargedWork[];
  readonly work: OrganisationWork;
}

function snapshotOf({ house }: Loading, customer: Customer, invoice: ToPrint) {
  const { terms } = house.rulesOf(Number(invoice.month.slice(0, 4)));
  const { name, addressLines, vatNumber, language } = customer;
  const document = documentOf({
    number: invoice.number,
    corrects: null,
    month: invoice.month,
    issuedOn: invoice.issuedOn,
    dueOn: invoice.due,
    paymentDays: terms.paymentDays,
    proposal: invoice.proposal,
    organisation: {
      organisationId: customer.id as OrganisationId,
      name,
      addressLines: [...addressLines],
      chamberOfCommerce: null,
      phone: null,
      purchaseReference: null,
      archivedAt: null,
      openCents: 0n,
      vatNumber,
      language,
      invoiceMailAddress: `facturen@${customer.domain}`,
      createdAt: Temporal.Instant.fromEpochMilliseconds(customer.createdAt),
    },
    provider: loadedProvider,
    titles: new Map(invoice.works.map(({ ticket }) => [ticket.id as TicketId, ticket.title])),
    registrations: [],
    credits: null,
  });
  return { document, terms: termsToJson(terms), work: keepWork(invoice.work) };
}

function addRows({ rows, house }: Loading, { id: organisationId }: Customer, kept: Kept, snapshot: string): void {
  const { id: invoiceId, at, month, number, issuedOn, due, proposal } = kept;
  const { subtotalCents, vatCents, totalCents, vat } = proposal.totals;
  rows.add("invoices", {
    organisationId,
    id: invoiceId,
    number,
    kind: proposal.kind,
    month,
    snapshot,
    issuedOn: issuedOn.toString(),
    dueOn: due.toString(),
    subtotalCents,
    vatCents,
    totalCents,
    issuedBy: house.administrator,
    issuedAt: textOfTime(at),
  });
  for (const { category, percent, ...sums } of vat)
    rows.add("invoice_vat", {
      organisationId,
      invoiceId,
      category,
      percent,
      subtotalCents: sums.subtotalCents,
      vatCents: sums.vatCents,
    });
  for (const [index, line] of proposal.lines.entries())
    rows.add("invoice_lines", {
      organisationId,
      invoiceId,
      position: index + 1,
      month: line.month,
      ticketId: line.ticketId,
      kind: line.kind,
      rateWindow: line.window,
      windowNames: line.windowNames === null ? null : jsonText(line.windowNames),
      sourceId: line.sourceId,
      vatCategory: line.vat.category,
      vatPercent: line.vat.percent,
      hourlyRateCents: line.hourlyRateCents,
      minutesTotal: line.minutesTotal,
      minutesBefore: line.minutesBefore,
      amountTotalCents: line.amountTotalCents,
      amountBeforeCents: line.amountBeforeCents,
      amountCents: line.amountCents,
      reasons: jsonText(line.reasons),
    });
  rows.add("invoice_sendings", { organisationId, invoiceId, sentAt: textOfTime(at + minute) });
}

/** Nine in ten are paid, mostly in time. */
function addPayment({ rows, chance, plan, house }: Loading, customer: Customer, kept: Kept): void {
  const recordedAt = kept.at + chance.between(3, 25) * day;
  if (recordedAt > plan.now || chance.chance(0.1)) return;
  const id = chance.id<string>(recordedAt);
  const amountCents = kept.proposal.totals.totalCents;
  const paidOn = new Date(recordedAt).toISOString().slice(0, 10);
  rows.add("invoice_payments", {
    organisationId: customer.id,
    id,
    invoiceId: kept.id,
    paidOn,
    amountCents,
    recordedBy: house.administrator,
    recordedAt: textOfTime(recordedAt),
  });
  customer.happenings.push({
    id: chance.id(recordedAt),
    at: recordedAt,
    actor: "administrator",
    personId: house.administrator,
    kind: "invoice-paid",
    subject: kept.id,
    payload: { paymentId: id, number: kept.number, paidOn, amountCents, state: "paid" },
  });
}

/** The tickets of each month, in order of time. */
export function byMonth(works: readonly ChargedWork[]): ReadonlyMap<Month, readonly ChargedWork[]> {
  return Map.groupBy(works, ({ ticket }) => ticket.slot.month);
}
