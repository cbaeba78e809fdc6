import { join } from "node:path";
import type { HttpBindings } from "@hono/node-server";
import { Hono } from "hono";
import { demoRoutes } from "./demo/demo-routes.tsx";
import { personas } from "./demo/personas.ts";
import { deskRoutes } from "./desk/routes.ts";
import { mountLive } from "./http/live-route.ts";
import { compressAnswers } from "./http/compress.ts";
import { inTransaction } from "./db/transaction.ts";
import { foreignHostNote } from "./http/foreign-host.ts";
import { mountHealth } from "./http/health.ts";
import { mountRoutes } from "./http/mount.ts";
import { ownOrigins } from "./http/origin.ts";
import { plainResponse } from "./http/plain-answer.ts";
import type { Route } from "./http/route.ts";
import { serveFiles } from "./http/serve-files.ts";
import { packageRoot } from "./root.ts";
import type { Services } from "./services.ts";
import { neighbourhoodOf, networkOf } from "./sign-in/network.ts";
import { findMemberships } from "./people/read-people.ts";
import { setLanguage } from "./people/set-language.ts";
import { accountRoutes } from "./sign-in/account-routes.tsx";
import { codeRoutes } from "./sign-in/code-routes.tsx";
import { invitationRoutes } from "./sign-in/invitation-routes.tsx";
import { sessionRoutes } from "./sign-in/session-routes.tsx";
import { identify, identifyAll } from "./sign-in/sessions.ts";
import { signInRoutes } from "./sign-in/sign-in-routes.tsx";
import { takeUpload } from "./tickets/take-upload.ts";
import { portalRoutes } from "./portal/routes.ts";
import { apiRoutes } from "./api/routes.ts";

/** All routes of the product. */
export function allRoutes(services: Services): readonly Route[] {
  return [
    ...signInRoutes(services, personas),
    ...codeRoutes(services),
    ...invitationRoutes(services),
    ...sessionRoutes(services),
    ...accountRoutes(),
    ...demoRoutes(services),
    ...portalRoutes(services),
    ...deskRoutes(services),
    ...apiRoutes(services),
  ];
}

/** The server as one function from request to response. */
export function createApp(services: Services): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>();
  const url = new URL(services.publicUrl);
  const secure = url.protocol === "https:";
  const origins = ownOrigins(services.publicUrl);
  app.onError((error) => {
    services.log.error({ error }, "request failed outside of a route");
    return plainResponse(500, { secure });
  });
  compressAnswers(app);
  mountHealth(app, { health: services.health, secure });
  mountLive(app, {
    live: services.live,
    identifyAll: async (tokens) => identifyAll(services.databases, tokens, services.systemNow()),
    now: services.systemNow,
    origins,
    secure,
  });
  serveFiles(app, { folder: join(packageRoot, "dist", "client", "assets"), icon: services.assets.icon, secure });
  mountRoutes(app, allRoutes(services), {
    databases: services.databases,
    identify: async (token) => identify(services.databases, token, services.systemNow()),
    takeUpload: takeUpload(services),
    placesOf: async (person) =>
      inTransaction(services.databases, { kind: "system" }, async (tx) => findMemberships(tx, person)),
    saveLanguage: async (person, language) =>
      inTransaction(services.databases, { kind: "system" }, async (tx) => setLanguage(tx, person, language)),
    now: services.now,
    systemNow: services.systemNow,
    assets: services.assets,
    addressOf: services.addressOf,
    networkOf,
    neighbourhoodOf,
    refusedAccesses: services.refusedAccesses,
    log: services.log,
    noteFailure: services.health.note,
    noteForeignHost: foreignHostNote(services.log, origins),
    origins,
    secure,
    isDemo: services.demo !== null,
  });
  return app;
}
