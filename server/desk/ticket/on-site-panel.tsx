import type { VNode } from "preact";
import type { Staff } from "../../../core/access/actor.ts";
import { requireOwnWork } from "../../../core/access/own-work.ts";
import type { PersonId } from "../../../core/values/ids.ts";
import { paths } from "../../faces/paths.ts";
import type { View } from "../../http/route.ts";
import type { ListedExpense } from "../../time/read-expenses.ts";
import type { ListedVisit } from "../../time/read-visits.ts";
import { Button } from "../../ui/button.tsx";
import { Form } from "../../ui/form.tsx";
import { formatClockNote, formatDay, formatTime } from "../../../core/calendar/format-time.ts";
import { Duration, Money } from "../../ui/money.tsx";
import { Section } from "../../ui/section.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { priceAndVisitMessages } from "./price-and-visits.messages.ts";
import { ExpenseForm, VisitForm } from "./on-site-forms.tsx";
import { Refused } from "./reply-form.tsx";
import { type RefusedForm, typedForm } from "../../http/refused-form.ts";
import type { FormName } from "./form-names.ts";
import type { TicketData } from "./ticket-data.ts";

export interface OnSitePanelProps {
  readonly data: TicketData;
  readonly view: View;
  readonly actor: Staff;
  readonly refused: RefusedForm<FormName> | null;
}

/** Visits and other costs under the addendum (A3); nothing for a customer without one. */
export function OnSitePanel({ data, view, actor, refused }: OnSitePanelProps): VNode | null {
  const { language } = view;
  const words = priceAndVisitMessages(language);
  const { visits, expenses, addendum, ticket } = data;
  const isEmpty = visits.length === 0 && expenses.length === 0;
  if (addendum === null && isEmpty) return null;
  const mayVoid = (owner: PersonId) => requireOwnWork(actor, owner).ok;
  return (
    <Section title={words.onSite} id="on-site">
      <Refused form={typedForm("void-on-site", refused, language)} language={language} />
      {isEmpty && <p class="text-muted">{words.nothingOnSite}</p>}
      <ul class="entries">
        {visits.map((visit) => (
          <Visit
            key={visit.id}
            {...{ visit, view }}
            reference={ticket.reference}
            mayVoid={mayVoid(visit.consultantId)}
          />
        ))}
        {expenses.map((expense) => (
          <Expense
            key={expense.id}
            {...{ expense, view }}
            reference={ticket.reference}
            mayVoid={mayVoid(expense.recordedBy)}
          />
        ))}
      </ul>
      {addendum !== null && (
        <>
          <VisitForm {...{ data, view, addendum }} form={typedForm("visit", refused, language)} />
          {data.contract !== null && (
            <ExpenseForm
              {...{ data, view }}
              terms={data.contract.terms}
              form={typedForm("expense", refused, language)}
            />
          )}
        </>
      )}
    </Section>
  );
}

interface LineProps {
  readonly reference: string;
  readonly view: View;
  readonly mayVoid: boolean;
}

function Visit({ visit, reference, view, mayVoid }: LineProps & { visit: ListedVisit }): VNode {
  const { language } = view;
  const words = priceAndVisitMessages(language);
  const { start, end, minutes, kilometres, consultantName, description, voidedAt } = visit;
  const isVoided = voidedAt !== null;
  const clock = formatClockNote(visit, language);
  return (
    <li class={isVoided ? "entry entry-voided" : "entry"}>
      <div class="entry-line">
        <span class="tabular">
          {formatDay(start, language)} {formatTime(start, language)}–{formatTime(end, language)}
        </span>
        <Duration minutes={minutes} />
      </div>
      <div class="entry-what">
        {[
          words.visit,
          ...(consultantName === null ? [] : [consultantName]),
          ...(clock === null ? [] : [clock]),
          ...(kilometres === 0 ? [] : [words.kilometresOf(kilometres)]),
          ...(isVoided ? [words.voided] : []),
        ].join(" · ")}
      </div>
      {mayVoid && !isVoided && (
        <VoidForm action={paths.desk.voidVisit(reference, visit.id)} id={visit.id} view={view} />
      )}
      {description !== "" && <div class="entry-text">{description}</div>}
    </li>
  );
}

function Expense({ expense, reference, view, mayVoid }: LineProps & { expense: ListedExpense }): VNode {
  const { language } = view;
  const words = priceAndVisitMessages(language);
  const { on, description, amountCents, recordedByName, voidedAt } = expense;
  const isVoided = voidedAt !== null;
  return (
    <li class={isVoided ? "entry entry-voided" : "entry"}>
      <div class="entry-line">
        <span class="tabular">{formatDay(on, language)}</span>
        <Money cents={amountCents} />
      </div>
      <div class="entry-what">
        {[description, ...(recordedByName === null ? [] : [recordedByName]), ...(isVoided ? [words.voided] : [])].join(
          " · ",
        )}
      </div>
      {mayVoid && !isVoided && (
        <VoidForm action={paths.desk.voidExpense(reference, expense.id)} id={expense.id} view={view} />
      )}
    </li>
  );
}

function VoidForm({ action, id, view }: { action: string; id: string; view: View }): VNode {
  const words = priceAndVisitMessages(view.language);
  return (
    <details class="entry-void">
      <summary>{words.voidIt}</summary>
      <Form action={action} layout="inline">
        <TextField name="reason" id={`void-${id}`} label={words.voidReason} maxLength={500} />
        <Button size="small">{words.voidIt}</Button>
      </Form>
    </details>
  );
}
