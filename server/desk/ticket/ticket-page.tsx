import { capitalised } from "../../../core/values/format.ts";
import { stepNames } from "../../../core/tickets/ticket-words.ts";
import type { VNode } from "preact";
import { z } from "zod";
import type { Staff } from "../../../core/access/actor.ts";
import { steps } from "../../../core/tickets/step.ts";
import { accept, type Result } from "../../../core/values/result.ts";
import { CostSoFar } from "../../charges/cost-so-far.tsx";
import { atOnce } from "../../db/at-once.ts";
import type { Work } from "../../events/work.ts";
import { DeskPage } from "../../faces/desk-page.tsx";
import { paths } from "../../faces/paths.ts";
import { staff } from "../../http/access.ts";
import { optionalLine, pageKey } from "../../http/fields.ts";
import { formPage } from "../../http/form-page.ts";
import { ofTicket } from "../../http/params.ts";
import type { View } from "../../http/route.ts";
import { listWaitingUploads, type WaitingUpload } from "../../tickets/read-waiting-uploads.ts";
import { attachmentsOf } from "../../tickets/typed-attachments.ts";
import { Columns, Section } from "../../ui/section.tsx";
import { StepTracker } from "../../ui/step-tracker.tsx";
import { AuthorisationPanel } from "./authorisation-panel.tsx";
import { CustomerPanel } from "./customer-panel.tsx";
import { EntriesPanel } from "./entries-panel.tsx";
import { OnSitePanel } from "./on-site-panel.tsx";
import { PricePanel } from "./price-panel.tsx";
import { isOffered } from "./offered-forms.ts";
import { NoteForm, ReplyForm } from "./reply-form.tsx";
import { ResearchMeter } from "./research-meter.tsx";
import { ResolveForm } from "./resolve-form.tsx";
import { type RefusedForm, typedForm } from "../../http/refused-form.ts";
import type { FormName } from "./form-names.ts";
import { TicketConversation } from "./ticket-conversation.tsx";
import { type AskedOfTicket, loadDeskTicket, type TicketData } from "./ticket-data.ts";
import { StatusStrip, TicketHead } from "./ticket-head.tsx";
import { deskTicketMessages } from "./ticket.messages.ts";
import { TimePanel } from "./time-panel.tsx";
import { FormNoLongerOffered } from "./form-no-longer-offered.tsx";
import { MergeForm, WaitingForm } from "./turn-forms.tsx";

/** The page of a ticket on the desk. Its deeds are declared in files beside this one. */
export const ticketPage = formPage<Staff, { reference: string }, AskedOfTicket, FormName>({
  path: paths.desk.ticket(":reference"),
  access: staff,
  permission: "ticket.read",
  params: ofTicket,
  query: z.strictObject({ before: pageKey, entries: pageKey, articles: optionalLine(100).optional() }),
  address: ({ reference }) => paths.desk.ticket(reference),
  show: async ({ params, input, ...request }, refused) => showTicket(request, { ...params, ...input }, refused),
});

interface Asking {
  readonly work: Work<Staff>;
  readonly actor: Staff;
  readonly view: View;
}

/** A ticket on its page; after a refusal with the form as it was typed. */
export async function showTicket(
  { work, actor, view }: Asking,
  { reference, ...asked }: AskedOfTicket & { readonly reference: string },
  refused: RefusedForm<FormName> | null,
): Promise<Result<VNode>> {
  const { loaded, kept } = await atOnce({
    loaded: loadDeskTicket(work, reference, asked),
    kept: listWaitingUploads(work, refused === null ? [] : attachmentsOf(refused)),
  });
  if (!loaded.ok) return loaded;
  return accept(<TicketPage data={loaded.value} view={view} actor={actor} refused={refused} kept={kept} />);
}

interface TicketPageProps {
  readonly data: TicketData;
  readonly view: View;
  readonly actor: Staff;
  readonly refused: RefusedForm<FormName> | null;
  readonly kept: readonly WaitingUpload[];
}

function TicketPage(props: TicketPageProps): VNode {
  const { data, view, actor, refused } = props;
  const words = deskTicketMessages(view.language);
  const { ticket } = data;
  return (
    <DeskPage
      view={view}
      title={`${ticket.reference} ${ticket.title}`}
      draftForm={isOffered("reply", data) ? "reply" : undefined}
    >
      <TicketHead data={data} view={view} actor={actor} />
      <StatusStrip data={data} view={view} actor={actor} />
      {refused !== null && !isOffered(refused.form, data) && (
        <FormNoLongerOffered refused={refused} data={data} language={view.language} />
      )}
      <Columns main={<TicketMain {...props} />} aside={<TicketAside {...props} />} asideLabel={words.about} />
    </DeskPage>
  );
}

function TicketMain({ data, view, refused, kept }: TicketPageProps): VNode {
  const { language } = view;
  const { reference } = data.ticket;
  return (
    <>
      <TicketConversation data={data} view={view} />
      {isOffered("reply", data) && (
        <ReplyForm
          reference={reference}
          language={language}
          form={typedForm("reply", refused, language)}
          kept={kept}
          version={data.version}
          caseNumber={data.ticket.microsoftCase}
        />
      )}
      <NoteForm reference={reference} language={language} form={typedForm("note", refused, language)} />
      {isOffered("waiting", data) && (
        <WaitingForm data={data} view={view} form={typedForm("waiting", refused, language)} />
      )}
      {isOffered("merge", data) && <MergeForm data={data} view={view} form={typedForm("merge", refused, language)} />}
      {isOffered("resolve", data) && (
        <ResolveForm data={data} view={view} form={typedForm("resolve", refused, language)} />
      )}
      <Knowledge data={data} view={view} />
    </>
  );
}

function TicketAside({ data, view, actor, refused }: TicketPageProps): VNode {
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
      <TimePanel data={data} view={view} form={typedForm("time", refused, language)} />
      <EntriesPanel data={data} view={view} actor={actor} form={typedForm("void", refused, language)} />
      <OnSitePanel data={data} view={view} actor={actor} refused={refused} />
      <AuthorisationPanel
        data={data}
        view={view}
        form={typedForm("ask", refused, language)}
        delivery={typedForm("deliver", refused, language)}
      />
      <PricePanel data={data} view={view} refused={refused} />
      <CustomerPanel data={data} view={view} form={typedForm("outside", refused, language)} />
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
  if (data.articles.length === 0 && data.ticket.noArticleReason === null) return null;
  return (
    <Section title={words.articles}>
      {data.ticket.noArticleReason !== null && <p class="text-muted">{words.noArticle(data.ticket.noArticleReason)}</p>}
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
