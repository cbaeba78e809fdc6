import { mkdtemp, readdir, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { startFailingMailServer } from "../../test/support/failing-mail-server.ts";
import { createDemoMailbox, type DemoMailbox } from "./demo-mailbox.ts";
import { judgeFailure } from "./judge-failure.ts";
import { createMailer, type Mailer } from "./mailer.ts";
import type { OutgoingMail } from "./outgoing-mail.ts";

const from = { name: "Kwartier", address: "support@voorbeeld.example" };
const publicUrl = "https://support.voorbeeld.example/";
const mail: OutgoingMail = {
  to: { name: "Sanne de Vries", address: "sanne@bakkerij.example" },
  language: "nl",
  subject: "K26-00042 Café synchroniseert niet",
  paragraphs: ["Hoi Sanne,", 'We zien in de logboeken\nwat er misgaat: 1 < 2 & "waar".'],
  link: { label: "Bekijk het ticket", path: "/portal/tickets/K26-00042?a=1&b=2" },
  messageId: "<ticket-42.event-7@support.voorbeeld.example>",
};

const open: (DemoMailbox | Mailer)[] = [];
afterEach(async () => {
  // The mailers first, because a mailbox waits for its connections.
  for (const one of open.splice(0).toReversed()) await one.close();
});

async function mailboxIn(directory: string, mostMails = 200): Promise<DemoMailbox> {
  const mailbox = await createDemoMailbox({ directory, port: 0, mostMails });
  open.push(mailbox);
  return mailbox;
}

async function setUp({ mostMails = 200 } = {}) {
  const directory = await mkdtemp(join(tmpdir(), "kwartier-mail-"));
  const mailbox = await mailboxIn(directory, mostMails);
  const mailer = createMailer({ smtpUrl: mailbox.smtpUrl, from, publicUrl });
  open.push(mailer);
  const raw = async () => readFile(join(directory, `${mailbox.list()[0]?.id}.eml`), "utf8");
  return { directory, mailbox, mailer, raw };
}

describe("a mail that is sent", () => {
  it("is refused for who is not known where it goes", async () => {
    const directory = await mkdtemp(join(tmpdir(), "kwartier-mail-"));
    const mailbox = await createDemoMailbox({ directory, port: 0, refuses: new Set(["gone@bakkerij.example"]) });
    open.push(mailbox);
    const mailer = createMailer({ smtpUrl: mailbox.smtpUrl, from, publicUrl });
    open.push(mailer);
    await expect(mailer.send({ ...mail, to: { ...mail.to, address: "gone@bakkerij.example" } })).rejects.toMatchObject({
      responseCode: 550,
    });
    await mailer.send(mail);
    expect(mailbox.list()).toHaveLength(1);
  });

  it("comes from the provider by name, at the address of the settings", async () => {
    const { mailbox, mailer } = await setUp();
    await mailer.send({ ...mail, fromName: "Voorbeeld ICT" });
    expect(mailbox.list()[0]?.from).toBe("Voorbeeld ICT <support@voorbeeld.example>");
    await expect(mailer.send({ ...mail, fromName: "Voorbeeld\r\nBcc: x@y.example" })).rejects.toMatchObject({
      why: "control-character",
    });
  });

  it("arrives with its words, its link and its thread", async () => {
    const { mailbox, mailer } = await setUp();
    const first = "<ticket-42@support.voorbeeld.example>";
    const writtenAt = Temporal.Instant.from("2026-10-06T07:03:00Z");
    await mailer.send({ ...mail, inReplyTo: first, references: [first], writtenAt });
    expect(mailbox.list()).toHaveLength(1);
    expect(mailbox.list()[0]).toMatchObject({
      from: "Kwartier <support@voorbeeld.example>",
      to: ["sanne@bakkerij.example"],
      subject: "K26-00042 Café synchroniseert niet",
      messageId: mail.messageId,
      inReplyTo: first,
      references: [first],
      writtenAt,
      text: [
        "Hoi Sanne,",
        "",
        "We zien in de logboeken",
        'wat er misgaat: 1 < 2 & "waar".',
        "",
        "Bekijk het ticket:",
        "https://support.voorbeeld.example/portal/tickets/K26-00042?a=1&b=2",
      ].join("\n"),
    });
  });

  it("says that a machine wrote it, and nothing about the machine", async () => {
    const { mailer, raw } = await setUp();
    await mailer.send(mail);
    const source = await raw();
    expect(source).toMatch(/^Auto-Submitted: auto-generated\r$/m);
    expect(source).toMatch(/^X-Auto-Response-Suppress: All\r$/m);
    expect(source).toMatch(/^Delivered-To: sanne@bakkerij\.example\r$/m);
    expect(source).not.toMatch(/^(X-Mailer|Received):/m);
  });

  it("has an HTML part in which everything typed is text", async () => {
    const { mailer, raw } = await setUp();
    await mailer.send({ ...mail, paragraphs: ["<script>x</script> & 'y'"] });
    const source = (await raw()).replaceAll("=\r\n", "");
    expect(source).toContain("<p>&lt;script&gt;x&lt;/script&gt; &amp; &#39;y&#39;</p>");
    expect(source).not.toContain("<script>x</script> &amp;");
  });

  it("carries a document", async () => {
    const { mailbox, mailer } = await setUp();
    const document = { name: "Factuur 2026-0017.pdf", mediaType: "application/pdf", content: new Uint8Array(5000) };
    await mailer.send({ ...mail, attachments: [document] });
    expect(mailbox.list()[0]?.attachments).toEqual([
      { name: "Factuur 2026-0017.pdf", mediaType: "application/pdf", bytes: 5000 },
    ]);
  });

  it("goes to nobody but its receiver, whatever its texts try", async () => {
    const { mailbox, mailer } = await setUp();
    const name = 'x>, <evil@elders.example>, "y';
    await mailer.send({
      ...mail,
      to: { name, address: "sanne@bakkerij.example" },
      paragraphs: ["a\r\n.\r\nRCPT TO:<b@c.example>"],
    });
    expect(mailbox.list().map(({ to }) => to)).toEqual([["sanne@bakkerij.example"]]);
  });

  it.each<[string, Partial<OutgoingMail>]>([
    ["not-an-address", { to: { address: "a@voorbeeld.example, b@voorbeeld.example" } }],
    ["not-an-address", { to: { address: "sanne@bakkerij.example\r\nRCPT TO:<b@c.example>" } }],
    ["control-character", { subject: "Hoi\r\nBcc: b@voorbeeld.example" }],
    ["control-character", { to: { name: "Sanne\nX: y", address: "sanne@bakkerij.example" } }],
    ["control-character", { subject: "\u202egnp.exe" }],
    ["not-a-message-id", { messageId: "<a@b>\r\nX: y" }],
    ["not-a-message-id", { references: ["<a b@c>"] }],
    ["foreign-link", { link: { label: "x", path: "https://elders.example/" } }],
    ["foreign-link", { link: { label: "x", path: "//elders.example/" } }],
    ["foreign-link", { link: { label: "x", path: "data:text/html,x" } }],
  ])("is refused (%s) before any server hears of it", async (why, change) => {
    const { mailbox, mailer } = await setUp();
    await expect(mailer.send({ ...mail, ...change })).rejects.toMatchObject({ name: "MailRefused", why });
    expect(mailbox.list()).toEqual([]);
  });

  it("brings the server's own words of taking it", async () => {
    const { mailer } = await setUp();
    expect(await mailer.send(mail)).toMatch(/^250 /);
  });

  it("goes out when everything stops, while a server that says nothing is given up", async () => {
    const server = await startFailingMailServer();
    try {
      const mailer = createMailer({ smtpUrl: server.url, from, publicUrl, limits: { close: 300 } });
      const sending = mailer.send(mail);
      await mailer.close();
      expect(await sending).toMatch(/^250 /);
      await expect(mailer.send(mail)).rejects.toThrow("closed");
      await server.behave({ kind: "hangs" });
      const hanging = createMailer({ smtpUrl: server.url, from, publicUrl, limits: { close: 300 } });
      const lost = hanging.send(mail).catch((error: unknown) => judgeFailure(error).problem);
      await vi.waitUntil(() => server.connections() === 2);
      await hanging.close();
      expect(await lost).toBe("interrupted");
      expect(server.taken).toHaveLength(1);
    } finally {
      await server.close();
    }
  });

  it("goes out again over another connection after the server ended an idle one", async () => {
    const server = await startFailingMailServer();
    const mailer = createMailer({ smtpUrl: server.url, from, publicUrl });
    try {
      await mailer.send(mail);
      await server.behave({ kind: "is-down" });
      await server.behave({ kind: "well" });
      await mailer.send({ ...mail, messageId: "<another@support.voorbeeld.example>" });
      expect(server.taken.map(({ messageId }) => messageId)).toEqual([
        mail.messageId,
        "<another@support.voorbeeld.example>",
      ]);
      expect(server.connections()).toBe(2);
    } finally {
      await mailer.close();
      await server.close();
    }
  });
});

describe("the demo's mailbox", () => {
  it("still has its mails after a restart, under names that say nothing", async () => {
    const { directory, mailbox, mailer } = await setUp();
    await mailer.send(mail);
    await writeFile(join(directory, "notes.txt"), "not a mail");
    const again = await mailboxIn(directory);
    expect(again.list().map(({ subject, to }) => ({ subject, to }))).toEqual([
      { subject: mail.subject, to: ["sanne@bakkerij.example"] },
    ]);
    const [kept] = mailbox.list();
    expect(kept?.id).toMatch(/^[0-9a-f]{32}$/);
    expect(again.get(kept?.id ?? "")?.text).toContain("Hoi Sanne");
    expect(again.get("../notes.txt")).toBeUndefined();
  });

  it("forgets the oldest mails beyond its number, files included", async () => {
    const { directory, mailbox, mailer } = await setUp({ mostMails: 2 });
    for (const subject of ["een", "twee", "drie"]) await mailer.send({ ...mail, subject });
    expect(mailbox.list().map(({ subject }) => subject)).toEqual(["drie", "twee"]);
    expect(await readdir(directory)).toHaveLength(2);
  });

  it("listens on this machine alone, and says so when its port is taken", async () => {
    const { mailbox, directory } = await setUp();
    const { hostname, port } = new URL(mailbox.smtpUrl);
    expect(hostname).toBe("127.0.0.1");
    await expect(createDemoMailbox({ directory, port: Number(port) })).rejects.toMatchObject({ code: "EADDRINUSE" });
  });
});
