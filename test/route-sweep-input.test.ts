import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { z } from "zod";
import type { Route } from "../server/http/route.ts";
import { openSweep, type Sweep } from "./support/open-sweep.ts";
import { startTestServer, type TestServer } from "./support/start-test-server.ts";
import { textFieldsOf, troubleWithText } from "./support/text-fields.ts";
import { optionalFieldsOf, inputOf, isApi, looseEndsOf, nameOf, unless } from "./support/sweep.ts";

/** Rules for the input of every route (R08, R09, R23, R39). A failure names the routes that break it. */
describe("every route", () => {
  let server: TestServer;
  let sweep: Sweep;
  beforeAll(async () => {
    server = await startTestServer(inject("ownerUrl"));
    sweep = await openSweep(server);
  });
  afterAll(async () => server.close());

  const isPage = (route: Route): boolean => route.method === "GET" && !isApi(route);
  const refuses = (statuses: readonly number[], fields: string) => async (route: Route) =>
    unless(statuses, await sweep.send(route, { ...sweep.withFields(route, fields), cookie: sweep.rightful(route) }));

  it.each(["surprise", "__proto__", "toString"])("refuses a field it does not know (R09): %s", async (name) => {
    expect(await sweep.breaking((route) => !isPage(route), refuses([400, 422], `${name}=x`))).toEqual([]);
  });

  it("refuses a field that is given twice", async () => {
    const wrong = await sweep.breaking(
      (route) => !isPage(route) && !(isApi(route) && route.method === "POST"),
      refuses([400], "surprise=x&surprise=y"),
    );
    expect(wrong).toEqual([]);
  });

  it("refuses text that cannot be stored (R08)", async () => {
    const wrong = await sweep.breaking(
      (route) => !isPage(route),
      async (route) => {
        const answer = await refuses([400], "surprise=a%00b")(route);
        if (answer !== null || !isApi(route) || route.method === "GET") return answer;
        const [path, cookie] = [sweep.own(route), sweep.rightful(route)];
        return unless([400], await sweep.send(route, { path, cookie, body: String.raw`{"surprise":"\ud800"}` }));
      },
    );
    expect(wrong).toEqual([]);
  });

  it("refuses text that is not in UTF-8", async () => {
    const wrong = await sweep.breaking(
      (route) => !isPage(route),
      async (route) => {
        const [path, cookie] = [sweep.own(route), sweep.rightful(route)];
        if (route.method === "GET") return unless([400], await sweep.send(route, { path: `${path}?a=%ff`, cookie }));
        const type = isApi(route) ? "application/json" : "application/x-www-form-urlencoded";
        const headers = { "content-type": `${type}; charset=windows-1252` };
        const answer = unless([415], await sweep.send(route, { path, cookie, headers, body: "{}" }));
        if (answer !== null || isApi(route)) return answer;
        const body = "surprise=%ff";
        return unless([400], await sweep.send(route, { path, cookie, headers: { "content-type": type }, body }));
      },
    );
    expect(wrong).toEqual([]);
  });

  it("takes no fields behind the address of what changes something, and no field of JSON twice", async () => {
    const wrong = await sweep.breaking(
      (route) => route.method === "POST",
      async (route) => {
        const [path, cookie] = [sweep.own(route), sweep.rightful(route)];
        const answer = unless([400], await sweep.send(route, { path: `${path}?surprise=x`, cookie }));
        if (answer !== null || !isApi(route)) return answer;
        return unless([400], await sweep.send(route, { path, cookie, body: '{"a":[{"b":1,"b":1}]}' }));
      },
    );
    expect(wrong).toEqual([]);
  });

  /** Whether a page answers an address with an addition as it does without. */
  const opensWith = (added: (route: Route) => string) => async (route: Route) => {
    const [path, cookie] = [sweep.own(route), sweep.rightful(route)];
    const plain = await sweep.send(route, { path, cookie });
    return unless([plain.status], await sweep.send(route, { path: `${path}?${added(route)}`, cookie }));
  };

  it.each([
    ["what mail and other sites add", "utm_source=mail&utm_medium=email&fbclid=IwAR0&gclid=x"],
    ["a name of every object", "__proto__=x&toString=y"],
    ["a field twice", "surprise=x&surprise=y"],
    ["text that cannot be stored", "surprise=a%00b&%00=x"],
    ["text that is no UTF-8", "surprise=%ff&%ed%a0%80=x"],
    ["an address that was cut off", "surprise=%e2%82&a=%"],
  ])("is a page that opens with %s behind its address", async (_, added) => {
    expect(
      await sweep.breaking(
        isPage,
        opensWith(() => added),
      ),
    ).toEqual([]);
  });

  it("is a page that opens with a slash behind its path and its reference in small letters, by its own address", async () => {
    const wrong = await sweep.breaking(isPage, async (route) => {
      const [own, cookie] = [sweep.own(route), sweep.rightful(route)];
      for (const path of new Set([`${own}/`, `${own}///`, own.replace(/K\d\d-/, (start) => start.toLowerCase())])) {
        if (path === own || own === "/") continue;
        const answer = await sweep.send(route, { path: `${path}?utm_source=mail`, cookie });
        if (answer.status !== 303 || answer.headers.get("location") !== `${own}?utm_source=mail`)
          return `${path}: ${answer.status} ${answer.headers.get("location")}`;
      }
      return null;
    });
    expect(wrong).toEqual([]);
  });

  it("stays closed in the API and for what changes something, with a slash or small letters", async () => {
    const wrong = await sweep.breaking(
      (route) => !isPage(route),
      async (route) => {
        const [path, cookie] = [sweep.own(route), sweep.rightful(route)];
        const answer = await sweep.send(route, { path: `${path}/`, cookie });
        return unless(isApi(route) ? [404] : [404, 405], answer);
      },
    );
    expect(wrong).toEqual([]);
    const read = sweep.routes.find((route) => route.method === "GET" && route.path === "/api/tickets/:reference");
    if (read === undefined) throw new Error("no such route");
    const path = sweep.own(read).toLowerCase();
    expect((await sweep.send(read, { path, cookie: sweep.rightful(read) })).status).toBe(404);
  });

  it.each(["\u2603", "-1", "x".repeat(300), "", "00000000-0000-0000-0000-000000000000"])(
    "is a page that opens with its default for a value it cannot use, such as %j",
    async (value) => {
      const added = (route: Route) =>
        new URLSearchParams(optionalFieldsOf(route).map((name) => [name, value])).toString();
      expect(
        await sweep.breaking((route) => isPage(route) && optionalFieldsOf(route).length > 0, opensWith(added)),
      ).toEqual([]);
    },
  );

  it("reads JSON in the API and forms in pages, and neither in the other's place", async () => {
    const wrong = await sweep.breaking(
      (route) => route.method === "POST",
      async (route) => {
        const other = isApi(route) ? "application/x-www-form-urlencoded" : "application/json";
        for (const type of [other, "text/plain", "multipart/mixed; boundary=x"]) {
          const answer = unless(
            [415],
            await sweep.send(route, {
              path: sweep.own(route),
              cookie: sweep.rightful(route),
              headers: { "content-type": type },
              body: "{}",
            }),
          );
          if (answer !== null) return `${answer} for ${type}`;
        }
        return unless(
          [415],
          await sweep.send(route, {
            path: sweep.own(route),
            cookie: sweep.rightful(route),
            headers: { "content-encoding": "gzip" },
            body: "{}",
          }),
        );
      },
    );
    expect(wrong).toEqual([]);
  });

  it("has a schema that is closed and bounded throughout (R09)", () => {
    const loose = sweep.routes.flatMap((route) => looseEndsOf(inputOf(route)).map((end) => `${nameOf(route)}: ${end}`));
    expect(loose).toEqual([]);
  });

  it("takes no text that nobody can see, and none that turns what follows it", () => {
    const trouble = (route: Route) => textFieldsOf(route.input).flatMap(troubleWithText);
    const wrong = sweep.routes.flatMap((route) => trouble(route).map((what) => `${nameOf(route)}: ${what}`));
    expect(wrong).toEqual([]);
    expect(sweep.routes.flatMap((route) => textFieldsOf(route.input)).length).toBeGreaterThan(100);
    const planted = textFieldsOf(z.strictObject({ list: z.array(z.string().trim().min(1).optional()) }));
    expect(planted.flatMap(troubleWithText)).toHaveLength(2);
  });

  it("was swept", () => {
    expect(sweep.routes.length).toBeGreaterThan(0);
    expect([...sweep.swept].toSorted()).toEqual([...new Set(sweep.routes.map(nameOf))].toSorted());
  });
});
