import { randomUUID } from "node:crypto";
import type { VNode } from "preact";
import { formatDate } from "../../../core/calendar/format-time.ts";
import { languages } from "../../../core/values/language.ts";
import { formatDuration } from "../../../core/values/format.ts";
import { longestMail } from "../../faces/contact-input.ts";
import { DeskPage } from "../../faces/desk-page.tsx";
import { paths } from "../../faces/paths.ts";
import { RefusalSummary } from "../../http/refusal-summary.tsx";
import type { TypedForm } from "../../http/refused-form.ts";
import type { View } from "../../http/route.ts";
import type { listStaff, StaffMember } from "../../staff/read-staff.ts";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Form, FormActions } from "../../ui/form.tsx";
import { Columns, PageHead, Section } from "../../ui/section.tsx";
import { Select } from "../../ui/select.tsx";
import { Table } from "../../ui/table.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { AccessState } from "./access-state.tsx";
import { HoursField } from "./hours-field.tsx";
import { roles } from "./staff-input.ts";
import { staffMessages } from "./staff.messages.ts";

interface StaffPageProps {
  readonly view: View;
  readonly staff: Awaited<ReturnType<typeof listStaff>>;
  readonly form: TypedForm;
  readonly systemNow: Temporal.Instant;
}

/** Everybody who works for the provider, and a form to add somebody. */
export function StaffPage({ view, staff, form, systemNow }: StaffPageProps): VNode {
  const words = staffMessages(view.language);
  return (
    <DeskPage view={view} title={words.title}>
      <PageHead back={{ href: paths.desk.board, label: words.back }} title={words.title} lead={words.lead} />
      <Columns
        main={
          <>
            <Section title={words.active}>
              <StaffTable caption={words.active} members={staff.active} view={view} systemNow={systemNow} />
            </Section>
            {staff.suspended.length > 0 && (
              <Section title={words.suspended}>
                <StaffTable caption={words.suspended} members={staff.suspended} view={view} systemNow={systemNow} />
              </Section>
            )}
          </>
        }
        asideLabel={words.add}
        aside={<AddForm form={form} view={view} />}
      />
    </DeskPage>
  );
}

interface StaffTableProps {
  readonly caption: string;
  readonly members: readonly StaffMember[];
  readonly view: View;
  readonly systemNow: Temporal.Instant;
}

function StaffTable({ caption, members, view: { language }, systemNow }: StaffTableProps): VNode {
  const words = staffMessages(language);
  const isSuspended = members.some(({ suspendedAt }) => suspendedAt !== null);
  return (
    <Table
      caption={caption}
      rows={members}
      rowKey={({ id }) => id}
      rowHref={({ id }) => paths.desk.staffMember(id)}
      empty={<EmptyState title={words.none} />}
      columns={[
        { label: words.name, lead: true, grow: true, cell: ({ name }) => name },
        { label: words.role, selfEvident: true, cell: ({ role }) => words.roles[role] },
        {
          label: words.mail,
          selfEvident: true,
          cell: ({ mailAddress }) => <span class="cell-address">{mailAddress}</span>,
        },
        {
          label: words.hours,
          align: "end",
          cell: ({ weeklyMinutes }) => <span class="tabular">{formatDuration(weeklyMinutes, language)}</span>,
        },
        {
          label: isSuspended ? words.since : words.access,
          selfEvident: !isSuspended,
          cell: (member) =>
            member.suspendedAt === null ? (
              <AccessState member={member} language={language} systemNow={systemNow} />
            ) : (
              formatDate(member.suspendedAt, language)
            ),
        },
      ]}
    />
  );
}

function AddForm({ form, view: { language } }: { form: TypedForm; view: View }): VNode {
  const words = staffMessages(language);
  return (
    <Section title={words.add}>
      <Form action={paths.desk.staff} id="add-staff" idempotencyKey={randomUUID()} draft>
        <RefusalSummary refusal={form.refusal} language={language} />
        <TextField {...form.field("name")} label={words.name} maxLength={200} required />
        <TextField
          {...form.field("mailAddress")}
          label={words.mail}
          hint={words.addHint}
          type="email"
          maxLength={longestMail}
          required
        />
        <Select
          {...form.field("role", "consultant")}
          label={words.role}
          hint={words.roleHint}
          options={roles.map((value) => ({ value, label: words.roles[value] }))}
        />
        <Select
          {...form.field("language", "nl")}
          label={words.language}
          options={languages.map((value) => ({ value, label: words.languages[value] }))}
        />
        <HoursField form={form} weeklyMinutes={0} language={language} />
        <FormActions>
          <Button variant="primary">{words.addButton}</Button>
        </FormActions>
      </Form>
    </Section>
  );
}
