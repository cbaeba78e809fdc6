import type { Route } from "../http/route.ts";
import type { Services } from "../services.ts";
import { addendumRoutes } from "./organisation/addendum-routes.ts";
import { articleMoveRoutes } from "./articles/article-move-routes.ts";
import { articleRoutes } from "./articles/article.tsx";
import { articleListRoutes } from "./articles/articles.tsx";
import { boardRoutes } from "./board/board.tsx";
import { contractRoutes } from "./organisation/contract-routes.ts";
import { holidayRoutes } from "./holidays/holidays.tsx";
import { mailRoutes } from "./mails/mail-routes.tsx";
import { onSiteRoutes } from "./ticket/on-site-routes.ts";
import { organisationRoutes } from "./organisation/organisation.tsx";
import { organisationListRoutes } from "./organisations/organisations.tsx";
import { priceRoutes } from "./ticket/price-routes.ts";
import { refusedAccessRoutes } from "./refused-accesses/refused-accesses.tsx";
import { searchRoutes } from "./search/search.tsx";
import { ticketRoutes } from "./ticket/ticket-routes.tsx";
import { timeRoutes } from "./ticket/time-routes.tsx";
import { turnRoutes } from "./ticket/turn-routes.ts";
import { vatRoutes } from "./organisation/vat-routes.ts";
import { workRoutes } from "./ticket/work-routes.tsx";

/** Every page of the desk that shows the work: the board, tickets, knowledge, customers and days off. */
export function deskRoutes(services: Pick<Services, "files" | "systemNow">): readonly Route[] {
  return [
    ...boardRoutes(services),
    ...searchRoutes(),
    ...ticketRoutes(services),
    ...timeRoutes(),
    ...onSiteRoutes(),
    ...priceRoutes(),
    ...workRoutes(),
    ...turnRoutes(),
    ...articleListRoutes(),
    ...articleRoutes(),
    ...articleMoveRoutes(),
    ...organisationListRoutes(),
    ...organisationRoutes(),
    ...contractRoutes(),
    ...addendumRoutes(),
    ...vatRoutes(),
    ...refusedAccessRoutes(),
    ...holidayRoutes(),
    ...mailRoutes(services),
  ];
}
