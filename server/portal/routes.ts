import type { Route } from "../http/route.ts";
import type { Services } from "../services.ts";
import { portalContractRoutes } from "./contract/contract-routes.ts";
import { homeRoute } from "./home/home.tsx";
import { portalInvoiceRoutes } from "./invoices/invoices.tsx";
import { portalPeopleRoutes } from "./people/people.tsx";
import { portalAttachmentRoute } from "./ticket/attachment-route.ts";
import { portalTicketRoutes } from "./ticket/ticket-routes.ts";
import { newTicketRoutes } from "./tickets/new-ticket.tsx";
import { portalTicketsRoute } from "./tickets/tickets.tsx";
import { portalYearRoute } from "./year/year.tsx";

/** The pages of customers. */
export function portalRoutes(services: Services): readonly Route[] {
  return [
    homeRoute(),
    portalTicketsRoute(),
    ...newTicketRoutes(),
    ...portalTicketRoutes(),
    portalAttachmentRoute(services),
    ...portalContractRoutes(),
    ...portalPeopleRoutes(),
    ...portalInvoiceRoutes(services),
    portalYearRoute(),
  ];
}
