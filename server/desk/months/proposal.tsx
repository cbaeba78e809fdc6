import { atOnce } from "../../db/at-once.ts";
import { localDateOf } from "../../../core/calendar/time-zone.ts";
import { randomUUID } from "node:crypto";
import type { VNode } from "preact";
import { z } from "zod";
import type { Staff } from "../../../core/access/actor.ts";
import { isMonthOver } from "../../../core/invoices/decide-issue.ts";
import type { OrganisationId } from "../../../core/values/ids.ts";
import { firstDayAfter } from "../../../core/values/month.ts";
import type { Refusal } from "../../../core/values/refusal.ts";
import { accept, refuse, type Result } from "../../../core/values/result.ts";
import { DeskPage } from "../../faces/desk-page.tsx";
import { paths } from "../../faces/paths.ts";
import { administrators } from "../../http/access.ts";
import { nothing } from "../../http/fields.ts";
import { formPage } from "../../http/form-page.ts";
import { RefusalSummary } from "../../http/refusal-summary.tsx";
import { idOf, month } from "../../http/params.ts";
import type { RefusedForm } from "../../http/refused-form.ts";
import type { Route, RouteRequest, View } from "../../http/route.ts";
import { InvoiceLines, InvoiceTotals, type ShownLine } from "../../invoices/invoice-lines.tsx";
import { invoiceMessages } from "../../invoices/invoices.messages.ts";
import { issueInvoice } from "../../invoices/issue-invoice.ts";
import { type Preview, previewEach } from "../../invoices/preview-month.ts";
import { findOrganisationName } from "../../organisations/find-organisations.ts";
import { Button, LinkButton } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Form, FormActions } from "../../ui/form.tsx";
import { formatDate, formatMonth } from "../../../core/calendar/format-time.ts";
import { Notice } from "../../ui/notice.tsx";
import { PageHead, Section } from "../../ui/section.tsx";
import { Notes } from "./month-page.tsx";
import { monthMessages } from "./months.messages.ts";

const ofProposal = z.strictObject({ month, organisationId: idOf<OrganisationId>() });
type OfProposal = z.output<typeof ofProposal>;
const path = paths.desk.proposal(":month", ":organisationId");

const proposalPage = formPage<Staff, OfProposal, unknown, "issue">({
  path,
  access: administrators,
  permission: "invoice.preview",
  params: ofProposal,
  query: nothing,
  address: (of) => paths.desk.proposal(of.month, of.organisationId),
  show: showProposal,
});

/** One organisation's proposal, line by line, and issuing it. */
export function deskProposalRoutes(): readonly Route[] {
  return [
    proposalPage.route,
    proposalPage.deed({
      path,
      permission: "invoice.issue",
      params: ofProposal,
      form: "issue",
      input: z.strictObject({ fingerprint: z.string().regex(/^[0-9a-f]{64}$/) }),
      idempotent: true,
      act: async ({ work, params, input }) => issueInvoice(work, { ...params, ...input }),
      said: ({ language, value }) => monthMessages(language).issueOneToast(value.number),
      to: ({ value }) => paths.desk.invoice(value.number),
    }),
  ];
}

async function showProposal(
  { work, view, params: { month: of, organisationId } }: RouteRequest<Staff, OfProposal, unknown>,
  refused: RefusedForm | null,
): Promise<Result<VNode>> {
  const { name, previewOf } = await atOnce({
    name: findOrganisationName(work.tx, organisationId),
    previewOf: previewEach(work, [organisationId], of),
  });
  if (name === null) return refuse({ code: "not-found" });
  const preview = previewOf(organisationId);
  const { proposal, tickets } = preview.proposed;
  const titles = new Map<string, string>(tickets.map((ticket) => [ticket.id, ticket.title]));
  const lines = proposal.lines.map((line) => ({ ...line, title: titles.get(line.ticketId) ?? "" }));
  const organisation = { id: organisationId, name };
  return accept(
    <ProposalPage
      view={view}
      preview={{ ...preview, organisation }}
      lines={lines}
      refusal={refused?.refusal ?? null}
    />,
  );
}

interface ProposalPageProps {
  readonly view: View;
  readonly preview: Preview;
  readonly lines: readonly ShownLine[];
  readonly refusal: Refusal | null;
}

function ProposalPage({ view, preview, lines, refusal }: ProposalPageProps): VNode {
  const { language } = view;
  const words = monthMessages(language);
  const { organisation, proposed } = preview;
  const { month, proposal } = proposed;
  const label = formatMonth(month, language);
  const isOver = isMonthOver(month, localDateOf(view.now));
  const rateInput = (
    <LinkButton href={paths.desk.rateInput(organisation.id, month)} variant="quiet" download>
      {invoiceMessages(language).rateInput}
    </LinkButton>
  );
  return (
    <DeskPage view={view} title={`${words.proposal} ${organisation.name}`}>
      <PageHead
        title={organisation.name}
        kicker={words.proposal}
        lead={words.proposalLead(label)}
        back={{ href: paths.desk.month(month), label: words.proposals(label) }}
        actions={rateInput}
      />
      <RefusalSummary refusal={refusal} language={language} />
      {!isOver && <Notice>{words.notOver(formatDate(firstDayAfter(month), language))}</Notice>}
      <p>
        <Notes preview={preview} language={language} />
      </p>
      {lines.length === 0 && <EmptyState title={words.emptyProposal}>{words.nothingLeftHint(label)}</EmptyState>}
      <InvoiceLines lines={lines} month={month} language={language} ticketHref={paths.desk.ticket} />
      {lines.length > 0 && <InvoiceTotals {...proposal.totals} language={language} />}
      {isOver && lines.length > 0 && <IssueOne preview={preview} view={view} />}
    </DeskPage>
  );
}

function IssueOne({ preview, view }: { preview: Preview; view: View }): VNode {
  const words = monthMessages(view.language);
  const { organisation, proposed } = preview;
  return (
    <div class="invoice-issue">
      <Section title={words.issueOne}>
        <Form action={paths.desk.proposal(proposed.month, organisation.id)} idempotencyKey={randomUUID()}>
          <p>{words.issueOneHint}</p>
          <input type="hidden" name="fingerprint" value={proposed.fingerprint} />
          <FormActions>
            <Button type="submit" variant="primary">
              {words.issueOne}
            </Button>
          </FormActions>
        </Form>
      </Section>
    </div>
  );
}
