import { randomUUID } from "node:crypto";
import type { VNode } from "preact";
import { z } from "zod";
import type { Staff } from "../../../core/access/actor.ts";
import { creditModes, longestReason } from "../../../core/invoices/credit-invoice.ts";
import type { Month } from "../../../core/values/month.ts";
import type { Refusal } from "../../../core/values/refusal.ts";
import { DeskPage } from "../../faces/desk-page.tsx";
import { paths } from "../../faces/paths.ts";
import { administrators } from "../../http/access.ts";
import { type Answer, page, redirect, refused } from "../../http/answer.ts";
import { optionalProse, prose, wholeNumber } from "../../http/fields.ts";
import { ofInvoice } from "../../http/params.ts";
import type { Fields } from "../../http/read-input.ts";
import { statusOf } from "../../refusals/refusals.ts";
import { type Route, route, type RouteRequest, type View } from "../../http/route.ts";
import { creditInvoice, proposeCredit, type ProposedCredit } from "../../invoices/credit-invoice.ts";
import { creditMessages } from "../../invoices/credits.messages.ts";
import { InvoiceLines, InvoiceTotals } from "../../invoices/invoice-lines.tsx";
import { type FoundCreditable, findCreditable } from "../../invoices/read-creditable.ts";
import { ticketIdOf, titlesOf } from "../../invoices/read-titles.ts";
import { Button } from "../../ui/button.tsx";
import { Form, FormActions } from "../../ui/form.tsx";
import { formatMoney } from "../../../core/values/format.ts";
import { PageHead, Section } from "../../ui/section.tsx";
import { CreditForm, type TypedCredit } from "./credit-form.tsx";

const position = wholeNumber(1, 100_000);
const positions = z.array(position).max(10_000);
const mode = z.enum(creditModes);
const reason = prose(longestReason);
const fingerprint = z.string().regex(/^[0-9a-f]{64}$/);

const typing = z.strictObject({
  positions: positions.optional(),
  mode: mode.optional(),
  reason: optionalProse(longestReason).optional(),
});
const making = z.strictObject({ positions: positions.default([]), mode, reason, fingerprint });

const creditPath = paths.desk.creditInvoice(":number");

const shared = { path: creditPath, access: administrators, permission: "invoice.credit", params: ofInvoice } as const;

/**
 * Crediting an issued invoice, for administrators: choosing, previewing, making it (CE7). The preview already refuses
 * an impossible choice.
 */
export function deskCreditRoutes(): readonly Route[] {
  return [
    route({
      ...shared,
      method: "GET",
      input: typing,
      handle: async (request) => {
        const { positions: chosen = [], mode: next, reason: why = "" } = request.input;
        const asked = next === undefined ? null : { positions: chosen, mode: next, reason: why };
        return showCredit(request, asked, null);
      },
    }),
    route({
      ...shared,
      method: "POST",
      input: making,
      idempotent: true,
      handle: async ({ work, params, view, input: { fingerprint: seenFingerprint, ...asked } }) => {
        const made = await creditInvoice(work, { ...asked, ...params, seenFingerprint });
        if (!made.ok) return refused(made.refusal);
        const { number } = made.value;
        return redirect(paths.desk.invoice(number), { toast: creditMessages(view.language).made(number) });
      },
      showAgain: async (request) => showCredit(request, typedOf(request.fields), request.refusal),
    }),
  ];
}

/** The typed content, as far as it can be read. */
function typedOf(fields: Fields): TypedCredit {
  return {
    positions: (fields["positions[]"] ?? []).flatMap((text) => position.safeParse(text).data ?? []),
    mode: mode.safeParse(fields["mode"]?.[0]).data ?? "rebill",
    reason: fields["reason"]?.[0] ?? "",
  };
}

type Asking = Pick<RouteRequest<Staff, { readonly number: string }, unknown>, "work" | "params" | "view">;

async function showCredit(
  { work, params, view }: Asking,
  typed: TypedCredit | null,
  refusal: Refusal | null,
): Promise<Answer> {
  const creditable = await findCreditable(work, params.number);
  if (!creditable.ok) return refused(creditable.refusal);
  const { number, organisationId } = creditable.value;
  const proposed = typed === null ? null : await proposeCredit(work, { number, ...typed });
  const problem = refusal ?? (proposed === null || proposed.ok ? null : proposed.refusal);
  const preview = proposed?.ok === true ? proposed.value : null;
  const titles = await titlesOf(work.tx, organisationId, preview?.lines ?? []);
  const lines = (preview?.lines ?? []).map((line) => ({ ...line, title: titles.get(ticketIdOf(line)) ?? "" }));
  return page(
    <CreditPage
      view={view}
      creditable={creditable.value}
      typed={typed}
      refusal={problem}
      preview={preview === null || typed === null ? null : { ...preview, lines, typed }}
    />,
    problem === null ? 200 : statusOf(problem),
  );
}

interface Preview extends Omit<ProposedCredit, "lines"> {
  readonly lines: Parameters<typeof InvoiceLines>[0]["lines"];
  readonly typed: TypedCredit;
}

interface CreditPageProps {
  readonly view: View;
  readonly creditable: FoundCreditable;
  readonly typed: TypedCredit | null;
  readonly refusal: Refusal | null;
  readonly preview: Preview | null;
}

function CreditPage({ view, creditable, typed, refusal, preview }: CreditPageProps): VNode {
  const { language } = view;
  const words = creditMessages(language);
  const { number, month } = creditable;
  return (
    <DeskPage view={view} title={words.title(number)}>
      <PageHead title={words.title(number)} back={{ href: paths.desk.invoice(number), label: words.back(number) }} />
      <div class="credit-form">
        <CreditForm {...{ creditable, typed, refusal, language }} />
      </div>
      {preview !== null && <PreviewSection {...{ view, number, month, preview }} />}
    </DeskPage>
  );
}

interface PreviewProps {
  readonly view: View;
  readonly number: string;
  readonly month: Month;
  readonly preview: Preview;
}

/** The future credit note, and the button that makes exactly this one. */
function PreviewSection({ view: { language }, number, month, preview }: PreviewProps): VNode {
  const words = creditMessages(language);
  const { lines, totals, typed } = preview;
  return (
    <Section title={words.previewTitle} id="preview">
      <InvoiceLines lines={lines} month={month} language={language} ticketHref={paths.desk.ticket} />
      <InvoiceTotals {...totals} language={language} />
      <Form action={paths.desk.creditInvoice(number)} idempotencyKey={randomUUID()}>
        <p>{words.makeHint(formatMoney(-totals.totalCents, language))}</p>
        {typed.positions.map((each) => (
          <input key={each} type="hidden" name="positions[]" value={String(each)} />
        ))}
        <input type="hidden" name="mode" value={typed.mode} />
        <input type="hidden" name="reason" value={typed.reason} />
        <input type="hidden" name="fingerprint" value={preview.fingerprint} />
        <FormActions>
          <Button variant="primary">{words.make}</Button>
        </FormActions>
      </Form>
    </Section>
  );
}
