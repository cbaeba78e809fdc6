import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { allRoutes } from "../server/app.ts";
import { splitOwner } from "../server/http/form-owner.ts";
import type { Route } from "../server/http/route.ts";
import { type FullOrganisation, makeFullOrganisation } from "./support/full-organisation.ts";
import { formOwnerOfSession, startTestServer, type TestServer } from "./support/start-test-server.ts";
import { addressOf, fieldsFor, formOf, isApi, nameOf, oddAddressOf } from "./support/sweep.ts";

/** Rules for every form (R43). A failure names the routes that break it. */
describe("every form", () => {
  let server: TestServer;
  let routes: readonly Route[];
  let mine: FullOrganisation;
  let other: FullOrganisation;
  const cookies = { anyone: "", contacts: "", staff: "", administrators: "" };
  beforeAll(async () => {
    server = await startTestServer(inject("ownerUrl"));
    routes = allRoutes(server.services).filter((route) => !isApi(route));
    mine = await makeFullOrganisation(server);
    other = await makeFullOrganisation(server);
    cookies.contacts = await server.cookie(mine.first);
    cookies.anyone = cookies.contacts;
    cookies.staff = await server.cookie(mine.consultant);
    cookies.administrators = await server.cookie(mine.administrator);
  });
  afterAll(async () => server.close());

  const own = (route: Route): string => addressOf(route, mine) ?? oddAddressOf(route, "nothing");
  const post = async (route: Route, fields: Record<string, unknown>): Promise<number> => {
    const answer = await fetch(new URL(own(route), server.url), {
      method: "POST",
      redirect: "manual",
      headers: { cookie: cookies[route.access.name], origin: new URL(server.url).origin },
      body: formOf(fields),
    });
    return answer.status;
  };

  it("that was made for somebody else, or does not say for whom, is not carried out", async () => {
    const wrong: string[] = [];
    for (const route of routes.filter(({ method, access }) => method === "POST" && access.checksOwner !== "nobody")) {
      const { personId, organisationId } = splitOwner(await formOwnerOfSession(server, cookies[route.access.name]));
      const places = route.access.checksOwner === "person" ? [] : [{ madeFor: `${personId}.${other.id}` }];
      const made = [{}, { madeFor: `${mine.second}.${organisationId}` }, ...places];
      for (const said of made) {
        const status = await post(route, { ...said, ...fieldsFor(route) });
        if (status !== 409) wrong.push(`${nameOf(route)} answered ${status} to ${JSON.stringify(said)}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it("of a page says for whom it was made before anything else", async () => {
    const wrong: string[] = [];
    for (const route of routes.filter((one) => one.method === "GET" && addressOf(one, mine) !== null)) {
      const cookie = cookies[route.access.name];
      const answer = await fetch(new URL(own(route), server.url), { headers: { cookie } });
      if (!(answer.headers.get("content-type") ?? "").startsWith("text/html")) continue;
      const first = `<input type="hidden" name="madeFor" value="${await formOwnerOfSession(server, cookie)}"/>`;
      for (const [whole, inside] of (await answer.text()).matchAll(/<form\b[^>]*method="post"[^>]*>(.{0,200})/gs))
        if (inside?.startsWith(first) !== true) wrong.push(`${nameOf(route)} has ${whole.slice(0, 120)}`);
    }
    expect(wrong).toEqual([]);
  });
});
