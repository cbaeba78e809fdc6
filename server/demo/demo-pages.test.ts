import { timeZone } from "../../core/calendar/time-zone.ts";
import { defaultTerms } from "../../core/contracts/terms.ts";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { makeOrganisation } from "../../test/support/make-organisation.ts";
import { startSecondServer, startTestServer, type TestServer } from "../../test/support/start-test-server.ts";
import { openVisitor, waitForMail } from "../../test/support/visitor.ts";
import { demoRoutes } from "./demo-routes.tsx";
import { momentOf } from "./next-moment.ts";

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer(inject("ownerUrl"));
});
afterAll(async () => server.close());

describe("the demo's mail", () => {
  it("is listed, and shown as text with links to our own pages only", async () => {
    await makeOrganisation(server.services);
    const visitor = openVisitor(server);
    expect(await (await visitor.get("/demo/mail")).text()).toContain("Nog geen mail");
    await server.services.mailer.send({
      to: { address: "anna@customer.example" },
      language: "nl",
      subject: "<b>Onderwerp</b>",
      paragraphs: ["Zie https://evil.example/x <script>alert(1)</script>"],
      link: { label: "Kijk", path: "/portal" },
      messageId: "<one@desk.example>",
    });
    const mail = await waitForMail(server, "anna@customer.example");
    expect(await (await visitor.get("/demo/mail")).text()).toContain("&lt;b>Onderwerp");
    const html = await (await visitor.get(`/demo/mail/${mail.id}`)).text();
    expect(html).toContain('href="/portal"');
    expect(html).not.toContain('href="https://evil.example');
    expect(html).not.toContain("<script>alert");
  });

  it("makes no link of an address that only looks like ours", async () => {
    const visitor = openVisitor(server);
    const { origin, host } = new URL(server.url);
    const filler = "a".repeat(origin.length - "http://".length);
    await server.services.mailer.send({
      to: { address: "bram@customer.example" },
      language: "nl",
      subject: "Onderwerp",
      paragraphs: [
        `${origin}//evil.example/one`,
        `${origin}/.//evil.example/two`,
        `http://${filler}javascript:alert(1);'@${host}/three`,
        `http://evil.example@${host}/four`,
      ],
      messageId: "<two@desk.example>",
    });
    const mail = await waitForMail(server, "bram@customer.example");
    const html = await (await visitor.get(`/demo/mail/${mail.id}`)).text();
    expect(html.replaceAll("<wbr>", "")).toContain("evil.example/one");
    expect(html).not.toMatch(/class="link"/);
    expect(html).not.toContain('href="javascript:');
  });

  it("is not found by a made-up id", async () => {
    expect((await openVisitor(server).get("/demo/mail/../../etc/passwd")).status).toBe(404);
    expect((await openVisitor(server).get(`/demo/mail/${"0".repeat(32)}`)).status).toBe(404);
  });
});

describe("the demo's clock", () => {
  it("moves forward for everybody, and says what time it is", async () => {
    const visitor = openVisitor(server);
    const before = server.services.now();
    const answer = await visitor.post("/demo/clock", { to: "month" });
    expect(answer.headers.get("location")).toBe("/demo/clock");
    const now = server.services.now().toZonedDateTimeISO(timeZone);
    expect(now.day).toBe(1);
    expect(now.hour).toBe(9);
    expect(Temporal.Instant.compare(server.services.now(), before)).toBe(1);
    expect(await (await visitor.get("/demo/clock")).text()).toContain("Het is nu 1 ");
  });

  it("moves in every process, also in one that lost the database for a while", async () => {
    const second = await startSecondServer(server);
    const apart = () => Math.abs(second.services.now().since(server.services.now()).total("seconds"));
    expect(apart()).toBeLessThan(60);
    await openVisitor(server).post("/demo/clock", { to: "month" });
    await expect.poll(apart, { timeout: 15_000 }).toBeLessThan(60);
    const cut = sql`select pg_terminate_backend(pid) from pg_stat_activity
      where application_name = 'kwartier clock' and datname = current_database()`;
    await cut.execute(server.services.databases.desk);
    await server.services.demo?.moveClock(second.services.now().add({ hours: 24 }));
    await expect.poll(apart, { timeout: 15_000 }).toBeLessThan(60);
    await second.stop();
  });

  it("never moves back, and keeps what was typed", async () => {
    const answer = await openVisitor(server).post("/demo/clock", { to: "chosen", date: "2020-02-29", time: "09:00" });
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(html).toContain("De klok gaat alleen vooruit");
    expect(html).toContain("2020-02-29");
  });

  it("asks back for a local time that does not exist", async () => {
    const year = server.services.now().toZonedDateTimeISO(timeZone).year + 1;
    const spring = Array.from({ length: 7 }, (_, index) =>
      Temporal.PlainDate.from({ year, month: 3, day: 31 - index }),
    ).find((day) => day.dayOfWeek === 7);
    const answer = await openVisitor(server).post("/demo/clock", { to: "chosen", date: String(spring), time: "02:30" });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain("bestaat niet");
  });

  it("finds the next office hour over a weekend", () => {
    const friday = Temporal.ZonedDateTime.from(`2026-11-20T17:20[${timeZone}]`).toInstant();
    const rules = {
      terms: defaultTerms(2026),
      extraHolidays: [],
    } as never;
    const moment = momentOf({ to: "hour" }, friday, rules);
    expect(moment.ok && moment.value.toZonedDateTimeISO(timeZone).toPlainDateTime().toString()).toBe(
      "2026-11-23T09:00:00",
    );
  });
});

describe("elsewhere than on a demo", () => {
  it("these pages are unknown", async () => {
    for (const route of demoRoutes({ ...server.services, demo: null })) {
      const input = route.path.endsWith("clock") && route.method === "POST" ? { to: "month" } : {};
      const answer = await route.handle({ input, params: { id: "x" } } as never);
      expect(answer).toEqual({ kind: "refused", refusal: { code: "not-found" } });
    }
  });
});
