import type { VNode } from "preact";
import { z } from "zod";
import type { Staff } from "../../../core/access/actor.ts";
import { can } from "../../../core/access/can.ts";
import type { OrganisationId } from "../../../core/values/ids.ts";
import { monthOfDate } from "../../../core/values/month.ts";
import type { Refusal } from "../../../core/values/refusal.ts";
import { localDateOf } from "../../contracts/contract-on.ts";
import { DeskPage } from "../../faces/desk-page.tsx";
import { monthOfAddress } from "../../faces/params.ts";
import { paths } from "../../faces/paths.ts";
import { administrators } from "../../http/access.ts";
import { afterwards, type Answer, page, redirect, refused } from "../../http/answer.ts";
import { nothing, uuid } from "../../http/fields.ts";
import { statusOf } from "../../refusals/refusals.ts";
import { type Route, route, type RouteRequest, type View } from "../../http/route.ts";
import { issueMonth } from "../../invoices/issue-month.ts";
import { previewMonth } from "../../invoices/preview-month.ts";
import { listMonths, type MonthStanding } from "../../invoices/read-months.ts";
import { findOrganisationName } from "../../organisations/find-organisations.ts";
import type { Services } from "../../services.ts";
import { LinkButton } from "../../ui/button.tsx";
import { formatMonth } from "../../../core/calendar/format-time.ts";
import type { Language } from "../../ui/language.ts";
import { Money } from "../../ui/money.tsx";
import { PageHead } from "../../ui/section.tsx";
import { State } from "../../ui/state.tsx";
import { type Column, Table } from "../../ui/table.tsx";
import { MonthPage } from "./month-page.tsx";
import { monthMessages } from "./months.messages.ts";

const previewInput = z.strictObject({ after: uuid.optional() });
const issueInput = z.strictObject({
  confirmed: z.literal("yes", "not-ticked"),
  proposals: z
    .array(z.string().regex(/^[0-9a-f-]{36}:[0-9a-f]{64}$/))
    .min(1)
    .max(50),
});

/** Closing a month: how months stand, what one would invoice, issuing it. */
export function deskMonthRoutes(services: Pick<Services, "databases" | "now">): readonly Route[] {
  return [
    route({
      method: "GET",
      path: paths.desk.months,
      access: administrators,
      input: nothing,
      handle: showMonths,
    }),
    route({
      method: "GET",
      path: paths.desk.month(":month"),
      access: administrators,
      input: previewInput,
      handle: async (request) =>
        showMonth(request, { after: (request.input.after ?? null) as OrganisationId | null, refusal: null }),
    }),
    route({
      method: "POST",
      path: paths.desk.issueMonth(":month"),
      access: administrators,
      input: issueInput,
      idempotent: true,
      handle: async ({ work, actor, view, params, input }) => {
        const month = monthOfAddress(params);
        if (month === null) return refused({ code: "not-found" });
        if (!can(actor, "invoice.issue", { organisationId: null })) return refused({ code: "not-allowed" });
        const seen = input.proposals.map(seenProposal);
        const names = new Map<string, string>();
        for (const { organisationId } of seen)
          names.set(organisationId, (await findOrganisationName(work.tx, organisationId)) ?? organisationId);
        // Each invoice has a transaction of its own, so this one must not wait for them.
        return afterwards(async () => {
          const issued = await issueMonth(services, actor, { month, seen });
          const words = monthMessages(view.language);
          const refusedNames = issued.refused.map(({ organisationId }) => names.get(organisationId)).join(", ");
          const toast = [
            ...(issued.numbers.length > 0 ? [words.issuedToast(issued.numbers.length)] : []),
            ...(refusedNames === "" ? [] : [words.someRefused(refusedNames)]),
          ].join(" ");
          return redirect(paths.desk.month(month), { toast });
        });
      },
      showAgain: async (request) => showMonth(request, { after: null, refusal: request.refusal }),
    }),
  ];
}

function seenProposal(text: string): { organisationId: OrganisationId; fingerprint: string } {
  const [organisationId = "", fingerprint = ""] = text.split(":");
  return { organisationId: organisationId as OrganisationId, fingerprint };
}

type Asking = Pick<RouteRequest<Staff, unknown>, "work" | "actor" | "view" | "params">;

async function showMonths({ work, actor, view }: Asking): Promise<Answer> {
  if (!can(actor, "invoice.preview", { organisationId: null })) return refused({ code: "not-allowed" });
  const months = await listMonths(work.tx, monthOfDate(localDateOf(work.now())), 12);
  return page(<MonthsPage view={view} months={months} />);
}

async function showMonth(
  { work, actor, view, params }: Asking,
  shown: { after: OrganisationId | null; refusal: Refusal | null },
): Promise<Answer> {
  if (!can(actor, "invoice.preview", { organisationId: null })) return refused({ code: "not-allowed" });
  const month = monthOfAddress(params);
  if (month === null) return refused({ code: "not-found" });
  const preview = await previewMonth(work, month, shown.after);
  return page(
    <MonthPage view={view} preview={preview} refusal={shown.refusal} />,
    shown.refusal === null ? 200 : statusOf(shown.refusal),
  );
}

function MonthsPage({ view, months }: { view: View; months: readonly MonthStanding[] }): VNode {
  const { language } = view;
  const words = monthMessages(language);
  const thisMonth = monthOfDate(localDateOf(view.now));
  const columns: Column<MonthStanding>[] = [
    { label: words.month, lead: true, cell: (row) => <span class="nowrap">{formatMonth(row.month, language)}</span> },
    {
      label: words.standing,
      selfEvident: true,
      grow: true,
      cell: (row) => <Standing standing={row} isRunning={row.month === thisMonth} language={language} />,
    },
    { label: words.issued, align: "end", cell: (row) => (row.issuedCount === 0 ? "" : row.issuedCount) },
    {
      label: words.issuedTotal,
      align: "end",
      cell: (row) => (row.issuedCount === 0 ? "" : <Money cents={row.issuedCents} />),
    },
  ];
  return (
    <DeskPage view={view} title={words.title}>
      <PageHead
        title={words.title}
        lead={words.lead}
        actions={<LinkButton href={paths.desk.holidays}>{words.daysOff}</LinkButton>}
      />
      <Table
        caption={words.title}
        columns={columns}
        rows={months}
        rowKey={(row) => row.month}
        rowHref={(row) => paths.desk.month(row.month)}
      />
    </DeskPage>
  );
}

function Standing({
  standing,
  isRunning,
  language,
}: {
  standing: MonthStanding;
  isRunning: boolean;
  language: Language;
}): VNode {
  const words = monthMessages(language);
  if (isRunning) return <State tone="active">{words.running}</State>;
  if (standing.openCount > 0) return <State tone="waiting">{words.open(standing.openCount)}</State>;
  return standing.issuedCount > 0 ? <State tone="done">{words.done}</State> : <State>{words.none}</State>;
}
