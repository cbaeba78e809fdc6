import { randomUUID } from "node:crypto";
import type { VNode } from "preact";
import { holidayNames } from "../../../core/calendar/holiday-names.ts";
import {
  firstHolidayYear,
  lastHolidayYear,
  type PublicHoliday,
  publicHolidays,
} from "../../../core/calendar/public-holidays.ts";
import { monthOfDate } from "../../../core/values/month.ts";
import type { HolidaysOfYear, OwnHoliday } from "../../contracts/read-holidays.ts";
import { DeskPage } from "../../faces/desk-page.tsx";
import { paths } from "../../faces/paths.ts";
import { type RefusedForm, type TypedForm, typedForm } from "../../http/refused-form.ts";
import type { View } from "../../http/route.ts";
import { RefusalSummary } from "../../http/refusal-summary.tsx";
import { wordRefusal } from "../../refusals/refusals.ts";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Form, FormActions } from "../../ui/form.tsx";
import { capitalised } from "../../../core/values/format.ts";
import { formatDay } from "../../../core/calendar/format-time.ts";
import type { Language } from "../../../core/values/language.ts";
import { Columns, PageHead, Section } from "../../ui/section.tsx";
import { type Column, Table } from "../../ui/table.tsx";
import { Tabs } from "../../ui/tabs.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { DateField } from "../../ui/time-fields.tsx";
import type { HolidayForm } from "./holidays.tsx";
import { holidayMessages } from "./holidays.messages.ts";

interface HolidaysPageProps {
  readonly view: View;
  readonly year: number;
  readonly holidays: HolidaysOfYear;
  readonly mayChange: boolean;
  readonly refused: RefusedForm<HolidayForm> | null;
}

/** A year's holidays: the provider's own, which can be changed, and the public ones, which follow from the calendar. */
export function HolidaysPage(props: HolidaysPageProps): VNode {
  const { view, year, holidays, mayChange, refused } = props;
  const { language } = view;
  const words = holidayMessages(language);
  const lists = (
    <>
      <Section title={words.own}>
        <OwnTable {...props} />
      </Section>
      <Section title={words.publicOnes}>
        <PublicTable days={publicHolidays(year, holidays.liberationDay)} language={language} />
      </Section>
    </>
  );
  return (
    <DeskPage view={view} title={words.title}>
      <PageHead back={{ href: paths.desk.board, label: words.back }} title={words.title} lead={words.lead} />
      <Years year={year} language={language} />
      {refused?.form === "remove" && <RefusalSummary refusal={refused.refusal} language={language} />}
      {mayChange ? (
        <Columns
          main={lists}
          asideLabel={words.add}
          aside={<AddForm form={typedForm("add", refused, language)} language={language} />}
        />
      ) : (
        lists
      )}
    </DeskPage>
  );
}

function Years({ year, language }: { year: number; language: Language }): VNode {
  const years = [year - 1, year, year + 1].filter((each) => each >= firstHolidayYear && each <= lastHolidayYear);
  return (
    <Tabs
      label={holidayMessages(language).years}
      tabs={years.map((each) => ({
        href: paths.desk.holidaysOf(each),
        label: String(each),
        current: each === year,
      }))}
    />
  );
}

function OwnTable({ view: { language }, year, holidays, mayChange }: HolidaysPageProps): VNode {
  const words = holidayMessages(language);
  const isSettled = ({ on }: OwnHoliday) => holidays.invoicedMonths.includes(monthOfDate(on));
  const change: Column<OwnHoliday> = {
    label: words.action,
    hideLabel: true,
    align: "end",
    cell: (day) =>
      isSettled(day) ? (
        <span class="text-muted">{words.settled}</span>
      ) : (
        <RemoveForm day={day.on} language={language} />
      ),
  };
  return (
    <Table
      caption={words.own}
      rows={holidays.own}
      rowKey={(day) => day.on.toString()}
      hideHead
      empty={<EmptyState title={words.noOwn(year)}>{mayChange ? words.noOwnYet : words.noOwnHint}</EmptyState>}
      columns={[
        dateColumn(language, (day: OwnHoliday) => day.on),
        { label: words.name, lead: true, grow: true, cell: (day) => day.name },
        ...(mayChange ? [change] : []),
      ]}
    />
  );
}

function PublicTable({ days, language }: { days: readonly PublicHoliday[]; language: Language }): VNode {
  const words = holidayMessages(language);
  return (
    <Table
      caption={words.publicOnes}
      rows={days}
      rowKey={(day) => day.name}
      hideHead
      columns={[
        dateColumn(language, (day: PublicHoliday) => day.date),
        { label: words.name, lead: true, grow: true, cell: (day) => capitalised(holidayNames[day.name][language]) },
      ]}
    />
  );
}

function dateColumn<Row>(language: Language, dateOf: (row: Row) => Temporal.PlainDate): Column<Row> {
  return {
    label: holidayMessages(language).date,
    selfEvident: true,
    cell: (row) => <span class="day-off tabular">{formatDay(dateOf(row), language)}</span>,
  };
}

function RemoveForm({ day, language }: { day: Temporal.PlainDate; language: Language }): VNode {
  const words = holidayMessages(language);
  return (
    <Form action={paths.desk.removeHoliday} layout="bare">
      <input type="hidden" name="on" value={day.toString()} />
      <Button size="small" variant="quiet" label={words.removeLabel(formatDay(day, language))}>
        {words.remove}
      </Button>
    </Form>
  );
}

function AddForm({ form, language }: { form: TypedForm; language: Language }): VNode {
  const words = holidayMessages(language);
  const { refusal } = form;
  const aboutTheDate =
    refusal === null || refusal.code === "invalid-input" ? undefined : wordRefusal(refusal, language);
  return (
    <Section title={words.add}>
      <Form action={paths.desk.holidays} idempotencyKey={randomUUID()}>
        <DateField
          {...form.field("on")}
          label={words.date}
          hint={words.addHint}
          error={form.error("on") ?? aboutTheDate}
          min={`${firstHolidayYear}-01-01`}
          max={`${lastHolidayYear}-12-31`}
          required
        />
        <TextField {...form.field("name")} label={words.name} hint={words.nameHint} maxLength={100} required />
        <FormActions>
          <Button variant="primary">{words.addButton}</Button>
        </FormActions>
      </Form>
    </Section>
  );
}
