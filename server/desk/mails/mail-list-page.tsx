import type { VNode } from "preact";
import { DeskPage } from "../../faces/desk-page.tsx";
import { paths } from "../../faces/paths.ts";
import type { View } from "../../http/route.ts";
import { RefusalSummary } from "../../http/refusal-summary.tsx";
import { type RefusedForm, type TypedForm, typedForm } from "../../http/refused-form.ts";
import type { GivenUpJob } from "../../jobs/given-up.ts";
import { concernsEveryMail, type MailProblem } from "../../mail/judge-failure.ts";
import { type OpenState, openStates } from "../../mail/due-mail.ts";
import type { outboxDeeds } from "../../mail/mail-deeds.ts";
import type { ListedMail, MailTrouble } from "../../notifications/list-mails.ts";
import { Button } from "../../ui/button.tsx";
import { Disclosure } from "../../ui/disclosure.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Form, FormActions } from "../../ui/form.tsx";
import type { Language } from "../../../core/values/language.ts";
import { Moment } from "../../ui/moment.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Pager } from "../../ui/pager.tsx";
import { PageHead } from "../../ui/section.tsx";
import { type Column, Table } from "../../ui/table.tsx";
import { Tabs } from "../../ui/tabs.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { aboutOf, Answer, receiverOf, todoOf, troubleOf } from "../../notifications/mail-words.tsx";
import { outboxMessages } from "../../notifications/outbox.messages.ts";
import { GivenUpWork } from "./given-up-work.tsx";
import type { MailForm } from "./pages.tsx";

interface MailListProps {
  readonly view: View;
  readonly state: OpenState;
  readonly mails: readonly ListedMail[];
  readonly next: string | null;
  readonly isFirst: boolean;
  readonly counts: Readonly<Record<OpenState, number>>;
  /** The problems of waiting mails. */
  readonly troubles: readonly MailTrouble[];
  /** The given-up jobs. */
  readonly givenUpJobs: readonly GivenUpJob[];
  readonly abilities: ReadonlySet<keyof typeof outboxDeeds>;
  readonly systemNow: Temporal.Instant;
  readonly refused: RefusedForm<MailForm> | null;
}

/** The mail that has not arrived, by state. */
export function MailListPage(props: MailListProps): VNode {
  const { view, state, mails, counts, next, isFirst } = props;
  const { language } = view;
  const words = outboxMessages(language);
  return (
    <DeskPage view={view} title={words.title}>
      <PageHead back={{ href: paths.desk.board, label: words.back }} title={words.title} lead={words.lead} />
      <Tabs
        label={words.states}
        tabs={openStates.map((each) => ({
          href: hrefOf(each),
          label: words.tabs[each],
          count: each === "stopped" ? undefined : counts[each],
          current: each === state,
        }))}
      />
      <RefusalSummary refusal={typedForm("try", props.refused, language).refusal} language={language} />
      {state === "waiting" && <Troubles {...props} />}
      <Table
        caption={words.tabs[state]}
        rows={mails}
        rowKey={(mail) => mail.id}
        rowHref={(mail) => paths.desk.mail(mail.id)}
        columns={columnsOf(props)}
        empty={<EmptyState title={words.empty[state]}>{words.emptyHint[state]}</EmptyState>}
      />
      <Pager
        previous={isFirst ? undefined : hrefOf(state)}
        next={next === null ? undefined : `${paths.desk.mailsOf(state)}&after=${next}`}
      />
      {mails.length > 0 && (state === "refused" || state === "given-up") && <ManyActions {...props} state={state} />}
      <GivenUpWork
        {...props}
        jobs={props.givenUpJobs}
        language={language}
        mayTryAgain={props.abilities.has("job.try-again")}
      />
    </DeskPage>
  );
}

function hrefOf(state: OpenState): string {
  return state === "waiting" ? paths.desk.mails : paths.desk.mailsOf(state);
}

/** For each problem: the number of waiting mails, the first time, the mail server's words and the remedy. */
function Troubles({ troubles, view: { language }, abilities, systemNow }: MailListProps): VNode {
  const words = outboxMessages(language);
  return (
    <>
      {troubles.map(({ problem, count, since, nextTryAt, answer }) => (
        <Notice
          key={problem ?? "none"}
          tone="waiting"
          title={`${troubleOf(problem, language)} · ${words.waitingMails(count)}`}
          action={
            abilities.has("mail.try-again") && (
              <TryAll state="waiting" problem={problem} label={words.tryAllNow} size="small" />
            )
          }
        >
          <p>
            {todoOf(problem, language)}
            {problem !== null && concernsEveryMail(problem) && ` ${words.nothingLost}`}
          </p>
          <p class="mail-when">
            {words.since} <Moment at={since} now={systemNow} />
            {" · "}
            {words.next} <Moment at={nextTryAt} now={systemNow} />
          </p>
          <Answer answer={answer} language={language} />
        </Notice>
      ))}
    </>
  );
}

function columnsOf({ state, view: { language }, systemNow }: MailListProps): readonly Column<ListedMail>[] {
  const words = outboxMessages(language);
  const column = (
    label: string,
    at: (mail: ListedMail) => Temporal.Instant | null,
    align: "start" | "end" = "start",
  ): Column<ListedMail> => ({
    label,
    align,
    cell: (mail) => {
      const moment = at(mail);
      return moment === null ? "" : <Moment at={moment} now={systemNow} />;
    },
  });
  return [
    {
      label: words.to,
      lead: true,
      cell: (mail) => (
        <span class="mail-to">
          <span>{receiverOf(mail, language)}</span>
          <span class="row-note">{mail.organisation ?? mail.address}</span>
        </span>
      ),
    },
    { label: words.about, cell: (mail) => <span class="nowrap">{aboutOf(mail, language).text}</span> },
    {
      label: words.trouble,
      grow: true,
      selfEvident: true,
      cell: (mail) => (
        <span class="row-words row-words-cut">
          {troubleOf(mail.problem, language)}
          {mail.answer !== null && <span class="row-note">{mail.answer}</span>}
        </span>
      ),
    },
    ...(state === "waiting"
      ? [
          column(words.since, ({ waitingSince }) => waitingSince),
          column(words.next, ({ nextTryAt }) => nextTryAt, "end"),
        ]
      : [column(words.on, ({ settledAt }) => settledAt, "end")]),
  ];
}

interface TryAllProps {
  readonly state: OpenState;
  readonly problem: MailProblem | null;
  readonly label: string;
  readonly size?: "small";
}

function TryAll(props: TryAllProps): VNode {
  return (
    <Form action={paths.desk.tryMailsAgain} layout="bare">
      <input type="hidden" name="state" value={props.state} />
      {props.problem !== null && <input type="hidden" name="problem" value={props.problem} />}
      <Button size={props.size}>{props.label}</Button>
    </Form>
  );
}

interface ManyProps extends MailListProps {
  readonly state: "refused" | "given-up";
}

/** An administrator's actions on all refused or given-up mails. */
function ManyActions({ state, view: { language }, abilities, refused }: ManyProps): VNode {
  const words = outboxMessages(language);
  if (!abilities.has("mail.try-again") || !abilities.has("mail.stop"))
    return <p class="text-muted">{words.forAdministrators}</p>;
  const form = typedForm("stop", refused, language);
  return (
    <div class="mail-actions">
      <TryAll state={state} problem={null} label={words.tryAllAgain} />
      <Disclosure id="stop-mails" label={words.stopAll} variant="quiet" open={form.isAgain}>
        <p>{words.stopAllHint}</p>
        <StopForm action={paths.desk.stopMails} state={state} form={form} label={words.stopAll} language={language} />
      </Disclosure>
    </div>
  );
}

interface StopFormProps {
  readonly action: string;
  readonly state?: OpenState;
  readonly form: TypedForm;
  readonly label: string;
  readonly language: Language;
}

/** A form that ends mail by hand, with a reason. */
export function StopForm({ action, state, form, label, language }: StopFormProps): VNode {
  const words = outboxMessages(language);
  return (
    <Form action={action} id="stop-form">
      <RefusalSummary refusal={form.refusal} language={language} />
      {state !== undefined && <input type="hidden" name="state" value={state} />}
      <TextField {...form.field("reason")} label={words.reason} hint={words.reasonHint} maxLength={500} required />
      <FormActions>
        <Button>{label}</Button>
      </FormActions>
    </Form>
  );
}
