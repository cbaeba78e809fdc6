import { localDateOf } from "../../../core/calendar/time-zone.ts";
import type { VNode } from "preact";
import { z } from "zod";
import type { Staff } from "../../../core/access/actor.ts";
import type { OrganisationId } from "../../../core/values/ids.ts";
import { monthOfDate } from "../../../core/values/month.ts";
import { accept } from "../../../core/values/result.ts";
import { DeskPage } from "../../faces/desk-page.tsx";
import { paths } from "../../faces/paths.ts";
import { administrators } from "../../http/access.ts";
import { afterwards, page, redirect } from "../../http/answer.ts";
import { nothing } from "../../http/fields.ts";
import { formPage } from "../../http/form-page.ts";
import { idOf, month, noParams } from "../../http/params.ts";
import { typedForm } from "../../http/refused-form.ts";
import { type Route, route, type View } from "../../http/route.ts";
import { issueMonth } from "../../invoices/issue-month.ts";
import { previewMonth } from "../../invoices/preview-month.ts";
import { listMonths, type MonthStanding } from "../../invoices/read-months.ts";
import { findOrganisationName } from "../../organisations/find-organisations.ts";
import type { Services } from "../../services.ts";
import { LinkButton } from "../../ui/button.tsx";
import { formatMonth } from "../../../core/calendar/format-time.ts";
import type { Language } from "../../../core/values/language.ts";
import { Money } from "../../ui/money.tsx";
import { PageHead } from "../../ui/section.tsx";
import { State } from "../../ui/state.tsx";
import { type Column, Table } from "../../ui/table.tsx";
import { MonthPage } from "./month-page.tsx";
import { monthMessages } from "./months.messages.ts";

const previewing = z.strictObject({ after: idOf<OrganisationId>().optional() });
const proposal = z
  .string()
  .regex(/^[0-9a-f-]{36}:[0-9a-f]{64}$/)
  .transform((text) => text.split(":"))
  .pipe(z.tuple([idOf<OrganisationId>(), z.string().regex(/^[0-9a-f]{64}$/)]));
const issuing = z.strictObject({
  confirmed: z.literal("yes", "not-ticked"),
  proposals: z.array(proposal).min(1).max(50),
});
const ofMonth = z.strictObject({ month });

/** Closing a month: the state of months, a month's future invoices, issuing them. */
export function deskMonthRoutes(services: Pick<Services, "databases" | "now">): readonly Route[] {
  return [monthsRoute(), monthPage.route, issueRoute(services)];
}

function monthsRoute(): Route {
  return route({
    method: "GET",
    path: paths.desk.months,
    access: administrators,
    permission: "invoice.preview",
    params: noParams,
    input: nothing,
    handle: async ({ work, view }) => {
      const months = await listMonths(work.tx, monthOfDate(localDateOf(work.now())), 12);
      return page(<MonthsPage view={view} months={months} />);
    },
  });
}

type OfMonth = z.output<typeof ofMonth>;

const monthPage = formPage<Staff, OfMonth, z.output<typeof previewing>, "issue">({
  path: paths.desk.month(":month"),
  access: administrators,
  permission: "invoice.preview",
  params: ofMonth,
  query: previewing,
  address: (params) => paths.desk.month(params.month),
  show: async ({ work, view, params, input: { after = null } }, refused) => {
    const preview = await previewMonth(work, params.month, { after });
    return accept(<MonthPage view={view} preview={preview} form={typedForm("issue", refused, view.language)} />);
  },
});

function issueRoute(services: Pick<Services, "databases" | "now">): Route {
  return route({
    method: "POST",
    path: paths.desk.issueMonth(":month"),
    access: administrators,
    permission: "invoice.issue",
    params: ofMonth,
    input: issuing,
    idempotent: true,
    handle: async ({ work, actor, view, params, input }) => {
      const seen = input.proposals.map(([organisationId, fingerprint]) => ({ organisationId, fingerprint }));
      const names = new Map<string, string>();
      for (const { organisationId } of seen)
        names.set(organisationId, (await findOrganisationName(work.tx, organisationId)) ?? organisationId);
      // Each invoice has a transaction of its own, so this one must not wait for them.
      return afterwards(async () => {
        const issued = await issueMonth(services, actor, { ...params, seen });
        const words = monthMessages(view.language);
        const refusedNames = issued.refused.map(({ organisationId }) => names.get(organisationId)).join(", ");
        const toast = [
          ...(issued.numbers.length > 0 ? [words.issuedToast(issued.numbers.length)] : []),
          ...(refusedNames === "" ? [] : [words.someRefused(refusedNames)]),
        ].join(" ");
        return redirect(paths.desk.month(params.month), { toast });
      });
    },
    showAgain: monthPage.showAgain("issue"),
  });
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
