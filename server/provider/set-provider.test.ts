import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import type { Staff } from "../../core/access/actor.ts";
import { monthOf } from "../../core/values/month.ts";
import { act, codeOf } from "../../test/support/act.ts";
import { asSystem, makeOrganisation, makeStaff } from "../../test/support/make-organisation.ts";
import { issueMonthOf, makeProvider, makeSeptemberWork, readInvoice } from "../../test/support/make-work.ts";
import { openVisitor, waitForMail } from "../../test/support/visitor.ts";
import { startTestServer, type TestServer } from "../../test/support/start-test-server.ts";
import { versionOf } from "../events/changes.ts";
import { findProvider } from "./read-provider.ts";
import { providerSubject, setProvider } from "./set-provider.ts";

const details = {
  name: "Nieuwe Naam B.V.",
  addressLines: ["Havenkade 2", "4321 BA Voorbeeld"],
  chamberOfCommerce: "12345678",
  vatNumber: "NL123456782B01",
  iban: "NL02 ABNA 0123 4567 89",
  bic: "ABNANL2A",
  mail: "post@nieuwenaam.example",
  phone: "020 123 45 67",
};

describe("who the provider is", () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(inject("ownerUrl"));
    await makeProvider(server.services);
  });
  afterAll(async () => server.close());

  const set = async (kind: Staff["kind"], changes: { version?: number; name?: string } = {}) => {
    const personId = await makeStaff(server.services, kind);
    return codeOf(
      await act(server.services, { kind, personId }, async (work) => setProvider(work, { ...details, ...changes })),
    );
  };
  const now = async () => asSystem(server.services, server.services.now(), async ({ tx }) => findProvider(tx));

  it("is on the next invoice, and issued ones keep what they say (M3)", async () => {
    const organisation = await makeSeptemberWork(server.services);
    const administrator = await makeStaff(server.services, "administrator");
    const number = await issueMonthOf(server.services, administrator, {
      organisationId: organisation.id,
      month: monthOf("2026-09"),
      at: "2026-10-01T08:00Z",
    });
    const before = await readInvoice(server.services, number);
    expect(await set("administrator")).toBe("ok");
    expect((await readInvoice(server.services, number)).invoice).toEqual(before.invoice);
    const next = await makeSeptemberWork(server.services);
    const later = await issueMonthOf(server.services, administrator, {
      organisationId: next.id,
      month: monthOf("2026-09"),
      at: "2026-10-01T08:00Z",
    });
    expect((await readInvoice(server.services, later)).invoice.snapshot).toMatchObject({
      document: { provider: details },
    });
  });

  it("is named in mails and on the customer's first page", async () => {
    const organisation = await makeOrganisation(server.services);
    const { mailAddress } = await asSystem(server.services, server.services.now(), async ({ tx }) =>
      tx.selectFrom("people").select("mailAddress").where("id", "=", organisation.first).executeTakeFirstOrThrow(),
    );
    await openVisitor(server).post("/sign-in", { mailAddress });
    expect((await waitForMail(server, mailAddress)).from).toMatch(/^Nieuwe Naam B\.V\. </);
    const anna = await server.browser(organisation.first);
    const html = await (await anna.get("/portal")).text();
    for (const shown of ["Nieuwe Naam B.V.", "tel:0201234567", "mailto:post@nieuwenaam.example"])
      expect(html).toContain(shown);
  });

  it("is not for consultants to say: not-allowed", async () => {
    expect(await set("consultant")).toBe("not-allowed");
  });

  it("is not said over somebody else's change: changed-meanwhile", async () => {
    expect(await set("administrator", { version: 0, name: "Uit een oud tabblad" })).toBe("changed-meanwhile");
    expect(await now()).toEqual(details);
  });

  it("is said by one of two at once who saw the same", async () => {
    const version = await asSystem(server.services, server.services.now(), async ({ tx }) =>
      versionOf(tx, providerSubject),
    );
    const ends = await Promise.all(["Eén", "Twee"].map(async (name) => set("administrator", { version, name })));
    expect(ends.toSorted()).toEqual(["changed-meanwhile", "ok"]);
  });
});
