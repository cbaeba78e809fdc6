import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { z } from "zod";
import type { Actor, Contact } from "../core/access/actor.ts";
import { namesOfDeeds } from "../core/access/abilities.ts";
import { requireRole } from "../core/access/can.ts";
import { authorisationDeeds } from "../core/authorisations/authorisation-deeds.ts";
import { holidayDeeds } from "../core/calendar/holiday-deeds.ts";
import { addendumDeeds, contractDeeds } from "../core/contracts/contract-deeds.ts";
import { invoiceDeeds, mailingDeeds } from "../core/invoices/invoice-deeds.ts";
import { articleDeeds } from "../core/knowledge/article-deeds.ts";
import { organisationDeeds } from "../core/organisations/organisation-deeds.ts";
import { ticketDeeds } from "../core/tickets/ticket-deeds.ts";
import type { OrganisationId, PersonId } from "../core/values/ids.ts";
import { allRoutes } from "../server/app.ts";
import { administrators, anyone, staff } from "../server/http/access.ts";
import { json } from "../server/http/answer.ts";
import { nothing } from "../server/http/fields.ts";
import { ofTicket } from "../server/http/params.ts";
import { type Route, route } from "../server/http/route.ts";
import { mailDeeds } from "../server/mail/mail-deeds.ts";
import { startTestServer, type TestServer } from "./support/start-test-server.ts";
import { isApi, looseEndsOf, nameOf } from "./support/sweep.ts";

const personId = "01980000-0000-7000-8000-000000000001" as PersonId;
const organisationId = "01980000-0000-7000-8000-000000000002" as OrganisationId;
const contact: Contact = { kind: "contact", personId, organisationId, seat: null, isSignatory: false };
const consultant: Actor = { kind: "consultant", personId };
const administrator: Actor = { kind: "administrator", personId };

/** The people that each access admits. */
const peopleOf: Readonly<Record<Exclude<Route["access"]["name"], "anyone">, readonly Actor[]>> = {
  contacts: [
    { ...contact, seat: 1 },
    { ...contact, isSignatory: true },
  ],
  staff: [consultant, administrator],
  administrators: [administrator],
};

/** Every deed that somebody can be told they may do to a thing. */
const deeds = [
  articleDeeds,
  authorisationDeeds,
  contractDeeds,
  addendumDeeds,
  holidayDeeds,
  invoiceDeeds,
  mailingDeeds,
  mailDeeds,
  organisationDeeds,
  ticketDeeds,
].flatMap((table) => namesOfDeeds<string>(table));

/** The problems of a route's permission (R02). */
function troubleWithPermission({ access, permission }: Route): string[] {
  if (access.name === "anyone") return permission === "public" ? [] : ["asks what nobody is known for yet"];
  if (permission === "public") return ["asks nothing of who is known"];
  const may = (actor: Actor) => requireRole(actor, permission).ok;
  return [
    ...(peopleOf[access.name].some(may) ? [] : [`is for nobody: ${permission}`]),
    ...(access.name === "administrators" && may(consultant) ? [`is for consultants too: ${permission}`] : []),
  ];
}

/** The problems of the schema of a route's address. */
function troubleWithParams({ path, params }: Route): string[] {
  const { properties, additionalProperties } = z.toJSONSchema(params, { io: "input", unrepresentable: "any" });
  const named = [...path.matchAll(/:(\w+)/g)].flatMap(([, name]) => name ?? []).toSorted();
  const known = Object.keys(properties ?? {}).toSorted();
  return [
    ...(additionalProperties === false ? [] : ["is open"]),
    ...(named.join() === known.join() ? [] : [`names ${named.join()} and knows ${known.join()}`]),
  ];
}

/** The problems of an answer's schema: missing for JSON, or open. */
function troubleWithOutput(one: Route): string[] {
  const { output } = one;
  if (output === null) return isApi(one) ? ["declares no answer"] : [];
  // The handler's output and the sent answer. Money and dates differ between them.
  const schemas = (["input", "output"] as const).map((io) => z.toJSONSchema(output, { io, unrepresentable: "any" }));
  const ends = schemas.flatMap((schema) => looseEndsOf(schema, "output"));
  return [...new Set(ends)].filter((end) => end.endsWith("is open"));
}

/** Rules for every route's declaration. A failure names the routes that break it. */
describe("every route", () => {
  let server: TestServer;
  let routes: readonly Route[];
  beforeAll(async () => {
    server = await startTestServer(inject("ownerUrl"));
    routes = allRoutes(server.services);
  });
  afterAll(async () => server.close());

  const breaking = (troubleWith: (one: Route) => string[]): string[] =>
    routes.flatMap((one) => troubleWith(one).map((trouble) => `${nameOf(one)}: ${trouble}`));

  it("of the API declares its answer, closed throughout", () => {
    expect(breaking(troubleWithOutput)).toEqual([]);
    expect(routes.filter(isApi).length).toBeGreaterThan(0);
  });

  it("has a closed schema of exactly the parts of its address", () => {
    expect(breaking(troubleWithParams)).toEqual([]);
  });

  it("asks for what somebody it is for may do, and an administrator's for what no consultant may", () => {
    expect(breaking(troubleWithPermission)).toEqual([]);
  });

  it("that does a deed asks for that deed, so that each deed is asked for somewhere", () => {
    const asked = new Set<string>(routes.map(({ permission }) => permission));
    expect(deeds.filter((deed) => !asked.has(deed))).toEqual([]);
  });

  it("is told when it breaks one of these rules", () => {
    const fine = {
      method: "GET",
      path: "/api/planted/:reference",
      access: staff,
      permission: "ticket.read",
      params: ofTicket,
      input: nothing,
      output: z.strictObject({}),
      handle: async () => json({}),
    } as const;
    const rules = [troubleWithOutput, troubleWithParams, troubleWithPermission];
    const trouble = (planted: Route) => rules.flatMap((rule) => rule(planted));
    expect(trouble(route(fine))).toEqual([]);
    for (const wrong of [
      { output: undefined },
      { output: z.strictObject({ inner: z.array(z.object({})) }) },
      { output: z.looseObject({}) },
      { params: nothing },
      { params: ofTicket.extend({ id: z.string() }) },
      { params: z.object({ reference: z.string() }) },
      { permission: "contract.sign" },
      { permission: "public" },
      { access: administrators },
      { access: anyone },
    ] as const)
      expect(trouble(route({ ...fine, ...wrong } as never))).toHaveLength(1);
  });
});
