import type { Contact } from "../../../core/access/actor.ts";
import { isRenewalOpen } from "../../../core/contracts/renewal.ts";
import { findTerms, localDateOf } from "../../contracts/contract-on.ts";
import { paths } from "../../faces/paths.ts";
import { PortalPage } from "../../faces/portal-page.tsx";
import { contacts } from "../../http/access.ts";
import { type Answer, page, refused } from "../../http/answer.ts";
import { nothing } from "../../http/fields.ts";
import { type Route, route, type RouteRequest } from "../../http/route.ts";
import { PageHead } from "../../ui/section.tsx";
import { evaluateYear } from "../../evaluation/evaluate-year.ts";
import { evaluationMessages } from "../../evaluation/evaluation.messages.ts";
import { YearContent, yearInShort } from "../../evaluation/year-content.tsx";
import { yearOf } from "../../faces/params.ts";

/** The customer's own year, from the day on which the coming one can be signed for (K5). */
export function portalYearRoutes(): readonly Route[] {
  return [
    route({
      method: "GET",
      path: paths.portal.year(":year"),
      access: contacts,
      input: nothing,
      handle: showYear,
    }),
  ];
}

async function showYear({ work, actor, view, params }: RouteRequest<Contact, unknown>): Promise<Answer> {
  const year = yearOf(params);
  const terms = year === null ? null : await findTerms(work.tx, year);
  if (year === null || terms === null || !isRenewalOpen(year, localDateOf(work.now()), terms))
    return refused({ code: "not-found" });
  const evaluated = await evaluateYear(work, { organisationId: actor.organisationId, year });
  if (!evaluated.ok) return refused(evaluated.refusal);
  const words = evaluationMessages(view.language);
  return page(
    <PortalPage view={view} title={words.title(year)}>
      <PageHead
        back={{ href: paths.portal.contract, label: words.contract }}
        title={words.title(year)}
        kicker={view.identity?.organisationName}
        lead={yearInShort(evaluated.value, view.language)}
      />
      <YearContent evaluation={evaluated.value} view={view} ticketHref={paths.portal.ticket} showsPickup={false} />
    </PortalPage>,
  );
}
