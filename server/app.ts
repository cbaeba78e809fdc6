import type { HttpBindings } from "@hono/node-server";
import { Hono } from "hono";
import { mountRoutes } from "./http/mount.ts";
import { ownOrigins } from "./http/origin.ts";
import type { Route } from "./http/route.ts";
import type { Services } from "./services.ts";
import { identify } from "./sign-in/sessions.ts";
import { takeUpload } from "./tickets/take-upload.ts";
import { homeRoutes } from "./portal/home.tsx";
import { portalAttachmentRoutes } from "./tickets/portal-attachment.ts";
import { newTicketRoutes } from "./tickets/portal-new-ticket.tsx";
import { portalTicketsRoutes } from "./tickets/portal-tickets.tsx";

/** Every route group of the product, once. */
export function allRoutes(services: Services): readonly Route[] {
  return [
    ...homeRoutes(),
    ...portalTicketsRoutes(),
    ...newTicketRoutes(),
    ...portalAttachmentRoutes(services),
  ];
}

/** The server as one function from request to response. */
export function createApp(services: Services): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>();
  const url = new URL(services.publicUrl);
  mountRoutes(app, allRoutes(services), {
    databases: services.databases,
    identify: async (token) => identify(services.databases, token, services.systemNow()),
    takeUpload: takeUpload(services),
    now: services.now,
    assets: services.assets,
    log: services.log,
    origins: ownOrigins(services.publicUrl),
    secure: url.protocol === "https:",
    isDemo: services.demo !== null,
  });
  return app;
}
