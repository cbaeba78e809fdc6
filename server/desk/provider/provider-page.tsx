import type { VNode } from "preact";
import type { Language } from "../../../core/values/language.ts";
import { invoiceNumber } from "../../../core/invoices/invoice-number.ts";
import type { InvoiceSeries } from "../../invoices/read-series.ts";
import type { InvoiceProvider } from "../../documents/invoice-document.ts";
import { longestMail } from "../../faces/contact-input.ts";
import { DeskPage } from "../../faces/desk-page.tsx";
import { paths } from "../../faces/paths.ts";
import type { TypedForm } from "../../http/refused-form.ts";
import { RefusalSummary } from "../../http/refusal-summary.tsx";
import type { View } from "../../http/route.ts";
import type { ProviderChange } from "../../provider/list-provider-changes.ts";
import { Button } from "../../ui/button.tsx";
import { Feed } from "../../ui/feed.tsx";
import { FieldRow, Form, FormActions } from "../../ui/form.tsx";
import { Moment } from "../../ui/moment.tsx";
import { Notice } from "../../ui/notice.tsx";
import { PageHead, Section } from "../../ui/section.tsx";
import { TextArea, TextField } from "../../ui/text-field.tsx";
import { providerMessages } from "./provider.messages.ts";

interface ProviderProps {
  readonly view: View;
  readonly provider: InvoiceProvider | null;
  readonly version: number;
  readonly changes: readonly ProviderChange[];
  readonly form: TypedForm;
  readonly series: InvoiceSeries;
  readonly seriesForm: TypedForm;
}

/** Who the provider is on invoices, and what has changed of it. */
export function ProviderPage(props: ProviderProps): VNode {
  const { view, provider, changes } = props;
  const words = providerMessages(view.language);
  return (
    <DeskPage view={view} title={words.title}>
      <PageHead title={words.title} back={{ href: paths.desk.board, label: words.back }} lead={words.lead} />
      {provider === null && props.form.refusal === null && <Notice tone="waiting">{words.none}</Notice>}
      <DetailsForm {...props} />
      <Series {...props} />
      {changes.length > 0 && (
        <Section title={words.history}>
          <Feed
            items={changes.map((change) => ({
              key: change.id,
              what: describe(change, view.language),
              about: change.by ?? words.program,
              at: <Moment at={change.at} now={view.now} />,
            }))}
          />
        </Section>
      )}
    </DeskPage>
  );
}

function DetailsForm({ view, provider, version, form }: ProviderProps): VNode {
  const { language } = view;
  const words = providerMessages(language);
  const { fields } = words;
  return (
    <Form action={paths.desk.provider} id="provider" version={version} draft>
      <RefusalSummary refusal={form.refusal} language={language} />
      <Section title={words.company}>
        <div class="form-part">
          <TextField
            {...form.field("name", provider?.name)}
            label={fields.name}
            hint={words.nameHint}
            maxLength={200}
            required
          />
          <TextArea
            {...form.field("address", provider?.addressLines.join("\n"))}
            label={fields.addressLines}
            hint={words.addressHint}
            rows={3}
            required
          />
          <FieldRow>
            <TextField
              {...form.field("chamberOfCommerce", provider?.chamberOfCommerce)}
              label={fields.chamberOfCommerce}
              inputMode="numeric"
              maxLength={20}
              required
            />
            <TextField
              {...form.field("vatNumber", provider?.vatNumber)}
              label={fields.vatNumber}
              maxLength={30}
              required
            />
          </FieldRow>
        </div>
      </Section>
      <Section title={words.bank}>
        <div class="form-part">
          <TextField
            {...form.field("iban", provider?.iban)}
            label={fields.iban}
            hint={words.ibanHint}
            maxLength={60}
            required
          />
          <TextField
            {...form.field("bic", provider?.bic)}
            label={fields.bic}
            hint={words.bicHint}
            maxLength={20}
            optional
          />
        </div>
      </Section>
      <Section title={words.reach}>
        <div class="form-part">
          <TextField
            {...form.field("mail", provider?.mail)}
            label={fields.mail}
            hint={words.mailHint}
            type="email"
            maxLength={longestMail}
            required
          />
          <TextField
            {...form.field("phone", provider?.phone)}
            label={fields.phone}
            type="tel"
            maxLength={40}
            optional
          />
        </div>
      </Section>
      <FormActions>
        <Button variant="primary">{words.save}</Button>
      </FormActions>
    </Form>
  );
}

/** The number of the next invoice. Until the year's first is issued, it can be set. */
function Series({ view: { language }, series, seriesForm }: ProviderProps): VNode {
  const words = providerMessages(language);
  const { year, firstNumber, lastNumber } = series;
  const next = invoiceNumber(year, lastNumber === null ? firstNumber : lastNumber + 1);
  return (
    <Section title={words.series(year)}>
      {lastNumber !== null && <p>{words.next(next)}</p>}
      {lastNumber === null && (
        <Form action={paths.desk.invoiceSeries} id="invoice-series" layout="stack">
          <p>{words.next(next)}</p>
          <input type="hidden" name="seenYear" value={year} />
          <input type="hidden" name="seenFirst" value={firstNumber} />
          <RefusalSummary refusal={seriesForm.refusal} language={language} />
          <TextField
            {...seriesForm.field("firstNumber", String(firstNumber))}
            label={words.firstNumber}
            hint={words.firstNumberHint}
            inputMode="numeric"
            width="short"
            maxLength={6}
            required
          />
          <FormActions>
            <Button>{words.setSeries}</Button>
          </FormActions>
        </Form>
      )}
    </Section>
  );
}

const fieldNames = ["name", "addressLines", "chamberOfCommerce", "vatNumber", "iban", "bic", "mail", "phone"] as const;

/** Each changed field with its value before and after. */
function describe({ payload: { before, after } }: ProviderChange, language: Language): string {
  const words = providerMessages(language);
  if (before === null) return words.entered;
  const textOf = (provider: typeof after, name: (typeof fieldNames)[number]) =>
    [provider[name] ?? []].flat().join(", ");
  const told = fieldNames.flatMap((name) => {
    const [from, to] = [textOf(before, name), textOf(after, name)];
    return from === to ? [] : [`${words.fields[name]}: ${words.from(from || words.empty, to || words.empty)}`];
  });
  return told.join("; ");
}
