import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { startTestServer, type TestServer } from "../../test/support/start-test-server.ts";
import { openVisitor } from "../../test/support/visitor.ts";
import { isLocalPath } from "./local-path.ts";

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer(inject("ownerUrl"));
});
afterAll(async () => server.close());

describe("every kind of answer", () => {
  it.each([
    ["a page", "/sign-in", 200],
    ["a redirect", "/portal", 303],
    ["an unknown page", "/nowhere", 404],
    ["an unknown address of the API", "/api/nowhere", 404],
    ["health", "/healthz", 200],
    ["the event stream, refused", "/events", 401],
    ["an unknown file", "/assets/x", 404],
    ["a file outside of what was built", "/assets/../../package.json", 404],
  ])("has its headers: %s", async (_, path, status) => {
    const answer = await openVisitor(server).get(path);
    expect(answer.status).toBe(status);
    expect(answer.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(answer.headers.get("content-security-policy")).not.toContain("unsafe");
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(answer.headers.get("referrer-policy")).toBe("same-origin");
  });

  it("is JSON in the API and a page elsewhere when it says no", async () => {
    const visitor = openVisitor(server);
    expect((await visitor.get("/api/nowhere")).headers.get("content-type")).toContain("application/problem+json");
    expect((await visitor.get("/nowhere")).headers.get("content-type")).toContain("text/html");
  });

  it("has no body for HEAD", async () => {
    const answer = await fetch(new URL("/sign-in", server.url), { method: "HEAD" });
    expect(answer.status).toBe(200);
    expect(await answer.text()).toBe("");
  });

  it.each(["br", "gzip"])("is compressed with %s where the browser takes it", async (encoding) => {
    const answer = await openVisitor(server).get("/sign-in", { "accept-encoding": encoding });
    expect(answer.headers.get("content-encoding")).toBe(encoding);
    expect(answer.headers.get("vary")).toContain("Accept-Encoding");
    expect(await answer.text()).toContain("</html>");
  });

  it("keeps every cookie it sets, and adds none, when it is compressed", async () => {
    const visitor = openVisitor(server);
    const answer = await visitor.post("/preferences", { theme: "dark", language: "en" });
    expect(answer.headers.getSetCookie()).toHaveLength(2);
    await visitor.post("/sign-out", {});
    const shown = await visitor.get("/sign-in", { "accept-encoding": "br" });
    expect(shown.headers.getSetCookie()).toHaveLength(1);
    expect(await shown.text()).toContain("signed out");
  });

  it("is not given under another host name", async () => {
    const { port } = new URL(server.url);
    const { request } = await import("node:http");
    const status = await new Promise((resolve, reject) => {
      request({ host: "127.0.0.1", port, path: "/sign-in", headers: { host: "evil.example" } }, (answer) =>
        resolve(answer.resume().statusCode),
      )
        .on("error", reject)
        .end();
    });
    expect(status).toBe(421);
  });
});

describe("a path of ours", () => {
  it.each(["/", "/portal", "/portal/tickets?after=a%20b#c", "/desk/search?q=//x"])("is %s", (path) =>
    expect(isLocalPath(path)).toBe(true),
  );
  it.each([
    "",
    "portal",
    "//evil.example",
    "/\\evil.example",
    "/\t/evil.example",
    "/ /x",
    "https://evil.example",
    "data:text/html,x",
    "/a\\b",
    `/${"a".repeat(2001)}`,
    "/portal/€",
    "/.//evil.example",
    "/a/../..//evil.example",
  ])("is not %j", (path) => expect(isLocalPath(path)).toBe(false));
});
