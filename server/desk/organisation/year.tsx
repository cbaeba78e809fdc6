import { localDateOf } from "../../../core/calendar/time-zone.ts";
import type { VNode } from "preact";
import type { z } from "zod";
import type { Staff } from "../../../core/access/actor.ts";
import { evaluateYear } from "../../evaluation/evaluate-year.ts";
import { evaluationMessages } from "../../evaluation/evaluation.messages.ts";
import { YearContent, yearInShort } from "../../evaluation/year-content.tsx";
import { atOnce } from "../../db/at-once.ts";
import { DeskPage } from "../../faces/desk-page.tsx";
import { paths } from "../../faces/paths.ts";
import { staff } from "../../http/access.ts";
import { type Answer, page, refused } from "../../http/answer.ts";
import { nothing } from "../../http/fields.ts";
import { year as yearOfAddress } from "../../http/params.ts";
import { type Route, route, type RouteRequest, type View } from "../../http/route.ts";
import { findOrganisation } from "../../organisations/find-organisations.ts";
import { PageHead } from "../../ui/section.tsx";
import { Tabs } from "../../ui/tabs.tsx";
import { ofOrganisation } from "./organisation.tsx";

const ofYear = ofOrganisation.extend({ year: yearOfAddress });

/** A customer's year for staff, and for administrators its replay under the coming terms (K5). */
export function deskYearRoutes(): readonly Route[] {
  return [
    route({
      method: "GET",
      path: paths.desk.year(":id", ":year"),
      access: staff,
      permission: "evaluation.read",
      params: ofYear,
      input: nothing,
      handle: showYear,
    }),
  ];
}

async function showYear({
  work,
  view,
  params: { id: organisationId, year },
}: RouteRequest<Staff, z.output<typeof ofYear>, unknown>): Promise<Answer> {
  const { organisation, evaluated } = await atOnce({
    organisation: findOrganisation(work.tx, organisationId),
    evaluated: evaluateYear(work, { organisationId, year }),
  });
  if (organisation === undefined) return refused({ code: "not-found" });
  if (!evaluated.ok) return refused(evaluated.refusal);
  const words = evaluationMessages(view.language);
  return page(
    <DeskPage view={view} title={words.title(year)}>
      <PageHead
        back={{ href: paths.desk.organisation(organisationId), label: organisation.name }}
        title={words.title(year)}
        lead={yearInShort(evaluated.value, view.language)}
      />
      <Years organisationId={organisationId} year={year} view={view} />
      <YearContent evaluation={evaluated.value} view={view} ticketHref={paths.desk.ticket} showsPickup />
    </DeskPage>,
  );
}

/** The years around this one, as far as they have begun. */
function Years({ organisationId, year, view }: { organisationId: string; year: number; view: View }): VNode {
  const latest = Math.max(year, localDateOf(view.now).year);
  const years = [year - 1, year, year + 1].filter((each) => each >= 2000 && each <= latest);
  return (
    <Tabs
      label={evaluationMessages(view.language).years}
      tabs={years.map((each) => ({
        href: paths.desk.year(organisationId, each),
        label: String(each),
        current: each === year,
      }))}
    />
  );
}
