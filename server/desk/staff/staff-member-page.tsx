import type { VNode } from "preact";
import type { PersonId } from "../../../core/values/ids.ts";
import { DeskPage } from "../../faces/desk-page.tsx";
import { paths } from "../../faces/paths.ts";
import { RefusalSummary } from "../../http/refusal-summary.tsx";
import type { TypedForm } from "../../http/refused-form.ts";
import type { View } from "../../http/route.ts";
import type { StaffMember } from "../../staff/read-staff.ts";
import type { BoardRow } from "../../tickets/board.ts";
import type { RunningTimer } from "../../time/read-timer.ts";
import { Button } from "../../ui/button.tsx";
import { Disclosure } from "../../ui/disclosure.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Form, FormActions } from "../../ui/form.tsx";
import { Moment } from "../../ui/moment.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Columns, PageHead, Section } from "../../ui/section.tsx";
import { Select } from "../../ui/select.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { TicketTable } from "../board/ticket-table.tsx";
import { AccessState } from "./access-state.tsx";
import { HoursField } from "./hours-field.tsx";
import { roles } from "./staff-input.ts";
import { staffMessages } from "./staff.messages.ts";

export interface StaffMemberPageProps {
  readonly view: View;
  readonly member: StaffMember;
  readonly version: number;
  readonly tickets: { readonly rows: readonly BoardRow[]; readonly hasMore: boolean };
  readonly timer: RunningTimer | undefined;
  /** Who reads. */
  readonly reader: PersonId;
  readonly details: TypedForm;
  readonly button: TypedForm;
  readonly systemNow: Temporal.Instant;
}

/** One colleague: details, access, and their open tickets, which others take over after a suspension. */
export function StaffMemberPage(props: StaffMemberPageProps): VNode {
  const { view, member, button } = props;
  const words = staffMessages(view.language);
  return (
    <DeskPage view={view} title={member.name}>
      <PageHead
        back={{ href: paths.desk.staff, label: words.title }}
        title={member.name}
        lead={[words.roles[member.role], member.mailAddress, member.phone].filter(Boolean).join(" · ")}
      />
      <RefusalSummary refusal={button.refusal} language={view.language} title={words.notDone} />
      <Columns
        main={<Tickets {...props} />}
        asideLabel={words.access}
        aside={
          <>
            <Access {...props} />
            <Details {...props} />
          </>
        }
      />
    </DeskPage>
  );
}

function Tickets({ view, member, tickets, timer }: StaffMemberPageProps): VNode {
  const words = staffMessages(view.language);
  const isSuspended = member.suspendedAt !== null;
  return (
    <Section title={words.tickets}>
      {isSuspended && timer !== undefined && (
        <Notice tone="waiting">
          <p>
            {words.timer} <a href={paths.desk.ticket(timer.reference)}>{timer.reference}</a>, {words.timerSince}{" "}
            <Moment at={timer.startedAt} now={view.now} />. {words.timerHint}
          </p>
        </Notice>
      )}
      {isSuspended && tickets.rows.length > 0 && <p class="field-hint">{words.handOver}</p>}
      <TicketTable
        tickets={tickets.rows}
        view={view}
        caption={words.tickets}
        kind="mixed"
        without={["assignee"]}
        empty={<EmptyState title={words.noTickets} />}
      />
      {tickets.hasMore && <p class="field-hint">{words.more}</p>}
    </Section>
  );
}

function Access({ view, member, reader, systemNow }: StaffMemberPageProps): VNode {
  const { language } = view;
  const words = staffMessages(language);
  const isKnown = member.suspendedAt === null && member.invitedUntil === null && member.lastSignInAt !== null;
  return (
    <Section title={words.access}>
      <div class="form-part">
        <p>
          <AccessState {...{ member, language, systemNow }} />
        </p>
        {member.suspendedAt !== null ? (
          <Deed member={member} deed="bring-back" label={words.bringBack} hint={words.bringBackHint} />
        ) : member.id === reader ? (
          <p class="field-hint">{words.ownSuspend}</p>
        ) : (
          <>
            {!isKnown && <Deed member={member} deed="invitation" label={words.invite} hint={words.inviteHint} />}
            <Disclosure id="suspend" label={words.suspend}>
              <Deed member={member} deed="suspend" label={words.suspendNow} hint={words.suspendHint} />
            </Disclosure>
          </>
        )}
      </div>
    </Section>
  );
}

interface DeedProps {
  readonly member: StaffMember;
  readonly deed: "invitation" | "suspend" | "bring-back";
  readonly label: string;
  readonly hint: string;
}

function Deed({ member, deed, label, hint }: DeedProps): VNode {
  return (
    <Form action={paths.desk.actOnStaff(member.id, deed)}>
      <p class="field-hint">{hint}</p>
      <FormActions>
        <Button variant={deed === "suspend" ? "danger" : "plain"}>{label}</Button>
      </FormActions>
    </Form>
  );
}

function Details({ view, member, version, reader, details: form }: StaffMemberPageProps): VNode {
  const { language } = view;
  const words = staffMessages(language);
  const isOwn = member.id === reader;
  return (
    <Section title={words.details}>
      <Form action={paths.desk.staffMember(member.id)} id="staff-details" version={version} draft>
        <RefusalSummary refusal={form.refusal} language={language} />
        <TextField {...form.field("name", member.name)} label={words.name} maxLength={200} required />
        <Select
          {...form.field("role", member.role)}
          label={words.role}
          hint={isOwn ? words.ownRole : words.roleHint}
          options={(isOwn ? [member.role] : roles).map((value) => ({ value, label: words.roles[value] }))}
        />
        <HoursField form={form} weeklyMinutes={member.weeklyMinutes} language={language} />
        <FormActions>
          <Button variant="primary">{words.save}</Button>
        </FormActions>
      </Form>
    </Section>
  );
}
