import { localDateOf } from "../../../core/calendar/time-zone.ts";
import { capitalised } from "../../../core/values/format.ts";
import { vatPositionNames } from "../../../core/charges/vat-words.ts";
import type { VNode } from "preact";
import { inForceIn, vatPositionIn } from "../../../core/charges/charge-work.ts";
import type { VatRegistration, VatStanding } from "../../../core/charges/decide-vat-position.ts";
import { vatPositions } from "../../../core/charges/vat.ts";
import type { OrganisationId } from "../../../core/values/ids.ts";
import { type Month, monthOfDate, monthsAround } from "../../../core/values/month.ts";
import { paths } from "../../faces/paths.ts";
import type { TypedForm } from "../../http/refused-form.ts";
import type { View } from "../../http/route.ts";
import { RefusalSummary } from "../../http/refusal-summary.tsx";
import { wordRefusal } from "../../refusals/refusals.ts";
import { Button } from "../../ui/button.tsx";
import { Form, FormActions } from "../../ui/form.tsx";
import { formatMonth } from "../../../core/calendar/format-time.ts";
import type { Language } from "../../../core/values/language.ts";
import { Section } from "../../ui/section.tsx";
import { Select } from "../../ui/select.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { vatMessages } from "./vat.messages.ts";

interface VatProps {
  readonly organisation: { readonly organisationId: OrganisationId; readonly vatNumber: string | null };
  readonly standing: VatStanding & { readonly version: number };
  readonly mayChange: boolean;
  readonly view: View;
  readonly form: TypedForm;
}

/** A customer's VAT positions with their first months. An administrator changes them (CE5). */
export function OrganisationVat(props: VatProps): VNode {
  const { standing, mayChange, view } = props;
  const words = vatMessages(view.language);
  const thisMonth = monthOfDate(localDateOf(view.now));
  const current = inForceIn(thisMonth, standing.positions);
  const lines = [
    current === null ? capitalised(vatPositionNames[view.language].domestic) : wordPosition(current, view.language),
    ...standing.positions.filter(({ from }) => from > thisMonth).map((each) => wordFrom(each, view.language)),
  ];
  return (
    <Section title={words.title} id="vat">
      <ul class="brief-list brief-list-wrapped">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {mayChange && <ChangeForm {...props} />}
    </Section>
  );
}

function wordFrom(registration: VatRegistration, language: Language): string {
  return vatMessages(language).from(wordPosition(registration, language), formatMonth(registration.from, language));
}

function wordPosition({ position, vatNumber }: VatRegistration, language: Language): string {
  const words = capitalised(vatPositionNames[language][position]);
  return vatNumber === null ? words : `${words} (${vatNumber})`;
}

function ChangeForm({ organisation, standing, view, form }: VatProps): VNode {
  const { language, now } = view;
  const words = vatMessages(language);
  const thisMonth = monthOfDate(localDateOf(now));
  const months = monthsToChoose(thisMonth, standing.lastInvoicedMonth);
  const { refusal } = form;
  const ofNumber = refusal?.code === "vat-number-needed" || refusal?.code === "vat-number-wrong" ? refusal : null;
  return (
    <details class="fold" open={form.isAgain}>
      <summary>{words.change}</summary>
      <Form action={paths.desk.setVat(organisation.organisationId)} id="vat-form" version={standing.version}>
        <RefusalSummary refusal={refusal} language={language} field={ofNumber === null ? undefined : "vatNumber"} />
        <Select
          {...form.field("position", vatPositionIn(thisMonth, standing.positions))}
          label={words.position}
          options={vatPositions.map((position) => ({
            value: position,
            label: capitalised(vatPositionNames[language][position]),
          }))}
        />
        <Select
          {...form.field("from", months.includes(thisMonth) ? thisMonth : (months[0] ?? thisMonth))}
          label={words.fromMonth}
          hint={words.fromHint}
          options={withBegun(months, standing.positions).map((month) => ({
            value: month,
            label: formatMonth(month, language),
          }))}
        />
        <TextField
          {...form.field("vatNumber", organisation.vatNumber ?? "")}
          label={words.number}
          hint={words.numberHint}
          error={ofNumber === null ? form.error("vatNumber") : wordRefusal(ofNumber, language)}
          maxLength={30}
          spellcheck={false}
          optional
        />
        <FormActions>
          <Button>{words.save}</Button>
        </FormActions>
      </Form>
    </details>
  );
}

/** Adds the earlier months in which a position began, because its number can still be corrected. */
function withBegun(months: readonly Month[], positions: readonly VatRegistration[]): readonly Month[] {
  return [...new Set([...positions.map(({ from }) => from), ...months])].toSorted();
}

/** The months from the first without an invoice, within the last year, to some months ahead. */
function monthsToChoose(thisMonth: Month, lastInvoiced: Month | null): readonly Month[] {
  const near = monthsAround(thisMonth, { before: 11, after: 3 });
  if (lastInvoiced === null) return near;
  const open = near.filter((month) => month > lastInvoiced);
  return open.length > 0 ? open : monthsAround(lastInvoiced, { before: 0, after: 1 }).slice(1);
}
