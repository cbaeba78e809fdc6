import type { Route } from "../http/route.ts";
import type { Services } from "../services.ts";
import { addendumRoutes } from "./addendum-routes.ts";
import { deskApiRoutes } from "./api.ts";
import { articleMoveRoutes } from "./article-move-routes.ts";
import { articleRoutes } from "./article.tsx";
import { articleListRoutes } from "./articles.tsx";
import { boardRoutes } from "./board.tsx";
import { contractRoutes } from "./contract-routes.ts";
import { holidayApiRoutes } from "./holidays-api.ts";
import { holidayRoutes } from "./holidays.tsx";
import { mailApiRoutes } from "./mail-api.ts";
import { mailRoutes } from "./mail-routes.tsx";
import { moreWorkApiRoutes } from "./more-work-api.ts";
import { onSiteRoutes } from "./on-site-routes.ts";
import { organisationRoutes } from "./organisation.tsx";
import { organisationListRoutes } from "./organisations.tsx";
import { priceRoutes } from "./price-routes.ts";
import { refusedAccessRoutes } from "./refused-accesses.tsx";
import { searchRoutes } from "./search.tsx";
import { ticketRoutes } from "./ticket-routes.tsx";
import { timeRoutes } from "./time-routes.tsx";
import { turnRoutes } from "./turn-routes.ts";
import { vatRoutes } from "./vat-routes.ts";
import { workRoutes } from "./work-routes.tsx";

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
    ...moreWorkApiRoutes(),
    ...vatRoutes(),
    ...refusedAccessRoutes(),
    ...holidayRoutes(),
    ...holidayApiRoutes(),
    ...mailRoutes(services),
    ...mailApiRoutes(services),
    ...deskApiRoutes(),
  ];
}
