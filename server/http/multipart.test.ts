import { readdirSync, readFileSync } from "node:fs";
import { connect, type Socket } from "node:net";
import { once } from "node:events";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { makeOrganisation, type TestOrganisation } from "../../test/support/make-organisation.ts";
import { startTestServer, type TestBrowser, type TestServer } from "../../test/support/start-test-server.ts";
import { query } from "../../test/embedded.ts";
import { packageRoot } from "../root.ts";

const megabyte = 1024 * 1024;

describe("a form with files", () => {
  let server: TestServer;
  let organisation: TestOrganisation;
  let browser: TestBrowser;
  beforeAll(async () => {
    server = await startTestServer(inject("ownerUrl"));
    organisation = await makeOrganisation(server.services);
    browser = await server.browser(organisation.first);
  });
  afterAll(async () => server.close());

  const send = async (files: readonly File[], fields: Record<string, string> = {}): Promise<Response> => {
    const form = new FormData();
    for (const [name, value] of Object.entries({ title: "Met bestand", description: "Zie bijlage.", ...fields }))
      form.append(name, value);
    for (const file of files) form.append("files", file);
    return browser.post("/portal/tickets", form);
  };
  const textFile = (bytes: number, name = "log.txt"): File => new File([Buffer.alloc(bytes, "a")], name);
  /** The bytes on disk, whatever the database says. */
  const stored = (): string[] =>
    readdirSync(join(server.dataDirectory, "files"), { recursive: true, encoding: "utf8" }).filter((name) =>
      /^(?!incoming).*[0-9a-f]{64}$/.test(name),
    );
  const incoming = (): string[] => readdirSync(join(server.dataDirectory, "files", "incoming"));
  /** A request that announces more and then stops. */
  const begin = async (body: Buffer): Promise<Socket> => {
    const { hostname, port, origin, host } = new URL(server.url);
    const socket = connect({ host: hostname, port: Number(port) });
    socket.on("error", () => undefined);
    await once(socket, "connect");
    const cookie = await server.cookie(organisation.first);
    socket.write(
      `POST /portal/tickets HTTP/1.1\r\nHost: ${host}\r\nOrigin: ${origin}\r\nCookie: ${cookie}\r\nContent-Type: multipart/form-data; boundary=line\r\nContent-Length: 99999999\r\n\r\n`,
    );
    const { first, id } = organisation;
    socket.write(`--line\r\nContent-Disposition: form-data; name="madeFor"\r\n\r\n${first}.${id}\r\n`);
    socket.write(body);
    return socket;
  };
  const part = (name: string, bytes: number): Buffer =>
    Buffer.concat([
      Buffer.from(
        `--line\r\nContent-Disposition: form-data; name="files"; filename="${name}"\r\nContent-Type: text/plain\r\n\r\n`,
      ),
      Buffer.alloc(bytes, "b"),
    ]);

  it("takes a file of exactly 25 MB and refuses one of a byte more, by its name", async () => {
    expect((await send([textFile(25 * megabyte)])).status).toBe(303);
    const before = stored().length;
    const refused = await send([textFile(25 * megabyte + 1, "te-groot.txt")]);
    expect(refused.status).toBe(413);
    expect(await refused.text()).toContain("te-groot.txt is groter dan 25 MB");
    expect(stored()).toHaveLength(before);
  });

  it("takes five files and refuses a sixth", async () => {
    const many = (count: number) => Array.from({ length: count }, (_, index) => textFile(10, `bestand-${index}.txt`));
    expect((await send(many(5))).status).toBe(303);
    expect((await send(many(6))).status).toBe(422);
    expect((await send(many(60))).status).toBe(422);
  });

  it("names each of several files that it refuses, with why, and keeps the others for the form as it is sent again", async () => {
    const files = [
      textFile(10, "goed-een.log"),
      new File([Buffer.from("MZ\u0090\u0000", "latin1")], "start.exe"),
      textFile(0, "leeg.txt"),
      new File(["<html>"], "pagina.txt"),
      textFile(10, "goed-twee"),
      ...["zes.txt", "zeven.txt", "acht.txt"].map((name) => textFile(10, name)),
    ];
    const refused = await send(files, { title: "" });
    expect(refused.status).toBe(422);
    const page = await refused.text();
    expect(page).toContain("start.exe is een programma of een script");
    expect(page).toContain("leeg.txt is leeg");
    expect(page).toContain("pagina.txt is een webpagina");
    expect(page).toContain("zes.txt, zeven.txt, acht.txt: Je kunt 5 bestanden tegelijk meesturen");
    // The form's own mistakes are listed too.
    expect(page).toContain("Dit klopt nog niet");
    const kept = [...page.matchAll(/name="attachments\[\]"[^>]*value="([^"]+)"/g)].map(([, id = ""]) => id);
    expect(kept).toHaveLength(2);
    expect(page).toContain("goed-een.log");
    expect(page).toContain("goed-twee");
    const form = new FormData();
    for (const [name, value] of Object.entries({ title: "Nu goed", description: "Zie bijlagen." }))
      form.append(name, value);
    for (const id of kept) form.append("attachments[]", id);
    const sent = await browser.post("/portal/tickets", form);
    expect(sent.status).toBe(303);
    const ticket = await (await browser.get(sent.headers.get("location") ?? "")).text();
    expect(ticket).toContain("goed-een.log");
    expect(ticket).toContain("goed-twee");
  });

  it("takes the place where a photo was made out of it, whatever it is called", async () => {
    const photo = readFileSync(join(packageRoot, "test/files/position.heic"));
    expect(photo.includes("exif:GPS")).toBe(true);
    const sent = await send([new File([photo], "IMG_0001.JPG")]);
    const ticket = await (await browser.get(sent.headers.get("location") ?? "")).text();
    const [, address = ""] = /href="([^"]+)"[^>]*>(?:(?!<\/a>).)*IMG_0001\.JPG/.exec(ticket) ?? [];
    const got = await browser.get(address);
    expect(got.headers.get("content-type")).toBe("image/heic");
    expect(got.headers.get("content-disposition")).toMatch(/^attachment/);
    const kept = Buffer.from(await got.arrayBuffer());
    expect(kept).toHaveLength(photo.length);
    expect(kept.includes("exif:GPS")).toBe(false);
  });

  it("says in the form what it takes", async () => {
    const page = await (await browser.get("/portal/tickets/new")).text();
    expect(page).toMatch(/<input[^>]*type="file"[^>]*accept="image\/\*,video\/\*,audio\/\*,[^"]*\.docx,/);
    expect(page).toContain("Hoogstens 5 bestanden tegelijk, elk hooguit 25 MB: afbeeldingen, pdf");
  });

  it("refuses a field, or a hundred fields, larger than any form of ours", async () => {
    expect((await send([], { description: "x".repeat(600 * 1024) })).status).toBe(413);
    const fields = Object.fromEntries(Array.from({ length: 150 }, (_, index) => [`veld${index}`, "x"]));
    expect((await send([], fields)).status).toBe(413);
  });

  it("keeps what was typed when the text is too long", async () => {
    const answer = await send([], { description: `${"x".repeat(20_001)}einde` });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain("einde");
  });

  it("is refused when it is no form at all", async () => {
    const { origin } = new URL(server.url);
    const cookie = await server.cookie(organisation.first);
    const bodies = [
      ["multipart/form-data", "x"],
      ["multipart/form-data; boundary=line", "no lines here"],
      ["multipart/form-data; boundary=line", "--line\r\n"],
      ["multipart/form-data; boundary=", "--\r\n"],
    ] as const;
    for (const [type, body] of bodies) {
      const headers = { cookie, origin, "content-type": type };
      const answer = await fetch(new URL("/portal/tickets", server.url), {
        method: "POST",
        redirect: "manual",
        headers,
        body,
      });
      expect([400, 422], `${type} ${body}`).toContain(answer.status);
    }
  });

  it.each([
    ["a text in another charset", 'form-data; name="title"', "\r\nContent-Type: text/plain; charset=utf-16", "x"],
    ["a text that is no UTF-8", 'form-data; name="title"', "", "caf\u00e9"],
    ["a name that is no UTF-8", 'form-data; name="files"; filename="caf\u00e9.txt"', "", "x"],
    ["a part that nobody named", "form-data", "", "x"],
  ])("is refused for %s", async (_, disposition, type, content) => {
    const lines = `--line\r\nContent-Disposition: ${disposition}${type}\r\n\r\n${content}\r\n--line--\r\n`;
    const headers = {
      cookie: await server.cookie(organisation.first),
      origin: new URL(server.url).origin,
      "content-type": "multipart/form-data; boundary=line",
    };
    const init = { method: "POST", headers, body: Buffer.from(lines, "latin1") };
    expect((await fetch(new URL("/portal/tickets", server.url), init)).status).toBe(400);
  });

  it("refuses more parts than any form of ours has, however small they are", async () => {
    const part = '--line\r\nContent-Disposition: form-data; name="files"; filename=""\r\n\r\n\r\n';
    const headers = {
      cookie: await server.cookie(organisation.first),
      origin: new URL(server.url).origin,
      "content-type": "multipart/form-data; boundary=line",
    };
    const init = { method: "POST", headers, body: `${part.repeat(10_001)}--line--\r\n` };
    expect((await fetch(new URL("/portal/tickets", server.url), init)).status).toBe(413);
  });

  it("leaves nothing of a file that was cut off (R06)", async () => {
    const before = stored().length;
    const socket = await begin(part("half.txt", megabyte));
    await expect.poll(() => incoming().length).toBe(1);
    socket.destroy();
    await expect.poll(() => incoming().length).toBe(0);
    expect(stored()).toHaveLength(before);
    expect((await browser.get("/portal/tickets/new")).status).toBe(200);
  });

  it("keeps a whole file of a cut-off form only as an upload that waits to be cleaned up", async () => {
    const before = stored().length;
    const socket = await begin(Buffer.concat([part("heel.txt", 1000), Buffer.from("\r\n"), part("half.txt", 70_000)]));
    await expect.poll(() => stored().length).toBe(before + 1);
    socket.destroy();
    await expect.poll(() => incoming().length).toBe(0);
    await expect
      .poll(async () =>
        query(server.ownerUrl, "select count(*)::int from attachments where name = 'heel.txt' and ticket_id is null"),
      )
      .toEqual([[1]]);
    expect(await query(server.ownerUrl, "select count(*)::int from attachments where name = 'half.txt'")).toEqual([
      [0],
    ]);
  });

  it("names a file after nothing that a path or a header could be made of (R05)", async () => {
    const names = [
      "../../etc/passwd.txt",
      "C:\\\\windows\\\\x.txt",
      "\u202Etxt.exe.txt",
      `${"x".repeat(400)}.txt`,
      'Offerte "nieuw" \u201cx\u201d; 50% <a&b>.txt',
    ];
    expect((await send(names.map((name) => textFile(5, name)))).status).toBe(303);
    const rows = await query(server.ownerUrl, "select name from attachments where size_bytes = 5");
    expect(rows).toHaveLength(names.length);
    expect(rows.map(([name]) => name)).toContain('Offerte "nieuw" \u201cx\u201d; 50% <a&b>.txt');
    for (const [name] of rows) expect(String(name)).not.toMatch(/[/\\\u202E\r\n]|^.{201}/u);
  });
});
