import { randomUUID } from "node:crypto";
import type { VNode } from "preact";
import { z } from "zod";
import type { Staff } from "../../../core/access/actor.ts";
import { can } from "../../../core/access/can.ts";
import { isMonthOver } from "../../../core/invoices/decide-issue.ts";
import type { OrganisationId } from "../../../core/values/ids.ts";
import { firstDayAfter, type Month } from "../../../core/values/month.ts";
import type { Refusal } from "../../../core/values/refusal.ts";
import { accept, refuse, type Result } from "../../../core/values/result.ts";
import { localDateOf } from "../../contracts/contract-on.ts";
import { DeskPage } from "../../faces/desk-page.tsx";
import { idOf, monthOfAddress } from "../../faces/params.ts";
import { paths } from "../../faces/paths.ts";
import { administrators } from "../../http/access.ts";
import { type Answer, page, redirect, refused } from "../../http/answer.ts";
import { nothing } from "../../http/fields.ts";
import { statusOf } from "../../refusals/refusals.ts";
import { RefusalSummary } from "../../http/refusal-summary.tsx";
import { type Route, route, type RouteRequest, type View } from "../../http/route.ts";
import { InvoiceLines, InvoiceTotals, type ShownLine } from "../../invoices/invoice-lines.tsx";
import { invoiceMessages } from "../../invoices/invoices.messages.ts";
import { issueInvoice } from "../../invoices/issue-invoice.ts";
import { type Preview, previewOrganisation } from "../../invoices/preview-month.ts";
import { ticketIdOf, titlesOf } from "../../invoices/read-titles.ts";
import { findOrganisationName } from "../../organisations/find-organisations.ts";
import { Button, LinkButton } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Form, FormActions } from "../../ui/form.tsx";
import { formatDate, formatMonth } from "../../../core/calendar/format-time.ts";
import { Notice } from "../../ui/notice.tsx";
import { PageHead, Section } from "../../ui/section.tsx";
import { Notes } from "./month-page.tsx";
import { monthMessages } from "./months.messages.ts";

const issueInput = z.strictObject({ fingerprint: z.string().regex(/^[0-9a-f]{64}$/) });
const path = paths.desk.proposal(":month", ":organisationId");

/** One organisation's proposal, line by line, and issuing it. */
export function deskProposalRoutes(): readonly Route[] {
  return [
    route({
      method: "GET",
      path,
      access: administrators,
      input: nothing,
      handle: async (request) => showProposal(request, null),
    }),
    route({
      method: "POST",
      path,
      access: administrators,
      input: issueInput,
      idempotent: true,
      handle: async ({ work, view, params, input }) => {
        const place = placeOf(params);
        if (!place.ok) return refused(place.refusal);
        const issued = await issueInvoice(work, { ...place.value, fingerprint: input.fingerprint });
        if (!issued.ok) return refused(issued.refusal);
        return redirect(paths.desk.invoice(issued.value.number), {
          toast: monthMessages(view.language).issueOneToast(issued.value.number),
        });
      },
      showAgain: async (request) => showProposal(request, request.refusal),
    }),
  ];
}

function placeOf(params: Readonly<Record<string, string>>): Result<{ month: Month; organisationId: OrganisationId }> {
  const month = monthOfAddress(params);
  const organisationId = idOf(params, "organisationId") as OrganisationId | null;
  return month === null || organisationId === null ? refuse({ code: "not-found" }) : accept({ month, organisationId });
}

async function showProposal(
  { work, actor, view, params }: Pick<RouteRequest<Staff, unknown>, "work" | "actor" | "view" | "params">,
  refusal: Refusal | null,
): Promise<Answer> {
  const place = placeOf(params);
  if (!place.ok) return refused(place.refusal);
  const { month, organisationId } = place.value;
  const name = await findOrganisationName(work.tx, organisationId);
  if (name === null) return refused({ code: "not-found" });
  if (!can(actor, "invoice.preview", { organisationId })) return refused({ code: "not-allowed" });
  const preview = await previewOrganisation(work, { id: organisationId, name }, month);
  const { lines } = preview.proposed.proposal;
  const titles = await titlesOf(work.tx, organisationId, lines);
  const shown = lines.map((line) => ({ ...line, title: titles.get(ticketIdOf(line)) ?? "" }));
  return page(
    <ProposalPage view={view} preview={preview} lines={shown} refusal={refusal} />,
    refusal === null ? 200 : statusOf(refusal),
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
