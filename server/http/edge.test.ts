import { connect } from "node:net";
import { createServer } from "node:http";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { getRequestListener } from "@hono/node-server";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { makeOrganisation, type TestOrganisation } from "../../test/support/make-organisation.ts";
import { startTestServer, type TestServer } from "../../test/support/start-test-server.ts";
import { createApp } from "../app.ts";

describe("the edge of the server", () => {
  let server: TestServer;
  let organisation: TestOrganisation;
  beforeAll(async () => {
    server = await startTestServer(inject("ownerUrl"));
    organisation = await makeOrganisation(server.services);
  });
  afterAll(async () => server.close());

  /** The raw answer to raw bytes. */
  const ask = async (port: number, lines: readonly string[], body = ""): Promise<string> => {
    const socket = connect({ host: "127.0.0.1", port });
    socket.on("error", () => undefined);
    await once(socket, "connect");
    socket.write(`${lines.join("\r\n")}\r\nConnection: close\r\n\r\n${body}`);
    return text(socket);
  };
  const port = (): number => Number(new URL(server.url).port);
  const own = (): string => `Host: ${new URL(server.url).host}`;

  it("answers no host but its own, so that no link or redirect follows a foreign one", async () => {
    const foreign = ["evil.example", `evil.example:${port()}`, "", "localhost", `localhost:${port()}.evil.example`];
    for (const host of [...foreign, `${new URL(server.url).host}\r\nHost: evil.example`])
      expect(await ask(port(), ["GET /portal HTTP/1.1", `Host: ${host}`])).toMatch(/^HTTP\/1\.1 4(?:00|21) /);
    expect(await ask(port(), ["GET /portal HTTP/1.1", own(), "X-Forwarded-Host: evil.example"])).toMatch(
      /^HTTP\/1\.1 303 [\s\S]*?\r\nlocation: \/sign-in/i,
    );
  });

  it("gives the headers of a page to HEAD, and nothing else", async () => {
    const cookie = await server.cookie(organisation.first);
    const answer = await fetch(new URL("/portal/tickets/new", server.url), { method: "HEAD", headers: { cookie } });
    expect([answer.status, await answer.text()]).toEqual([200, ""]);
    expect(answer.headers.get("content-security-policy")).toContain("default-src 'none'");
  });

  it("says which methods an address has, and knows no others", async () => {
    const answers = async (method: string, path: string) => {
      const answer = await fetch(new URL(path, server.url), {
        method,
        redirect: "manual",
        headers: { origin: new URL(server.url).origin },
      });
      return [answer.status, answer.headers.get("allow")];
    };
    for (const method of ["PUT", "DELETE", "PATCH", "OPTIONS"])
      expect(await answers(method, "/portal/tickets/new")).toEqual([405, "GET, HEAD"]);
    expect(await answers("POST", "/portal/tickets/new")).toEqual([405, "GET, HEAD"]);
    expect(await answers("PUT", "/portal/tickets")).toEqual([405, "GET, HEAD, POST"]);
    for (const path of ["/portal/nowhere", "/assets/x", "/assets/main-x.js", "/assets/"])
      for (const method of ["GET", "HEAD"]) expect(await answers(method, path), path).toEqual([404, null]);
    expect(await answers("POST", "/assets/x")).toEqual([405, "GET, HEAD"]);
  });

  it("answers an unknown address with a page of ours, in the reader's language, and JSON below the API", async () => {
    const page = await fetch(new URL("/nowhere", server.url), { headers: { "accept-language": "en" } });
    expect(page.status).toBe(404);
    expect(page.headers.get("cache-control")).toBe("no-store");
    expect(await page.text()).toContain("This does not exist");
    const problem = await fetch(new URL("/api/nowhere", server.url));
    expect(problem.headers.get("content-type")).toBe("application/problem+json");
    expect(await problem.json()).toMatchObject({ status: 404, code: "not-found" });
  });

  const form = "application/x-www-form-urlencoded";
  const post = async (path: string, type: string, body: string | Buffer<ArrayBuffer>): Promise<Response> => {
    const cookie = await server.cookie(organisation.first);
    const headers = { cookie, origin: new URL(server.url).origin, "content-type": type };
    return fetch(new URL(path, server.url), { method: "POST", redirect: "manual", headers, body });
  };

  it.each([
    ["bytes that are no UTF-8", form, 400, Buffer.from([0x74, 0x3d, 0xff, 0xfe])],
    ["bytes that are no UTF-8, encoded", form, 400, "title=caf%E9&description=x"],
    ["another charset", `${form}; charset=iso-8859-1`, 415, "title=cafe&description=x"],
    ["a type that is none", "form; charset", 415, "title=cafe&description=x"],
    ["a form without end", form, 413, Buffer.alloc(700 * 1024, "a")],
  ])("refuses %s", async (_, type, status, body) => {
    expect((await post("/portal/tickets", type, body)).status).toBe(status);
  });

  it.each([form, `${form};charset=UTF-8`, `${form}; charset="utf-8"`, form.toUpperCase()])(
    "takes a form in UTF-8, however that is said: %s",
    async (type) => {
      const owner = `${organisation.first}.${organisation.id}`;
      const body = `madeFor=${owner}&title=Caf%C3%A9&description=Over+%F0%9F%98%80`;
      const answer = await post("/portal/tickets", type, body);
      expect(answer.status).toBe(303);
    },
  );

  it.each([
    ["not-json", "$.title is given twice", '{"title":"a","title":"b","description":"x"}'],
    ["not-json", "$.description is given twice", '{"title":"a","description":"x","d\\u0065scription":"y"}'],
    ["not-json", '$ is not JSON: expected "," or "}", found "b" (line 1, column 14)', '{"title":"a" b}'],
    ["not-utf-8", undefined, Buffer.from('{"title":"caf\u00e9"}', "latin1")],
  ])("says what is wrong with a body of the API: %s, %s", async (code, detail, body) => {
    const answer = await post("/api/tickets", "application/json", body);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ code, ...(detail === undefined ? {} : { detail }) });
  });

  it("refuses fields behind the address of what changes something, in pages and in the API", async () => {
    for (const [path, type] of [
      ["/portal/tickets", form],
      ["/api/tickets", "application/json"],
    ] as const) {
      const answer = await post(`${path}?title=x`, type, "{}");
      expect(answer.status).toBe(400);
      expect(await answer.text()).toMatch(/vraagteken/);
    }
  });

  it("refuses a query of the API that is no UTF-8", async () => {
    const headers = { cookie: await server.cookie(organisation.first) };
    const answer = await fetch(new URL("/api/tickets?status=%ff", server.url), { headers });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ code: "not-utf-8" });
  });

  it("binds its cookies to the host over https, and no longer reads plain ones", async () => {
    const publicUrl = "https://desk.example.com";
    const app = createApp({ ...server.services, publicUrl });
    const secure = createServer((request, response) => void getRequestListener(app.fetch)(request, response));
    await new Promise<void>((resolve) => secure.listen(0, "127.0.0.1", resolve));
    const address = secure.address();
    const at = typeof address === "object" && address !== null ? address.port : 0;
    const token = (await server.cookie(organisation.first)).split("=")[1] ?? "";
    const signedIn = await ask(at, [
      "GET /portal/tickets/new HTTP/1.1",
      "Host: desk.example.com",
      `Cookie: __Host-kwartier-session=${token}`,
    ]);
    expect(signedIn).toMatch(/^HTTP\/1\.1 200 /);
    expect(signedIn.toLowerCase()).toContain("strict-transport-security: max-age=31536000");
    expect(
      await ask(at, [
        "GET /portal/tickets/new HTTP/1.1",
        "Host: desk.example.com",
        `Cookie: kwartier-session=${token}`,
      ]),
    ).toMatch(/^HTTP\/1\.1 303 /);
    const body = `madeFor=${organisation.first}.${organisation.id}&title=Veilig&description=Over+https.`;
    const post = [
      "POST /portal/tickets HTTP/1.1",
      "Host: desk.example.com",
      `Cookie: __Host-kwartier-session=${token}`,
      "Content-Type: application/x-www-form-urlencoded",
      `Content-Length: ${body.length}`,
    ];
    expect(await ask(at, [...post, `Origin: ${new URL(server.url).origin}`], body)).toMatch(/^HTTP\/1\.1 403 /);
    const created = await ask(at, [...post, `Origin: ${publicUrl}`], body);
    expect(created).toMatch(/^HTTP\/1\.1 303 /);
    expect(created).toMatch(
      /set-cookie: __Host-kwartier-flash=[^;]+; Path=\/; HttpOnly; SameSite=Lax; Max-Age=30; Secure/i,
    );
    secure.close();
  });
});
