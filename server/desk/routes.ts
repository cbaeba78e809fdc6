import type { Route } from "../http/route.ts";
import type { Services } from "../services.ts";
import { addendumRoutes } from "./organisation/addendum-routes.ts";
import { articleMoveRoutes } from "./articles/article-move-routes.ts";
import { articleRoutes } from "./articles/article.tsx";
import { articleListRoutes } from "./articles/articles.tsx";
import { boardRoutes } from "./board/board.tsx";
import { contractRoutes } from "./organisation/contract-routes.ts";
import { holidayRoutes } from "./holidays/holidays.tsx";
import { deskInvoiceRoutes } from "./invoices/invoice.tsx";
import { deskInvoiceListRoutes } from "./invoices/invoices.tsx";
import { deskCreditRoutes } from "./invoices/credit.tsx";
import { deskMonthRoutes } from "./months/months.tsx";
import { deskProposalRoutes } from "./months/proposal.tsx";
import { deskYearRoutes } from "./organisation/year.tsx";
import { mailRoutes } from "./mails/mail-routes.ts";
import { onSiteRoutes } from "./ticket/on-site-routes.ts";
import { organisationPage } from "./organisation/organisation.tsx";
import { newOrganisationRoutes } from "./organisations/new-organisation.tsx";
import { providerRoutes } from "./provider/provider.tsx";
import { organisationListRoutes } from "./organisations/organisations.tsx";
import { priceRoutes } from "./ticket/price-routes.ts";
import { refusedAccessRoutes } from "./refused-accesses/refused-accesses.tsx";
import { staffListRoutes } from "./staff/staff.tsx";
import { staffMemberRoutes } from "./staff/staff-member.tsx";
import { searchRoutes } from "./search/search.tsx";
import { attachmentRoute } from "./ticket/attachment-route.ts";
import { authorisationRoutes } from "./ticket/authorisation-routes.ts";
import { conversationRoutes } from "./ticket/conversation-routes.ts";
import { progressRoutes } from "./ticket/progress-routes.ts";
import { resolveRoute } from "./ticket/resolve-route.ts";
import { ticketPage } from "./ticket/ticket-page.tsx";
import { timeRoutes } from "./ticket/time-routes.ts";
import { turnRoutes } from "./ticket/turn-routes.ts";
import { termsRoute } from "./terms/terms-page.tsx";
import { archiveRoutes } from "./organisation/archive-routes.ts";
import { editOrganisationRoutes } from "./organisation/edit-organisation.tsx";
import { peopleRoutes } from "./organisation/people.tsx";
import { newTermsRoutes } from "./terms/new-terms.tsx";
import { termsYearsRoute } from "./terms/terms-years.tsx";
import { vatRoute } from "./organisation/vat-routes.ts";
import { withTimer } from "./with-timer.tsx";

/** Every page of the desk. */
export function deskRoutes(services: Services): readonly Route[] {
  return [
    ...boardRoutes(services),
    ...searchRoutes(),
    ticketPage.route,
    attachmentRoute(services),
    ...progressRoutes(),
    ...conversationRoutes(),
    ...authorisationRoutes(),
    resolveRoute(),
    ...timeRoutes(),
    ...onSiteRoutes(),
    ...priceRoutes(),
    ...turnRoutes(),
    ...articleListRoutes(),
    ...articleRoutes(),
    ...articleMoveRoutes(),
    ...organisationListRoutes(),
    ...newOrganisationRoutes(),
    organisationPage.route,
    termsYearsRoute(),
    ...newTermsRoutes(),
    termsRoute(),
    ...contractRoutes(),
    ...addendumRoutes(),
    vatRoute(),
    ...peopleRoutes(),
    ...editOrganisationRoutes(),
    ...archiveRoutes(),
    ...refusedAccessRoutes(),
    ...holidayRoutes(),
    ...providerRoutes(),
    ...staffListRoutes(services),
    ...staffMemberRoutes(services),
    ...deskInvoiceRoutes(services),
    ...deskInvoiceListRoutes(),
    ...deskCreditRoutes(),
    ...deskMonthRoutes(services),
    ...deskProposalRoutes(),
    ...deskYearRoutes(),
    ...mailRoutes(services),
  ].map(withTimer);
}
