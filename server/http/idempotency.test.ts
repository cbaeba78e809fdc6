import { randomUUID } from "node:crypto";
import { connect } from "node:net";
import { once } from "node:events";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { z } from "zod";
import { makeOrganisation, type TestOrganisation } from "../../test/support/make-organisation.ts";
import { startTestServer, type TestBrowser, type TestServer } from "../../test/support/start-test-server.ts";
import { query } from "../../test/embedded.ts";
import { seated } from "../../test/support/act.ts";
import type { Contact } from "../../core/access/actor.ts";
import { inTransaction } from "../db/transaction.ts";
import type { Work } from "../events/work.ts";
import { contacts } from "./access.ts";
import { type Answer, json } from "./answer.ts";
import { answerOnce } from "./idempotency.ts";
import { noParams } from "./params.ts";
import { route } from "./route.ts";

describe("a request with a key", () => {
  let server: TestServer;
  let organisation: TestOrganisation;
  let browser: TestBrowser;
  beforeAll(async () => {
    server = await startTestServer(inject("ownerUrl"));
    organisation = await makeOrganisation(server.services);
    browser = await server.browser(organisation.first);
  });
  afterAll(async () => server.close());

  const countOf = async (title: string) =>
    query(server.ownerUrl, `select count(*)::int from tickets where title = '${title}'`);
  const create = async (fields: Record<string, string>) => browser.post("/portal/tickets", fields);

  it("is done once when it comes twenty times at once, and answered alike (R11)", async () => {
    const fields = { title: "Twintig keer", description: "Een keer.", idempotencyKey: randomUUID() };
    const answers = await Promise.all(Array.from({ length: 20 }, async () => create(fields)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303]));
    expect(new Set(answers.map((answer) => answer.headers.get("location"))).size).toBe(1);
    expect(await countOf("Twintig keer")).toEqual([[1]]);
  });

  it("is refused when the key comes back with something else", async () => {
    const idempotencyKey = randomUUID();
    await create({ title: "Eerst", description: "Dit.", idempotencyKey });
    const other = await create({ title: "Daarna", description: "Iets anders.", idempotencyKey });
    expect(other.status).toBe(409);
    expect(await countOf("Daarna")).toEqual([[0]]);
  });

  const sendFile = async (idempotencyKey: string, content: string, fields: Record<string, string> = {}) => {
    const form = new FormData();
    const texts = { title: "Met bestand", description: "Zie bijlage.", idempotencyKey, ...fields };
    for (const [name, value] of Object.entries(texts)) form.append(name, value);
    form.append("files", new File([content], "log.txt"));
    return browser.post("/portal/tickets", form);
  };

  it("is answered alike when its file comes again, and refused when the file holds something else", async () => {
    const key = randomUUID();
    const [first, again] = [await sendFile(key, "een"), await sendFile(key, "een")];
    expect(first.status).toBe(303);
    expect(again.headers.get("location")).toBe(first.headers.get("location"));
    const other = await sendFile(key, "twee", { description: "Wat ik typte." });
    expect(other.status).toBe(409);
    const page = await other.text();
    expect(page).toContain("Dit was al verstuurd, toen met iets anders erin.");
    expect(page).toContain("Wat ik typte.");
    const onlyFile = await sendFile(key, "twee");
    expect(onlyFile.status).toBe(409);
    expect(await countOf("Met bestand")).toEqual([[1]]);
  });

  it("is answered with the same status, headers and bytes", async () => {
    const whole = async (answer: Response) => {
      const {
        "x-request-id": _,
        date: __,
        "content-security-policy": ___,
        ...headers
      } = Object.fromEntries(answer.headers);
      return [answer.status, headers, answer.headers.getSetCookie(), await answer.text()];
    };
    const fields = { title: "Dezelfde bytes", description: "Twee keer.", idempotencyKey: randomUUID() };
    expect(await whole(await create(fields))).toEqual(await whole(await create(fields)));
    const key = { "idempotency-key": randomUUID() };
    const call = async () =>
      browser.sendJson("/api/tickets", { title: "Dezelfde JSON", description: "Twee keer." }, key);
    const [first, again] = [await whole(await call()), await whole(await call())];
    expect(first[0]).toBe(201);
    expect(again).toEqual(first);
    expect(await countOf("Dezelfde JSON")).toEqual([[1]]);
  });

  it("is somebody else's own when somebody else happens to use the key", async () => {
    const idempotencyKey = randomUUID();
    const fields = { title: "Zelfde sleutel", description: "Twee mensen.", idempotencyKey };
    const colleague = await server.browser(organisation.second);
    const answers = [await create(fields), await colleague.post("/portal/tickets", fields)];
    expect(new Set(answers.map((answer) => answer.headers.get("location"))).size).toBe(2);
  });

  it("may be sent again after it was refused: nothing was kept", async () => {
    const idempotencyKey = randomUUID();
    const refused = await create({ title: "", description: "Geen titel.", idempotencyKey });
    expect(refused.status).toBe(422);
    const mended = await create({ title: "Met titel", description: "Geen titel.", idempotencyKey });
    expect(mended.status).toBe(303);
  });

  it.each(["not-a-key", "", "00000000"])(
    "is not taken when the key is %j: it would protect nobody",
    async (idempotencyKey) => {
      expect((await create({ title: "Sleutel", description: "Stuk.", idempotencyKey })).status).toBe(400);
    },
  );

  it("is done once when the connection is cut before the answer and it is sent again", async () => {
    const fields = { title: "Afgekapt", description: "De lijn viel weg.", idempotencyKey: randomUUID() };
    const body = new URLSearchParams(fields).toString();
    const { hostname, port, origin, host } = new URL(server.url);
    const socket = connect({ host: hostname, port: Number(port) });
    await once(socket, "connect");
    const cookie = await server.cookie(organisation.first);
    socket.write(
      `POST /portal/tickets HTTP/1.1\r\nHost: ${host}\r\nOrigin: ${origin}\r\nCookie: ${cookie}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
    );
    socket.end();
    socket.destroy();
    expect((await create(fields)).status).toBe(303);
    expect(await countOf("Afgekapt")).toEqual([[1]]);
  });

  it("is refused when its person used the key for something else, or in another organisation, whose rows are hidden", async () => {
    const { services } = server;
    const other = await makeOrganisation(services);
    const key = randomUUID();
    const done: string[] = [];
    const answer = async (title: string, organisationId = organisation.id) => {
      const actor: Contact = { ...seated(organisation), organisationId };
      const inAnother = async (keep: (work: Work) => Promise<Answer>) =>
        inTransaction(services.databases, actor, async (tx) => keep({ tx, actor, now: services.now, reacts: false }));
      const body = { fields: { title: [title], idempotencyKey: [key] }, json: null, uploads: [] };
      return inAnother(async (work) =>
        answerOnce({ route: creating, headers: {}, params: {}, work, body, inAnother }, async ({ fields }) => {
          done.push(title);
          return json(fields, 201);
        }),
      );
    };
    const first = { kind: "json", status: 201, body: { title: ["Een"] } };
    const sentBefore = { kind: "refused", refusal: { code: "sent-before" } };
    expect([await answer("Een"), await answer("Een"), await answer("Twee")]).toEqual([first, first, sentBefore]);
    expect(done).toEqual(["Een"]);
    expect(await answer("Een", other.id)).toEqual(sentBefore);
  });
});

const creating = route({
  method: "POST",
  path: "/test",
  access: contacts,
  permission: "ticket.create",
  params: noParams,
  input: z.strictObject({ title: z.string() }),
  idempotent: true,
  handle: async () => json({}),
});
