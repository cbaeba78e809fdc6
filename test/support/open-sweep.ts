import { allRoutes } from "../../server/app.ts";
import type { Route } from "../../server/http/route.ts";
import { type FullOrganisation, makeFullOrganisation } from "./full-organisation.ts";
import { withOwnerFirst, formOwnerOfSession, type TestServer } from "./start-test-server.ts";
import { addressOf, isApi, isStream, jsonOf, nameOf, oddAddressOf, type Sent, troubleWith } from "./sweep.ts";

const roles = ["contact", "stranger", "consultant", "administrator"] as const;

/** Every route of a server, the things of two organisations for their addresses, and people to ask with. */
export interface Sweep {
  readonly routes: readonly Route[];
  readonly mine: FullOrganisation;
  readonly cookies: Readonly<Record<(typeof roles)[number], string>>;
  /** The names of the routes asked so far. */
  readonly swept: ReadonlySet<string>;
  /** Sends one request and notes a forbidden answer: a failure, a missing header, or inside information. */
  send(route: Route, sent: Sent): Promise<Response>;
  /** The cookie of a person in a route's audience. */
  rightful(route: Route): string | undefined;
  /** The address of a route for things of the first organisation. */
  own(route: Route): string;
  /** A request with fields, in the form of the route's kind. */
  withFields(route: Route, fields: string): Sent;
  /** Runs a rule on the routes it is about, and answers those that break it. */
  breaking(about: (route: Route) => boolean, rule: (route: Route) => Promise<string | null>): Promise<string[]>;
}

export async function openSweep(server: TestServer): Promise<Sweep> {
  const routes = allRoutes(server.services);
  const mine = await makeFullOrganisation(server);
  const other = await makeFullOrganisation(server);
  const cookies = {
    contact: await server.cookie(mine.first),
    stranger: await server.cookie(other.first),
    consultant: await server.cookie(mine.consultant),
    administrator: await server.cookie(mine.administrator),
  };
  const swept = new Set<string>();
  const owners = new Map<string | undefined, string>();
  const problems: string[] = [];
  const send: Sweep["send"] = async (route, { path, cookie, headers = {}, body }) => {
    swept.add(nameOf(route));
    const isPost = route.method === "POST";
    const type = isPost && isApi(route) ? { "content-type": "application/json" } : {};
    const origin = isPost ? { origin: new URL(server.url).origin } : {};
    const init = {
      method: route.method,
      redirect: "manual",
      signal: AbortSignal.timeout(10_000),
      headers: { ...type, ...origin, ...(cookie === undefined ? {} : { cookie }), ...headers },
    } as const;
    const sent = body ?? (isApi(route) ? "{}" : new URLSearchParams());
    if (!owners.has(cookie)) owners.set(cookie, await formOwnerOfSession(server, cookie));
    const made = sent instanceof URLSearchParams ? withOwnerFirst(sent, owners.get(cookie) ?? ".") : sent;
    const answer = await fetch(new URL(path, server.url), { ...init, ...(isPost ? { body: made } : {}) });
    const text = isStream(answer) ? "" : await answer.clone().text();
    if (isStream(answer)) await answer.body?.cancel();
    problems.push(...troubleWith(answer, text).map((trouble) => `${nameOf(route)} at ${path}: ${trouble}`));
    return answer;
  };
  const own = (route: Route): string => addressOf(route, mine) ?? oddAddressOf(route, "nothing");
  return {
    routes,
    mine,
    cookies,
    swept,
    send,
    own,
    rightful: ({ access }) =>
      ({
        anyone: undefined,
        contacts: cookies.contact,
        staff: cookies.consultant,
        administrators: cookies.administrator,
      })[access.name],
    withFields: (route, fields) => {
      if (route.method === "GET") return { path: `${own(route)}?${fields}` };
      return { path: own(route), body: isApi(route) ? jsonOf(fields) : new URLSearchParams(fields) };
    },
    breaking: async (about, rule) => {
      problems.splice(0);
      const found: string[] = [];
      for (const route of routes.filter(about)) {
        const wrong = await rule(route);
        if (wrong !== null) found.push(`${nameOf(route)}: ${wrong}`);
      }
      return [...found, ...problems];
    },
  };
}
