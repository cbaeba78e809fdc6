import { afterAll, beforeAll, describe, expect, inject, it, vi } from "vitest";
import { query } from "../test/embedded.ts";
import { asSystem, makeOrganisation, makeStaff } from "../test/support/make-organisation.ts";
import { startTestServer, type TestServer } from "../test/support/start-test-server.ts";
import { inviteAdministratorCommand } from "./invite-administrator.ts";

describe("kwartier invite-administrator", () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(inject("ownerUrl"));
    vi.stubEnv("DATABASE_URL", server.ownerUrl);
    vi.stubEnv("PUBLIC_URL", server.url);
  });
  afterAll(async () => {
    vi.unstubAllEnvs();
    await server.close();
  });

  const run = async (...parameters: string[]) => {
    const said: string[] = [];
    const code = await inviteAdministratorCommand(parameters, {
      stdout: (text) => said.push(text),
      stderr: (text) => said.push(text),
    });
    return { code, said: said.join("") };
  };
  const linkIn = (said: string) => /http\S+/.exec(said)?.[0] ?? "no link";
  /** Follows a link as a newcomer would: the page, then its button. Answers where the newcomer ends. */
  const follow = async (link: string) => {
    const shown = await fetch(link);
    const token = new URL(link).searchParams.get("token") ?? "";
    const entered = await fetch(new URL("/sign-in/invitation", server.url), {
      method: "POST",
      redirect: "manual",
      headers: { origin: server.url },
      body: new URLSearchParams({ token }),
    });
    return {
      shown: shown.status,
      entered: entered.status,
      cookie: (entered.headers.get("set-cookie") ?? "").split(";")[0] ?? "",
    };
  };

  it("signs the first administrator in without any mail, once", async () => {
    const { code, said } = await run("Baas@Voorbeeld.example", "Bo", "de", "Baas");
    expect(code).toBe(0);
    const first = await follow(linkIn(said));
    expect(first).toMatchObject({ shown: 200, entered: 303 });
    const board = await fetch(new URL("/desk", server.url), { headers: { cookie: first.cookie } });
    expect(await board.text()).toContain("Bo de Baas");
    expect((await follow(linkIn(said))).entered).not.toBe(303);
  });

  it("makes a new link for the same administrator, after which the old one is dead", async () => {
    const [one, other] = [await run("twee@voorbeeld.example"), await run("twee@voorbeeld.example", "Iemand anders")];
    expect((await follow(linkIn(one.said))).entered).not.toBe(303);
    expect((await follow(linkIn(other.said))).entered).toBe(303);
  });

  it("raises nobody: a consultant and a customer's contact stay what they are", async () => {
    const organisation = await makeOrganisation(server.services);
    await makeStaff(server.services);
    const people = await asSystem(server.services, server.services.now(), async ({ tx }) =>
      tx
        .selectFrom("people")
        .select(["mailAddress", "staffRole"])
        .where("staffRole", "is distinct from", "administrator")
        .execute(),
    );
    expect(organisation.id).not.toBe("");
    for (const { mailAddress, staffRole } of people) {
      const { code, said } = await run(mailAddress);
      expect([code, said.includes("no administrator")]).toEqual([1, true]);
      expect(staffRole).not.toBe("administrator");
    }
    expect(people.length).toBeGreaterThan(1);
  });

  it("brings no suspended administrator back, and says so", async () => {
    await run("weg@voorbeeld.example");
    await query(
      server.ownerUrl,
      "update people set deactivated_at = now() where mail_address = 'weg@voorbeeld.example'",
    );
    const { code, said } = await run("weg@voorbeeld.example");
    expect([code, said.includes("suspended")]).toEqual([1, true]);
  });

  it("says how it is used when the address is missing or none", async () => {
    const [none, wrong] = [await run(), await run("baas")];
    expect([none.code, wrong.code]).toEqual([2, 2]);
    expect((await run("lang@voorbeeld.example", "x".repeat(201))).code).toBe(2);
    expect(none.said).toMatch(/^usage: /);
    expect(wrong.said).toContain("baas is no mail address");
  });
});
