import { z } from "zod";
import { rulesOf } from "../../core/charges/rules-of.ts";
import { invoiceStateOn, openCentsOf } from "../../core/invoices/invoice-lifecycle.ts";
import type { InvoiceId } from "../../core/values/ids.ts";
import { explainCharge, summariseCharge } from "../charges/explain-charge.ts";
import { localDateOf } from "../contracts/contract-on.ts";
import { invoiceNumberOf } from "../faces/params.ts";
import { paths } from "../faces/paths.ts";
import { contacts } from "../http/access.ts";
import { json, refused } from "../http/answer.ts";
import { nothing, uuid } from "../http/fields.ts";
import { type Route, route } from "../http/route.ts";
import { findOwnInvoice } from "../invoices/find-own-invoice.ts";
import type { ShownLine } from "../invoices/invoice-lines.tsx";
import { type ListedInvoice, listInvoices } from "../invoices/read-invoices.ts";
import { recordedOf } from "../invoices/read-settlement.ts";
import type { Language } from "../ui/language.ts";

const listInput = z.strictObject({ after: uuid.optional() });

/** A contact's own invoices as JSON; cents are integers, `next` is the `after` of the following page. */
export function invoiceApiRoutes(): readonly Route[] {
  return [
    route({
      method: "GET",
      path: paths.api.invoices,
      access: contacts,
      input: listInput,
      handle: async ({ work, actor, input }) => {
        const { invoices, next } = await listInvoices(work.tx, {
          organisationId: actor.organisationId,
          after: input.after as InvoiceId | undefined,
          limit: 50,
        });
        return json({ invoices: invoices.map((row) => summaryDto(row, localDateOf(work.now()))), next });
      },
    }),
    route({
      method: "GET",
      path: paths.api.invoice(":number"),
      access: contacts,
      input: nothing,
      handle: async ({ work, view, params }) => {
        const found = await findOwnInvoice(work, invoiceNumberOf(params));
        if (!found.ok) return refused(found.refusal);
        const { summary, corrects, credit, credits, lines } = found.value;
        return json({
          ...summaryDto(summary, localDateOf(work.now())),
          vat: found.value.vat,
          corrects,
          credit,
          credits: credits.map(({ number, mode, totalCents }) => ({ number, mode, totalCents })),
          lines: lines.map((line) => lineDto(line, view.language)),
        });
      },
    }),
  ];
}

function summaryDto(row: ListedInvoice, today: Temporal.PlainDate): object {
  const recorded = recordedOf(row);
  return {
    number: row.number,
    kind: row.kind,
    month: row.month,
    issuedOn: row.issued_on.toString(),
    dueOn: row.due_on.toString(),
    subtotalCents: row.subtotal_cents,
    vatCents: row.vat_cents,
    totalCents: row.total_cents,
    // A credit note asks for no payment (M3).
    ...(row.kind === "invoice" && { state: invoiceStateOn(recorded, today), openCents: openCentsOf(recorded) }),
  };
}

function lineDto(line: ShownLine, language: Language): object {
  const {
    reference,
    title,
    month,
    kind,
    window,
    hourlyRateCents,
    minutes,
    minutesBefore,
    amountCents,
    amountBeforeCents,
    reasons,
  } = line;
  // Of the charge as a whole, of which a follow-up is only the difference (CE7).
  const charge = { ...line, minutes: line.minutesTotal, amountCents: line.amountTotalCents };
  return {
    ticket: reference,
    title,
    month,
    kind,
    window,
    minutes,
    hourlyRateCents,
    amountCents,
    minutesBefore,
    amountBeforeCents,
    rules: rulesOf(reasons),
    summary: summariseCharge(charge, language),
    derivation: explainCharge(charge, language),
  };
}
