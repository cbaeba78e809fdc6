import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from "vitest";
import type { InvoiceId, OrganisationId, PersonId } from "../../core/values/ids.ts";
import { monthOf } from "../../core/values/month.ts";
import { act, codeOf } from "../../test/support/act.ts";
import { query } from "../../test/embedded.ts";
import { type FailingMailServer, startFailingMailServer } from "../../test/support/failing-mail-server.ts";
import { asSystem, makeStaff } from "../../test/support/make-organisation.ts";
import { issueMonthOf, makeProvider, makeSeptemberWork } from "../../test/support/make-work.ts";
import { startTestServer, type TestBrowser, type TestServer } from "../../test/support/start-test-server.ts";
import { openDatabase, openPool } from "../db/connect.ts";
import { listInvoiceMails } from "../notifications/list-mails.ts";
import { verifyDatabase } from "../verify/verify-database.ts";
import { mailInvoice } from "./mail-invoice.ts";
import { findInvoice } from "./read-invoices.ts";

const patient = { timeout: 20_000 };
const pace = {
  shortestPause: 50,
  longestPause: 300,
  longestCodePause: 100,
  claim: 3000,
  claimAgain: 500,
  keeping: 5000,
};

describe("mailing an invoice (M3, R45)", { timeout: 60_000 }, () => {
  let mailServer: FailingMailServer;
  let server: TestServer;
  let administrator: PersonId;
  let marieke: TestBrowser;

  beforeAll(async () => {
    mailServer = await startFailingMailServer();
    server = await startTestServer(inject("ownerUrl"), {
      config: {
        demo: false,
        smtpUrl: mailServer.url,
        mailFrom: "desk@provider.example",
        administratorMail: "boss@provider.example",
      },
      mail: { pace },
    });
    await makeProvider(server.services);
    administrator = await makeStaff(server.services, "administrator");
    marieke = await server.browser(administrator);
  });
  afterAll(async () => {
    await server.close();
    await mailServer.close();
  });
  beforeEach(async () => mailServer.behave({ kind: "well" }));

  interface Mailed {
    readonly number: string;
    readonly organisationId: OrganisationId;
    readonly invoiceId: InvoiceId;
  }
  const issue = async (): Promise<Mailed> => {
    const { id: organisationId } = await makeSeptemberWork(server.services);
    const at = "2026-10-01T08:00Z";
    const number = await issueMonthOf(server.services, administrator, {
      organisationId,
      month: monthOf("2026-09"),
      at,
    });
    const invoice = await inDesk(async ({ tx }) => findInvoice(tx, number));
    return { number, organisationId, invoiceId: invoice?.summary.id as InvoiceId };
  };
  const inDesk: <Value>(run: Parameters<typeof asSystem<Value>>[2]) => Promise<Value> = async (run) =>
    asSystem(server.services, server.services.now(), run);
  const mailsOf = async (invoice: Mailed) => inDesk(async ({ tx }) => listInvoiceMails(tx, invoice));
  const standingOf = async (invoice: Mailed) => (await mailsOf(invoice)).map(({ state, problem }) => [state, problem]);
  const sendingsOf = async ({ organisationId, invoiceId }: Mailed) =>
    inDesk(async ({ tx }) => {
      const kept = await tx.selectFrom("invoice_sendings").selectAll().where("invoiceId", "=", invoiceId).execute();
      const events = await tx
        .selectFrom("events")
        .select("id")
        .where("organisationId", "=", organisationId)
        .where("kind", "=", "invoice-sent")
        .where("subject", "=", invoiceId)
        .execute();
      return [kept.length, events.length];
    });
  const takenFor = ({ number }: Mailed) => mailServer.taken.filter(({ subject }) => subject.includes(number));
  const verified = async () => {
    const pool = openPool({ url: server.ownerUrl, name: "test", max: 1, onError: () => undefined });
    const notices: string[] = [];
    try {
      const problems: string[] = [];
      await verifyDatabase(openDatabase(pool), {
        files: null,
        report: (text) => problems.push(text),
        notice: (text) => notices.push(text),
      });
      expect(problems).toEqual([]);
      return notices;
    } finally {
      await pool.end();
    }
  };
  const text = async (path: string) => (await marieke.get(path)).text();

  it("is sent once the mail server took it for anybody, each of three once, with the document", async () => {
    const invoice = await issue();
    await expect
      .poll(async () => standingOf(invoice), patient)
      .toEqual(Array.from({ length: 3 }, () => ["accepted", null]));
    expect(new Set(takenFor(invoice).map(({ to }) => to)).size).toBe(3);
    expect(takenFor(invoice)).toHaveLength(3);
    expect(takenFor(invoice)[0]?.files).toEqual([`${invoice.number}.pdf`]);
    expect(await sendingsOf(invoice)).toEqual([1, 1]);
    const page = await text(`/desk/invoices/${invoice.number}`);
    for (const words of ["Gemaild aan", "Adres voor facturen", "Aangenomen door de mailserver"])
      expect(page).toContain(words);
    expect((await marieke.post(`/desk/invoices/${invoice.number}/mail`, {})).status).toBe(409);
  });

  it("that everybody refuses is not sent; verify names it until it is tried again and taken", async () => {
    await mailServer.behave({ kind: "says", at: "receiver", code: 550, words: "5.1.1 unknown" });
    const invoice = await issue();
    const refused = Array.from({ length: 3 }, () => ["refused", "receiver-refused"]);
    await expect.poll(async () => standingOf(invoice), patient).toEqual(refused);
    expect(await sendingsOf(invoice)).toEqual([0, 0]);
    expect(await verified()).toEqual([`${invoice.number}: not sent: its mail was refused (550 5.1.1 unknown)`]);
    await mailServer.behave({ kind: "well" });
    const [mail] = await mailsOf(invoice);
    await marieke.post(`/desk/mails/${mail?.id}/try-again`, {});
    await expect.poll(async () => sendingsOf(invoice), patient).toEqual([1, 1]);
    expect(takenFor(invoice)).toHaveLength(1);
    expect(await verified()).toEqual([]);
  });

  it("never ends by itself, only by a person with a reason, which verify accepts", async () => {
    await mailServer.behave({ kind: "says", at: "mail", code: 550, words: "not you" });
    const invoice = await issue();
    const waiting = Array.from({ length: 3 }, () => ["waiting", "sender-refused"]);
    await expect.poll(async () => standingOf(invoice), patient).toEqual(waiting);
    expect((await mailsOf(invoice)).map(({ endsAt }) => endsAt)).toEqual([null, null, null]);
    expect(await verified()).toEqual([`${invoice.number}: not sent: its mail waits (550 not you)`]);
    expect(await text(`/desk/mails/${(await mailsOf(invoice))[0]?.id}`)).toContain(
      "een factuur stopt alleen een beheerder",
    );
    for (const { id } of await mailsOf(invoice))
      expect((await marieke.sendJson(`/api/desk/mails/${id}/stop`, { reason: "Per post." })).status).toBe(200);
    expect(await verified()).toEqual([]);
    const many = await marieke.sendJson("/api/desk/mails/stop", { state: "refused", reason: "Alles" });
    expect(await many.json()).toEqual({ mails: 0 });
  });

  it("for which an earlier version gave up is named by verify, and mailed by a button", async () => {
    await mailServer.behave({ kind: "says", at: "receiver", code: 450, words: "later" });
    const invoice = await issue();
    await expect.poll(async () => (await mailsOf(invoice)).length, patient).toBe(3);
    await query(
      server.ownerUrl,
      `
      alter table outgoing_mails disable trigger user;
      delete from outgoing_mails where kind = 'invoice' and organisation_id = '${invoice.organisationId}';
      alter table outgoing_mails enable trigger user`,
    );
    expect(await verified()).toEqual([`${invoice.number}: not sent: no mail was made for it`]);
    expect(await text(`/desk/invoices/${invoice.number}`)).toContain("Deze factuur is nog aan niemand gemaild.");
    await mailServer.behave({ kind: "well" });
    const other = await server.browser(await makeStaff(server.services));
    expect((await other.post(`/desk/invoices/${invoice.number}/mail`, {})).status).toBe(403);
    expect((await marieke.post(`/desk/invoices/${invoice.number}/mail`, {})).status).toBe(303);
    await expect.poll(async () => sendingsOf(invoice), patient).toEqual([1, 1]);
    expect((await marieke.sendJson(`/api/desk/invoices/${invoice.number}/mail`, {})).status).toBe(409);
    expect((await marieke.sendJson("/api/desk/invoices/2026-9999/mail", {})).status).toBe(404);
    expect(await verified()).toEqual([]);
  });

  it("is mailed by hand by an administrator alone, and only while it has no mails", async () => {
    const invoice = await issue();
    await expect.poll(async () => (await mailsOf(invoice)).length, patient).toBe(3);
    const mail = async (number: string, kind: "administrator" | "consultant" = "administrator") =>
      codeOf(await act(server.services, { kind, personId: administrator }, async (work) => mailInvoice(work, number)));
    expect(await mail(invoice.number, "consultant")).toBe("not-allowed");
    expect(await mail("2026-9999")).toBe("not-found");
    expect(await mail(invoice.number)).toBe("mail-under-way");
  });
});
