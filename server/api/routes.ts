import type { Route } from "../http/route.ts";
import type { Services } from "../services.ts";
import { authorisationApiRoutes } from "./authorisations.ts";
import { creditApiRoute } from "./credits.ts";
import { deskApiRoutes } from "./desk-tickets.ts";
import { holidayApiRoutes } from "./holidays.ts";
import { invoiceApiRoutes } from "./invoices.ts";
import { mailApiRoutes } from "./mails.ts";
import { organisationApiRoutes } from "./organisations.ts";
import { chargeApiRoutes } from "./charges.ts";
import { refusedAccessApiRoutes } from "./refused-accesses.ts";
import { staffApiRoutes } from "./staff.ts";
import { ticketApiRoutes } from "./tickets.ts";
import { timeApiRoutes } from "./time.ts";

/** All JSON routes, for contacts and for staff. */
export function apiRoutes(services: Pick<Services, "systemNow">): readonly Route[] {
  return [
    ...invoiceApiRoutes(),
    ...ticketApiRoutes(),
    ...timeApiRoutes(),
    ...authorisationApiRoutes(),
    ...chargeApiRoutes(),
    ...holidayApiRoutes(),
    ...mailApiRoutes(services),
    ...organisationApiRoutes(),
    ...refusedAccessApiRoutes(),
    ...staffApiRoutes(services),
    ...deskApiRoutes(),
    creditApiRoute(),
  ];
}
