import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from "vitest";
import { query } from "../../test/embedded.ts";
import { makeTicket } from "../../test/support/act.ts";
import { asSystem, makeOrganisation, makeStaff, type TestOrganisation } from "../../test/support/make-organisation.ts";
import { startTestServer, type TestServer } from "../../test/support/start-test-server.ts";
import { openVisitor, type Visitor, waitForMail } from "../../test/support/visitor.ts";
import type { PersonId } from "../../core/values/ids.ts";

let server: TestServer;
let one: TestOrganisation;
let two: TestOrganisation;

beforeAll(async () => {
  server = await startTestServer(inject("ownerUrl"));
  one = await makeOrganisation(server.services, "Bakkerij De Eerste");
  two = await makeOrganisation(server.services, "Buurthuis De Tweede");
  // The first organisation's contact also has a seat at the second.
  await asSystem(server.services, server.services.now(), async ({ tx }) =>
    tx
      .updateTable("seats")
      .set({ personId: one.first })
      .where("organisationId", "=", two.id)
      .where("seatNumber", "=", 2)
      .execute(),
  );
});
afterAll(async () => server.close());

async function visitorOf(person: PersonId): Promise<Visitor> {
  const visitor = openVisitor(server);
  await signIn(visitor, person);
  return visitor;
}

/** As if somebody signed in in the same browser. */
async function signIn(visitor: Visitor, person: PersonId): Promise<void> {
  visitor.cookies.set("kwartier-session", (await server.cookie(person)).replace(/^.*=/, ""));
}

const count = async (table: "tickets" | "attachments" | "ticket_notes" | "kept_forms") =>
  asSystem(server.services, server.services.now(), async ({ tx }) => {
    const { n } = await tx
      .selectFrom(table)
      .select(({ fn }) => fn.countAll<bigint>().as("n"))
      .executeTakeFirstOrThrow();
    return Number(n);
  });

const title = "De kassa print niet";
const description = "Sinds vanochtend, bij elke bon.";
function newTicket(): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries({ title, description, outsideHoursAgreed: "yes" }))
    form.append(name, value);
  form.append("files", new Blob(["regel"]), "kassa logboek.txt");
  return form;
}

const valueOf = (html: string, name: string): string | undefined =>
  new RegExp(`<input[^>]*name="${name}"[^>]*>`).exec(html)?.[0].match(/value="([^"]*)"/)?.[1];

describe("a form of one organisation that is sent after another was chosen", () => {
  let visitor: Visitor;
  let before: readonly [number, number];
  let refused: Response;
  let html: string;
  beforeEach(async () => {
    visitor = await visitorOf(one.first);
    await visitor.get("/choose-organisation");
    await visitor.post("/choose-organisation", { organisationId: one.id });
    await visitor.get("/portal/tickets/new");
    // The other tab. Its page is not the one that is sent.
    const other = openVisitor(server);
    other.cookies.set("kwartier-session", visitor.cookies.get("kwartier-session") ?? "");
    await other.get("/choose-organisation");
    await other.post("/choose-organisation", { organisationId: two.id });
    before = [await count("tickets"), await count("attachments")];
    refused = await visitor.post("/portal/tickets", newTicket());
    html = await refused.text();
  });

  it("does nothing at either, takes no file in, and says for whom it was and is", async () => {
    expect(refused.status).toBe(409);
    expect([await count("tickets"), await count("attachments")]).toEqual(before);
    expect(html).toContain("gemaakt voor Bakkerij De Eerste");
    expect(html).toContain("nu voor Buurthuis De Tweede");
    expect(html).toContain(description);
    expect(html).toContain("kassa logboek.txt");
  });

  it("is where the reader starts, and nothing that happens meanwhile refreshes it away", () => {
    expect(html).toMatch(/<div role="alert" tabindex="-1" data-error-summary/);
  });

  it("goes on for the first with everything that was filled in, and is gone once it was sent", async () => {
    const chosen = await visitor.post("/choose-organisation", {
      organisationId: valueOf(html, "organisationId") ?? "",
      next: valueOf(html, "next") ?? "",
    });
    expect(chosen.headers.get("location")).toBe("/go-on");
    const again = await visitor.get("/go-on");
    const form = await again.text();
    expect(again.status).toBe(200);
    expect(form).toContain("Er is nog niets verstuurd");
    expect(valueOf(form, "title")).toBe(title);
    expect(form).toContain(`${description}</textarea>`);
    expect(form).toMatch(/name="outsideHoursAgreed"[^>]*checked/);
    expect(form).toContain("kassa logboek.txt");
    const sent = await visitor.post("/portal/tickets", newTicket());
    expect(sent.status).toBe(303);
    const { organisationId: where } = await asSystem(server.services, server.services.now(), async ({ tx }) =>
      tx
        .selectFrom("tickets")
        .select("organisationId")
        .where("reference", "=", sent.headers.get("location")?.split("/").at(-1) ?? "")
        .executeTakeFirstOrThrow(),
    );
    expect(where).toBe(one.id);
    expect((await visitor.get("/go-on")).headers.get("location")).toBe("/");
  });

  it("shows what was kept to nobody else, also not in the same browser", async () => {
    await signIn(visitor, one.second);
    const answer = await visitor.get("/go-on");
    const text = await answer.text();
    expect(answer.status).toBe(409);
    expect(text).toContain("when somebody else was signed in");
    expect(text).not.toContain("kassa");
  });
});

describe("a form that is sent when a colleague signed in in the same browser", () => {
  it("is not carried out under the colleague's name, and keeps what was typed", async () => {
    const [sanne, joost] = [await makeStaff(server.services), await makeStaff(server.services)];
    const reference = await makeTicket(server.services, one);
    const visitor = await visitorOf(sanne);
    await visitor.get(`/desk/tickets/${reference}`);
    await signIn(visitor, joost);
    const notes = await count("ticket_notes");
    const refused = await visitor.post(`/desk/tickets/${reference}/note`, { body: "Alleen van Sanne." });
    const html = await refused.text();
    expect(refused.status).toBe(409);
    expect(html).toContain("nu is Sanne Bakker");
    expect(html).toContain("Alleen van Sanne.");
    expect(await count("ticket_notes")).toBe(notes);
    await signIn(visitor, sanne);
    expect(await (await visitor.get("/go-on")).text()).toContain("Alleen van Sanne.</textarea>");
  });
});

describe("a form that is sent when the session has ended", () => {
  const end = async (visitor: Visitor): Promise<void> => {
    visitor.cookies.delete("kwartier-session");
  };

  it("is there as it was filled in once they sign in again, by mail too", async () => {
    const visitor = await visitorOf(two.first);
    await visitor.get("/portal/tickets/new");
    await end(visitor);
    const sentToSignIn = await visitor.post("/portal/tickets", newTicket());
    expect(sentToSignIn.headers.get("location")).toBe(`/sign-in?next=${encodeURIComponent("/go-on")}`);
    expect(await (await visitor.get("/sign-in")).text()).toContain("Wat je invulde is bewaard");
    const [mailAddress] = await asSystem(server.services, server.services.now(), async ({ tx }) =>
      tx.selectFrom("people").select("mailAddress").where("id", "=", two.first).execute(),
    ).then((rows) => rows.map((row) => row.mailAddress));
    await visitor.post("/sign-in", { mailAddress: mailAddress ?? "", next: "/go-on" });
    const mail = await waitForMail(server, mailAddress ?? "");
    const code = /\d{4} ?\d{4}/.exec(mail.text)?.[0] ?? "";
    const entered = await visitor.post("/sign-in/code", { code, next: "/go-on" });
    expect(entered.headers.get("location")).toBe("/go-on");
    const form = await (await visitor.get("/go-on")).text();
    expect(valueOf(form, "title")).toBe(title);
    expect(form).toMatch(/name="outsideHoursAgreed"[^>]*checked/);
    expect(form).toContain("kassa logboek.txt");
  });

  it("is not kept when nothing was filled in, or when it says of nobody that it is theirs", async () => {
    const visitor = await visitorOf(two.first);
    await visitor.get("/portal/tickets/new");
    await end(visitor);
    const kept = await count("kept_forms");
    await visitor.post("/portal/tickets", { title: "", description: "" });
    await visitor.post("/portal/tickets", { madeFor: ".", title });
    await visitor.post("/portal/tickets", { madeFor: "", title });
    expect(await count("kept_forms")).toBe(kept);
  });

  it("is kept where nobody reads it without the browser's key, and for an hour", async () => {
    const visitor = await visitorOf(two.first);
    await visitor.get("/portal/tickets/new");
    await end(visitor);
    await visitor.post("/portal/tickets", newTicket());
    const key = visitor.cookies.get("kwartier-kept") ?? "";
    const row = await asSystem(server.services, server.services.now(), async ({ tx }) =>
      tx
        .selectFrom("kept_forms")
        .selectAll()
        .where("id", "=", key.split(".")[0] ?? "")
        .executeTakeFirstOrThrow(),
    );
    expect(row.sealed.includes("kassa")).toBe(false);
    expect(key).not.toContain("kassa");
    await signIn(visitor, two.first);
    visitor.cookies.set(
      "kwartier-kept",
      key.replace(/(?<=\.)./, (letter) => (letter === "A" ? "B" : "A")),
    );
    expect((await visitor.get("/go-on")).status).toBe(303);
    visitor.cookies.set("kwartier-kept", key);
    expect((await visitor.get("/go-on")).status).toBe(200);
    await query(server.ownerUrl, "update kept_forms set kept_at = kept_at - interval '61 minutes'");
    expect((await visitor.get("/go-on")).status).toBe(303);
  });
});

describe("what anybody may send", () => {
  it("is kept for one network only so often; after that it is shown to be copied", async () => {
    const visitor = await visitorOf(two.first);
    await visitor.get("/portal/tickets/new");
    visitor.cookies.delete("kwartier-session");
    const answers = await Promise.all(
      Array.from({ length: 110 }, async () => visitor.post("/portal/tickets", { title, description })),
    );
    const last = answers.at(-1);
    const full = answers.filter(({ status }) => status === 409);
    expect(last).toBeDefined();
    expect(full.length).toBeGreaterThan(0);
    expect(await full[0]?.text()).toContain(description);
    expect(await count("kept_forms")).toBeLessThan(110);
  });

  it("is not carried out when it does not say for whom it was made", async () => {
    const tickets = await count("tickets");
    const cookie = await server.cookie(two.first);
    const answer = await fetch(new URL("/portal/tickets", server.url), {
      method: "POST",
      redirect: "manual",
      headers: { cookie, origin: new URL(server.url).origin },
      body: new URLSearchParams({ title, description }),
    });
    expect(answer.status).toBe(409);
    expect(await answer.text()).toContain(description);
    expect(await count("tickets")).toBe(tickets);
  });
});
