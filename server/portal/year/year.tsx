import { localDateOf } from "../../../core/calendar/time-zone.ts";
import { z } from "zod";
import type { Contact } from "../../../core/access/actor.ts";
import { isRenewalOpen } from "../../../core/contracts/renewal.ts";
import { findTerms } from "../../contracts/read-contracts.ts";
import { atOnce } from "../../db/at-once.ts";
import { paths } from "../../faces/paths.ts";
import { PortalPage } from "../../faces/portal-page.tsx";
import { contacts } from "../../http/access.ts";
import { type Answer, page, refused } from "../../http/answer.ts";
import { nothing } from "../../http/fields.ts";
import { year } from "../../http/params.ts";
import { type Route, route, type RouteRequest } from "../../http/route.ts";
import { PageHead } from "../../ui/section.tsx";
import { evaluateYear } from "../../evaluation/evaluate-year.ts";
import { evaluationMessages } from "../../evaluation/evaluation.messages.ts";
import { YearContent, yearInShort } from "../../evaluation/year-content.tsx";

const ofYear = z.strictObject({ year });

/** The customer's own year, from the day on which the next contract can be signed (K5). */
export function portalYearRoute(): Route {
  return route({
    method: "GET",
    path: paths.portal.year(":year"),
    access: contacts,
    permission: "evaluation.read",
    params: ofYear,
    input: nothing,
    handle: async (request) => showYear(request, request.params.year),
  });
}

async function showYear(
  { work, actor, view }: Pick<RouteRequest<Contact, unknown, unknown>, "work" | "actor" | "view">,
  shown: number,
): Promise<Answer> {
  const { terms, evaluated } = await atOnce({
    terms: findTerms(work.tx, shown),
    evaluated: evaluateYear(work, { organisationId: actor.organisationId, year: shown }),
  });
  if (terms === null || !isRenewalOpen(shown, localDateOf(work.now()), terms)) return refused({ code: "not-found" });
  if (!evaluated.ok) return refused(evaluated.refusal);
  const words = evaluationMessages(view.language);
  return page(
    <PortalPage view={view} title={words.title(shown)}>
      <PageHead
        back={{ href: paths.portal.contract, label: words.contract }}
        title={words.title(shown)}
        kicker={view.identity?.organisationName}
        lead={yearInShort(evaluated.value, view.language)}
      />
      <YearContent evaluation={evaluated.value} view={view} ticketHref={paths.portal.ticket} showsPickup={false} />
    </PortalPage>,
  );
}
