import type { VNode } from "preact";
import { nameCharge } from "../../../core/charges/name-charge.ts";
import { creditablePositions } from "../../../core/invoices/creditable-lines.ts";
import { creditModes, longestReason, type CreditMode } from "../../../core/invoices/credit-invoice.ts";
import type { InvoicedLine } from "../../../core/invoices/propose-invoice.ts";
import type { Month } from "../../../core/values/month.ts";
import type { Refusal } from "../../../core/values/refusal.ts";
import { paths } from "../../faces/paths.ts";
import { RefusalSummary } from "../../http/refusal-summary.tsx";
import { fieldError, wordRefusal } from "../../refusals/refusals.ts";
import { Button } from "../../ui/button.tsx";
import { RadioCards } from "../../ui/choices.tsx";
import { FieldHint } from "../../ui/field.tsx";
import { Form, FormActions } from "../../ui/form.tsx";
import { formatMonth } from "../../../core/calendar/format-time.ts";
import type { Language } from "../../../core/values/language.ts";
import { Money } from "../../ui/money.tsx";
import { TextArea } from "../../ui/text-field.tsx";
import { creditMessages } from "../../invoices/credits.messages.ts";
import type { FoundCreditable } from "../../invoices/read-creditable.ts";

/** A credit as it was typed. */
export interface TypedCredit {
  readonly positions: readonly number[];
  readonly mode: CreditMode;
  readonly reason: string;
}

interface CreditFormProps {
  readonly creditable: FoundCreditable;
  /** The typed content; without it all lines that can be credited. */
  readonly typed: TypedCredit | null;
  readonly refusal: Refusal | null;
  readonly language: Language;
}

/** The lines to credit, the mode and the reason. Sending it shows the future credit note (CE7). */
export function CreditForm({ creditable, typed, refusal, language }: CreditFormProps): VNode {
  const words = creditMessages(language);
  const { number, month, lines, creditedBefore } = creditable;
  const left = creditablePositions(lines, creditedBefore);
  if (left.length === 0) return <p class="text-muted">{words.nothingLeft}</p>;
  const chosen = new Set(typed?.positions ?? left);
  const ofReason = refusal?.code === "reason-needed" ? refusal : null;
  return (
    <Form action={paths.desk.creditInvoice(number)} method="get" label={words.credit} noValidate>
      <RefusalSummary refusal={refusal} language={language} field={ofReason === null ? undefined : "reason"} />
      <fieldset class="field" id="field-positions">
        <legend class="field-label">{words.lines}</legend>
        <FieldHint id="field-positions">{words.linesHint}</FieldHint>
        {lines.map((line, index) =>
          left.includes(index + 1) ? (
            <label key={index} class="credit-line">
              <input
                type="checkbox"
                class="checkbox"
                name="positions[]"
                value={String(index + 1)}
                checked={chosen.has(index + 1)}
              />
              <span>{nameLine(line, month, language)}</span>
              <Money cents={line.amountCents} />
            </label>
          ) : null,
        )}
      </fieldset>
      <RadioCards
        name="mode"
        label={words.mode}
        value={typed?.mode ?? "rebill"}
        options={creditModes.map((mode) => ({ value: mode, label: words.modes[mode], hint: words.modeHints[mode] }))}
        columns
      />
      <TextArea
        name="reason"
        label={words.reason}
        hint={words.reasonHint}
        value={typed?.reason}
        error={ofReason === null ? fieldError(refusal, "reason", language) : wordRefusal(ofReason, language)}
        rows={2}
        maxLength={longestReason}
        required
      />
      <FormActions>
        <Button variant={typed === null || refusal !== null ? "primary" : "plain"}>{words.preview}</Button>
      </FormActions>
    </Form>
  );
}

/** The folded form on the invoice's page; nothing when all is credited. */
export function CreditFold({ creditable, language }: Pick<CreditFormProps, "creditable" | "language">): VNode | null {
  if (creditablePositions(creditable.lines, creditable.creditedBefore).length === 0) return null;
  return (
    <details class="fold invoice-payments" id="credit">
      <summary>{creditMessages(language).credit}</summary>
      <div class="credit-form">
        <CreditForm creditable={creditable} typed={null} refusal={null} language={language} />
      </div>
    </details>
  );
}

function nameLine(line: InvoicedLine, month: Month, language: Language): string {
  const name = nameCharge(line, language);
  const what = line.month === month ? name : creditMessages(language).inMonth(name, formatMonth(line.month, language));
  return `${line.reference}, ${what}`;
}
