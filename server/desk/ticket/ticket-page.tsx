import { capitalised } from "../../../core/values/format.ts";
import { stepNames } from "../../../core/tickets/ticket-words.ts";
import type { ComponentChildren, VNode } from "preact";
import type { Staff } from "../../../core/access/actor.ts";
import type { AttachmentId } from "../../../core/values/ids.ts";
import { steps } from "../../../core/tickets/step.ts";
import { CostSoFar } from "../../charges/cost-so-far.tsx";
import type { Work } from "../../events/work.ts";
import { DeskPage } from "../../faces/desk-page.tsx";
import { paths } from "../../faces/paths.ts";
import { type Answer, page, refused } from "../../http/answer.ts";
import { uuid } from "../../http/fields.ts";
import type { Upload } from "../../http/read-input.ts";
import { statusOf } from "../../refusals/refusals.ts";
import type { View } from "../../http/route.ts";
import { listWaitingUploads, type WaitingUpload } from "../../tickets/attachments.ts";
import { loadTimerStrip } from "../../time/timer-strip.tsx";
import { Columns, Section } from "../../ui/section.tsx";
import { StepTracker } from "../../ui/step-tracker.tsx";
import { AuthorisationPanel } from "./authorisation-panel.tsx";
import { CustomerPanel } from "./customer-panel.tsx";
import { EntriesPanel } from "./entries-panel.tsx";
import { OnSitePanel } from "./on-site-panel.tsx";
import { PricePanel } from "./price-panel.tsx";
import { isOffered } from "./offered.ts";
import { NoteForm, ReplyForm } from "./reply-form.tsx";
import { ResearchMeter } from "./research-meter.tsx";
import { ResolveForm } from "./resolve-form.tsx";
import { retryOf, type Shown } from "./shown.ts";
import { TicketConversation } from "./ticket-conversation.tsx";
import { type AskedOfTicket, loadTicket, type TicketData } from "./ticket-data.ts";
import { StatusStrip, TicketHead } from "./ticket-head.tsx";
import { deskTicketMessages } from "./ticket.messages.ts";
import { TimePanel } from "./time-panel.tsx";
import { TurnedAway } from "./turned-away.tsx";
import { MergeForm, WaitingForm } from "./turn-forms.tsx";

interface Asking {
  readonly work: Work<Staff>;
  readonly actor: Staff;
  readonly view: View;
}

/** The page of a ticket, after a refusal with the form it came from as it was typed. */
export async function showTicket(
  { work, actor, view }: Asking,
  reference: string,
  asked: AskedOfTicket & { readonly shown?: Shown } = {},
): Promise<Answer> {
  const loaded = await loadTicket(work, reference, asked);
  if (!loaded.ok) return refused(loaded.refusal);
  const shown = asked.shown ?? null;
  const kept = await listWaitingUploads(
    work,
    shown === null ? [] : attachmentIdsOf(shown.fields["attachments[]"] ?? [], shown.uploads),
  );
  const timer = await loadTimerStrip(work, view.language, { ticket: reference });
  return page(
    <TicketPage data={loaded.value} view={view} actor={actor} shown={shown} kept={kept} timer={timer} />,
    shown === null ? 200 : statusOf(shown.refusal),
  );
}

/** The uploads a form carries: those it kept and those that came with it. */
export function attachmentIdsOf(kept: readonly string[], uploads: readonly Upload[]): AttachmentId[] {
  const ids = kept.filter((id) => uuid.safeParse(id).success) as AttachmentId[];
  return [...ids, ...uploads.flatMap(({ outcome }) => (outcome.ok ? [outcome.value] : []))];
}

interface TicketPageProps {
  readonly data: TicketData;
  readonly view: View;
  readonly actor: Staff;
  readonly shown: Shown | null;
  readonly kept: readonly WaitingUpload[];
  readonly timer: ComponentChildren;
}

function TicketPage(props: TicketPageProps): VNode {
  const { data, view, actor, shown, timer } = props;
  const words = deskTicketMessages(view.language);
  const { ticket } = data;
  return (
    <DeskPage
      view={view}
      title={`${ticket.reference} ${ticket.title}`}
      draftForm={isOffered("reply", data) ? "reply" : undefined}
      timer={timer}
    >
      <TicketHead data={data} view={view} actor={actor} />
      <StatusStrip data={data} view={view} actor={actor} />
      {shown !== null && !isOffered(shown.form, data) && (
        <TurnedAway shown={shown} data={data} language={view.language} />
      )}
      <Columns main={<TicketMain {...props} />} aside={<TicketAside {...props} />} asideLabel={words.about} />
    </DeskPage>
  );
}

function TicketMain({ data, view, shown, kept }: TicketPageProps): VNode {
  const { language } = view;
  const { reference } = data.ticket;
  return (
    <>
      <TicketConversation data={data} view={view} />
      {isOffered("reply", data) && (
        <ReplyForm
          reference={reference}
          language={language}
          retry={retryOf("reply", shown, language)}
          kept={kept}
          version={data.version}
          caseNumber={data.ticket.microsoft_case}
        />
      )}
      <NoteForm reference={reference} language={language} retry={retryOf("note", shown, language)} />
      {isOffered("resolve", data) && (
        <>
          <WaitingForm data={data} view={view} retry={retryOf("waiting", shown, language)} />
          <MergeForm data={data} view={view} retry={retryOf("merge", shown, language)} />
          <ResolveForm data={data} view={view} retry={retryOf("resolve", shown, language)} />
        </>
      )}
      <Knowledge data={data} view={view} />
    </>
  );
}

function TicketAside({ data, view, actor, shown }: TicketPageProps): VNode {
  const { language } = view;
  const words = deskTicketMessages(language);
  const { ticket } = data;
  return (
    <>
      <Section>
        <StepTracker
          label={words.progress}
          steps={steps.map((step) => ({ label: capitalised(stepNames[language][step]), state: stateOf(step, ticket) }))}
        />
        <CostSoFar charges={data.charges} language={language} ticket={ticket} />
        {ticket.status === "open" && ticket.step === "research" && data.research !== null && (
          <ResearchMeter {...data.research} language={language} />
        )}
      </Section>
      <TimePanel data={data} view={view} retry={retryOf("time", shown, language)} />
      <EntriesPanel data={data} view={view} actor={actor} retry={retryOf("void", shown, language)} />
      <OnSitePanel data={data} view={view} actor={actor} shown={shown} />
      <AuthorisationPanel
        data={data}
        view={view}
        retry={retryOf("ask", shown, language)}
        delivery={retryOf("deliver", shown, language)}
      />
      <PricePanel data={data} view={view} shown={shown} />
      <CustomerPanel data={data} view={view} retry={retryOf("outside", shown, language)} />
    </>
  );
}

function stateOf(step: (typeof steps)[number], ticket: TicketData["ticket"]): "done" | "current" | "coming" {
  const [at, index] = [steps.indexOf(ticket.step), steps.indexOf(step)];
  if (index < at || (index === at && ticket.status === "closed")) return "done";
  return index === at ? "current" : "coming";
}

function Knowledge({ data, view }: Pick<TicketPageProps, "data" | "view">): VNode | null {
  const words = deskTicketMessages(view.language);
  if (data.articles.length === 0 && data.ticket.no_article_reason === null) return null;
  return (
    <Section title={words.articles}>
      {data.ticket.no_article_reason !== null && (
        <p class="text-muted">{words.noArticle(data.ticket.no_article_reason)}</p>
      )}
      <ul class="link-list">
        {data.articles.map((one) => (
          <li key={one.id}>
            <a href={paths.desk.article(one.id)}>{one.title}</a>
          </li>
        ))}
      </ul>
    </Section>
  );
}
