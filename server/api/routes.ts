import type { Route } from "../http/route.ts";
import type { Services } from "../services.ts";
import { deskApiRoutes } from "./desk-tickets.ts";
import { holidayApiRoutes } from "./holidays.ts";
import { invoiceApiRoutes } from "./invoices.ts";
import { mailApiRoutes } from "./mails.ts";
import { moreWorkApiRoutes } from "./more-work.ts";
import { ticketApiRoutes } from "./tickets.ts";

/** Everything that speaks JSON, for contacts and for staff. */
export function apiRoutes(services: Pick<Services, "systemNow">): readonly Route[] {
  return [
    ...invoiceApiRoutes(),
    ...ticketApiRoutes(),
    ...moreWorkApiRoutes(),
    ...holidayApiRoutes(),
    ...mailApiRoutes(services),
    ...deskApiRoutes(),
  ];
}
