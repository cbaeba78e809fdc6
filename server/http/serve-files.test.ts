import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { HttpBindings } from "@hono/node-server";
import { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { securityHeaders } from "./headers.ts";
import { serveFiles } from "./serve-files.ts";

const folder = mkdtempSync(join(tmpdir(), "kwartier-assets-"));
const app = new Hono<{ Bindings: HttpBindings }>();
const style = ".r{stroke:#17595f}";

beforeAll(() => {
  writeFileSync(join(folder, "main-1.js"), "1");
  writeFileSync(join(folder, "mark-1.svg"), `<svg><style>${style}</style></svg>`);
  serveFiles(app, { folder, icon: "/assets/mark-1.svg", secure: true });
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("a built file", () => {
  it.each(["/assets/main-1.js", "/assets/mark-1.svg", "/favicon.ico", "/mark.svg"])(
    "has every header of ours, and allows no inline code: %s",
    async (path) => {
      const { status, headers } = await app.request(path);
      expect(status).toBe(200);
      const { "Content-Security-Policy": policy, ...others } = securityHeaders(null, { secure: true });
      for (const [name, value] of Object.entries(others)) expect(headers.get(name), name).toBe(value);
      expect(headers.get("content-security-policy")?.split(" '")[0]).toBe(policy?.split(" '")[0]);
      expect(headers.get("content-security-policy")).not.toContain("unsafe");
    },
  );

  it("may style itself by its own style alone when it is a drawing", async () => {
    const hash = createHash("sha256").update(style).digest("base64");
    const policy = (await app.request("/mark.svg")).headers.get("content-security-policy");
    expect(policy).toContain(`style-src 'self' 'sha256-${hash}'`);
  });

  it("is left to whoever comes next when it was not built", async () => {
    expect((await app.request("/assets/other.js")).status).toBe(404);
  });
});
