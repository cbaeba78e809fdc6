import type { VNode } from "preact";
import type { ContractTerms } from "../../../core/contracts/terms.ts";
import { capitalised } from "../../../core/values/format.ts";
import type { Refusal } from "../../../core/values/refusal.ts";
import { ContractRules } from "../../contracts/contract-rules.tsx";
import { DeskPage } from "../../faces/desk-page.tsx";
import { paths } from "../../faces/paths.ts";
import type { TypedForm } from "../../http/refused-form.ts";
import { RefusalSummary } from "../../http/refusal-summary.tsx";
import type { View } from "../../http/route.ts";
import { Button } from "../../ui/button.tsx";
import { FieldRow, Form, FormActions } from "../../ui/form.tsx";
import { Notice } from "../../ui/notice.tsx";
import { PageHead, Section } from "../../ui/section.tsx";
import { Select } from "../../ui/select.tsx";
import { AmountField, TextField } from "../../ui/text-field.tsx";
import { TimeField } from "../../ui/time-fields.tsx";
import { newTermsMessages } from "./new-terms.messages.ts";
import { markOf, textsOf } from "./terms-form.ts";

interface NewTermsProps {
  readonly view: View;
  /** The terms that the form begins with. */
  readonly begun: ContractTerms;
  /** The terms of the typed numbers, once somebody asked to read them. */
  readonly read: ContractTerms | null;
  readonly form: TypedForm;
}

/** The numbers of a year's terms, and the contract that follows from them. */
export function NewTermsPage(props: NewTermsProps): VNode {
  const { view, begun, read, form } = props;
  const words = newTermsMessages(view.language);
  const isToRead = form.refusal?.code === "not-sent" && read !== null;
  return (
    <DeskPage view={view} title={words.of(begun.year)}>
      <PageHead
        title={words.of(begun.year)}
        back={{ href: paths.desk.publishedTerms, label: words.title }}
        lead={words.formLead}
      />
      <Form action={paths.desk.newTerms} id="new-terms" draft>
        <input type="hidden" name="year" value={begun.year} />
        {isToRead ? (
          form.typed("seen") !== "" && <Notice tone="waiting">{words.unread}</Notice>
        ) : (
          <RefusalSummary refusal={form.refusal} language={view.language} />
        )}
        <Numbers {...props} />
        {read !== null && <input type="hidden" name="seen" value={markOf(read)} />}
        <FormActions>
          <Button variant={read === null ? "primary" : "plain"}>{words.read}</Button>
        </FormActions>
        {read !== null && (
          <div id="preview">
            <PageHead title={words.preview} lead={words.previewLead} />
            <ContractRules terms={read} language={view.language} />
            <FormActions>
              <Button variant="primary">{words.publish(begun.year)}</Button>
            </FormActions>
          </div>
        )}
      </Form>
    </DeskPage>
  );
}

/** The page while there is no year to publish. */
export function AllPublishedPage({ view, refusal }: { view: View; refusal: Refusal | null }): VNode {
  const words = newTermsMessages(view.language);
  return (
    <DeskPage view={view} title={words.title}>
      <PageHead title={words.title} back={{ href: paths.desk.publishedTerms, label: words.title }} />
      <RefusalSummary refusal={refusal} language={view.language} />
      <Notice>{words.allPublished}</Notice>
    </DeskPage>
  );
}

type NumberOfTerms = {
  [Name in keyof ContractTerms]: ContractTerms[Name] extends number ? Name : never;
}[keyof ContractTerms];

function Numbers({ view, begun, form }: NewTermsProps): VNode {
  const { language } = view;
  const words = newTermsMessages(language);
  const texts = textsOf(begun, language);
  const number = (name: NumberOfTerms) => form.field(name, String(begun[name]));
  const chosen = <Value extends string>(labels: Readonly<Record<Value, string>>) =>
    Object.entries<string>(labels).map(([value, label]) => ({ value, label }));
  return (
    <>
      <Section title={words.rates}>
        <div class="form-part">
          <FieldRow>
            {begun.windows.map((window, place) => (
              <AmountField
                key={window.id}
                name="rate[]"
                id={`field-rate.${place}`}
                value={form.all("rate[]")[place] ?? texts.rates[place]}
                error={form.error(`rate.${place}`)}
                label={capitalised(window.names[language])}
                required
              />
            ))}
          </FieldRow>
          {texts.hours === null ? (
            <p class="field-hint">{words.others}</p>
          ) : (
            <fieldset class="field">
              <legend class="field-label">{words.hours}</legend>
              <FieldRow>
                <TimeField {...form.field("opens", texts.hours.opens)} label={words.opens} required />
                <TimeField {...form.field("closes", texts.hours.closes)} label={words.closes} required />
              </FieldRow>
            </fieldset>
          )}
        </div>
      </Section>
      <Section title={words.additional}>
        <div class="form-part">
          <Small
            {...form.field("ticketsPerMonth", texts.ticketsPerMonth)}
            label={words.ticketsPerMonth}
            hint={words.ticketsHint}
            isOptional
          />
          <AmountField
            {...form.field("additionalTicketRate", texts.additionalTicketRate)}
            label={words.additionalTicketRate}
            required
          />
          <Select
            {...form.field("additionalTicketRule", begun.additionalTicketRule)}
            label={words.additionalTicketRule}
            options={chosen(words.rules)}
          />
        </div>
      </Section>
      <Section title={words.ticket}>
        <div class="form-part">
          <FieldRow>
            <Small {...number("startFeeMinutes")} label={words.startFeeMinutes} />
            <Small {...number("authorisedMinutes")} label={words.authorisedMinutes} hint={words.authorisedHint} />
          </FieldRow>
          <FieldRow>
            <Small {...number("researchMinutes")} label={words.researchMinutes} />
            <Small
              {...form.field("researchWarnings", texts.researchWarnings)}
              label={words.researchWarnings}
              hint={words.warningsHint}
              isOptional
            />
          </FieldRow>
          <Small {...number("workOrderLimitMinutes")} label={words.workOrderLimitMinutes} hint={words.workOrderHint} />
        </div>
      </Section>
      <Section title={words.contract}>
        <div class="form-part">
          <FieldRow>
            <Small {...number("contactSeats")} label={words.contactSeats} />
            <Small {...number("paymentDays")} label={words.paymentDays} />
          </FieldRow>
          <FieldRow>
            <Small {...number("noticeMonths")} label={words.noticeMonths} />
            <Small {...number("renewalFromMonth")} label={words.renewalFromMonth} />
          </FieldRow>
          <FieldRow>
            <Small {...form.field("pickupDays", String(begun.pickupAim.days))} label={words.pickupDays} />
            <Select
              {...form.field("pickupKind", begun.pickupAim.kind)}
              label={words.pickupKind}
              options={chosen(words.kinds)}
            />
          </FieldRow>
          <FieldRow>
            <Small {...number("vatPercent")} label={words.vatPercent} />
            <Small {...number("reducedVatPercent")} label={words.reducedVatPercent} />
          </FieldRow>
          <Select
            {...form.field("liberationDay", begun.liberationDay)}
            label={words.liberationDay}
            options={chosen(words.liberationDays)}
          />
        </div>
      </Section>
    </>
  );
}

interface SmallProps {
  readonly name: string;
  readonly value: string;
  readonly error: string | undefined;
  readonly label: string;
  readonly hint?: string;
  readonly isOptional?: boolean;
}

/** A field for a few digits. */
function Small({ isOptional = false, ...field }: SmallProps): VNode {
  return (
    <TextField
      {...field}
      inputMode={isOptional ? "text" : "numeric"}
      width="short"
      maxLength={60}
      required={!isOptional}
      optional={isOptional}
    />
  );
}
