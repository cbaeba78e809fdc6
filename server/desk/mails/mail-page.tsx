import type { VNode } from "preact";
import { DeskPage } from "../../faces/desk-page.tsx";
import { paths } from "../../faces/paths.ts";
import type { View } from "../../http/route.ts";
import { RefusalSummary } from "../../http/refusal-summary.tsx";
import { type RefusedForm, typedForm } from "../../http/refused-form.ts";
import { mailDeeds } from "../../mail/mail-deeds.ts";
import type { ListedMail } from "../../notifications/list-mails.ts";
import { Button } from "../../ui/button.tsx";
import { type Definition, DefinitionList } from "../../ui/definition-list.tsx";
import { Disclosure } from "../../ui/disclosure.tsx";
import { Form } from "../../ui/form.tsx";
import { Moment } from "../../ui/moment.tsx";
import { Notice } from "../../ui/notice.tsx";
import { PageHead } from "../../ui/section.tsx";
import { StopForm } from "./mail-list-page.tsx";
import type { MailForm } from "./pages.tsx";
import { aboutOf, Answer, MailStanding, receiverOf, todoOf, troubleOf } from "../../notifications/mail-words.tsx";
import { outboxMessages } from "../../notifications/outbox.messages.ts";

interface MailPageProps {
  readonly view: View;
  readonly mail: ListedMail;
  readonly abilities: ReadonlySet<keyof typeof mailDeeds>;
  readonly systemNow: Temporal.Instant;
  readonly refused: RefusedForm<MailForm> | null;
}

/**
 * One mail: its receiver, its state, the mail server's words and the possible actions. Its own words are in the ticket
 * or invoice.
 */
export function OutgoingMailPage(props: MailPageProps): VNode {
  const { view, mail, refused } = props;
  const { language } = view;
  const words = outboxMessages(language);
  const isOpen = mail.state !== "accepted" && mail.state !== "needless";
  return (
    <DeskPage view={view} title={words.title}>
      <PageHead
        back={{ href: paths.desk.mails, label: words.all }}
        kicker={mail.organisation ?? words.code}
        title={receiverOf(mail, language)}
      />
      <RefusalSummary refusal={typedForm("try", refused, language).refusal} language={language} />
      {isOpen && (
        <Notice tone={mail.state === "waiting" ? "waiting" : "plain"} title={troubleOf(mail.problem, language)}>
          <p>{todoOf(mail.problem, language)}</p>
          <Answer answer={mail.answer} language={language} />
        </Notice>
      )}
      <div class="mail-facts">
        <DefinitionList items={factsOf(props)} />
      </div>
      {!isOpen && <Answer answer={mail.answer} language={language} />}
      <Actions {...props} />
    </DeskPage>
  );
}

function factsOf({ view: { language }, mail, systemNow }: MailPageProps): readonly Definition[] {
  const words = outboxMessages(language);
  const about = aboutOf(mail, language);
  const moment = (at: Temporal.Instant | null) => (at === null ? null : <Moment at={at} now={systemNow} />);
  const facts: [string, Definition["value"]][] = [
    [words.state, <MailStanding key="state" state={mail.state} language={language} />],
    [words.on, moment(mail.settledAt)],
    [words.address, mail.address],
    [
      words.about,
      about.href === undefined ? (
        about.text
      ) : (
        <a key="about" class="link" href={about.href}>
          {about.text}
        </a>
      ),
    ],
    [words.since, mail.state === "waiting" ? moment(mail.waitingSince) : null],
    [words.tries, String(mail.tries)],
    [words.lastTry, moment(mail.triedAt)],
    [words.next, mail.state === "waiting" ? moment(mail.nextTryAt) : null],
    [words.ends, mail.state === "waiting" ? (moment(mail.endsAt) ?? words.endsNever) : null],
  ];
  return facts.flatMap(([term, value]) => (value === null ? [] : [{ term, value }]));
}

function Actions({ view: { language }, mail, abilities, refused }: MailPageProps): VNode | null {
  const words = outboxMessages(language);
  if (!mailDeeds["mail.try-again"](mail).ok) return null;
  if (!abilities.has("mail.try-again")) return <p class="text-muted">{words.forAdministrators}</p>;
  const stop = mail.state === "waiting" ? words.stop : words.putAside;
  const form = typedForm("stop", refused, language);
  return (
    <div class="mail-actions">
      <Form action={paths.desk.tryMailAgain(mail.id)} layout="bare">
        <Button variant="primary">{mail.state === "waiting" ? words.tryNow : words.tryAgain}</Button>
      </Form>
      {abilities.has("mail.stop") && (
        <Disclosure id="stop-mail" label={stop} variant="quiet" open={form.isAgain}>
          <p>{words.stopHint}</p>
          <StopForm action={paths.desk.stopMail(mail.id)} form={form} label={stop} language={language} />
        </Disclosure>
      )}
    </div>
  );
}
