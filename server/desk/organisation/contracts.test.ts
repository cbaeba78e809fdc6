import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { defaultTerms } from "../../../core/contracts/terms.ts";
import type { OrganisationId, PersonId } from "../../../core/values/ids.ts";
import {
  asSystem,
  makeOrganisation,
  makeStaff,
  type TestOrganisation,
} from "../../../test/support/make-organisation.ts";
import { startTestServer, type TestBrowser, type TestServer } from "../../../test/support/start-test-server.ts";
import { publishTerms } from "../../contracts/publish-terms.ts";
import { addOrganisation } from "../../organisations/add-organisation.ts";
import { appointSignatory } from "../../organisations/appoint-signatory.ts";
import { assignSeat } from "../../organisations/assign-seat.ts";
import { addPerson } from "../../people/add-person.ts";

const nothing = "00000000-0000-4000-8000-000000000000";

describe("contracts on both faces", () => {
  let server: TestServer;
  let marieke: TestBrowser;
  let sanne: TestBrowser;
  let running: TestOrganisation;
  let year: number;
  beforeAll(async () => {
    server = await startTestServer(inject("ownerUrl"));
    marieke = await server.browser(await makeStaff(server.services, "administrator"));
    sanne = await server.browser(await makeStaff(server.services));
    running = await makeOrganisation(server.services);
    year = server.services.now().toZonedDateTimeISO("Europe/Amsterdam").year;
    await asSystem(server.services, server.services.now(), async (work) => publishTerms(work, defaultTerms(year + 1)));
  });
  afterAll(async () => server.close());

  const text = async (answer: Promise<Response>) => (await answer).text();
  const contractOf = async (organisationId: OrganisationId) =>
    asSystem(server.services, server.services.now(), async ({ tx }) => {
      const query = tx.selectFrom("contracts").select("id").where("organisationId", "=", organisationId);
      return (await query.orderBy("id", "desc").executeTakeFirstOrThrow()).id;
    });
  /** A customer without any contract: a signatory without a seat, and a contact who may not sign. */
  const makeNewcomer = async (name: string) => {
    const made = await asSystem(server.services, server.services.now(), async (work) => {
      const address = { addressLines: [], vatNumber: null, language: "nl" as const };
      const mail = `${name.toLowerCase()}@customer.example`;
      const id = await addOrganisation(work, { name, invoiceMailAddress: mail, ...address });
      const person = async (who: string): Promise<PersonId> =>
        addPerson(work, { name: who, mailAddress: `${who.toLowerCase()}.${mail}`, language: "nl", staffRole: null });
      const [signatory, contact] = [await person("Karin"), await person("Joost")];
      await appointSignatory(work, { organisationId: id, personId: signatory });
      await assignSeat(work, { organisationId: id, number: 1, personId: contact }, defaultTerms(year));
      return { id, signatory, contact };
    });
    return {
      id: made.id,
      signatory: await server.browser(made.signatory),
      contact: await server.browser(made.contact),
    };
  };

  it("go from the desk's offer to the signatory's signature, and back before they start (K1)", async () => {
    const { id, signatory, contact } = await makeNewcomer("Nieuw");
    const organisation = `/desk/organisations/${id}`;
    expect(await text(marieke.get(organisation))).toContain("Contract aanbieden");
    expect(await text(sanne.get(organisation))).not.toContain("Contract aanbieden");
    const offer = { termsYear: String(year + 1) };
    expect((await marieke.post(`${organisation}/contracts`, offer)).status).toBe(303);
    expect(await text(sanne.get(organisation))).toContain("Aangeboden");
    const again = await marieke.post(`${organisation}/contracts`, offer);
    expect(again.status).toBe(409);
    expect(await again.text()).toContain("is aangeboden en nog niet getekend");

    const contract = await contractOf(id);
    expect(await text(signatory.get("/portal"))).toContain("ligt klaar om te tekenen");
    const waiting = await text(signatory.get("/portal/contract"));
    expect(waiting).toContain(`Teken je vandaag, dan loopt het van 1 jan ${year + 1} tot en met 31 dec ${year + 1}.`);
    expect(waiting).toContain(`/portal/contract/${contract}/sign`);
    const seen = await text(contact.get("/portal/contract"));
    expect(seen).toContain("doet een tekenbevoegde");
    expect(seen).not.toContain(`/portal/contract/${contract}/sign`);
    expect((await contact.post(`/portal/contract/${contract}/sign`, {})).status).toBe(403);
    expect((await signatory.post(`/portal/contract/${contract}/sign`, {})).status).toBe(303);
    expect((await signatory.post(`/portal/contract/${contract}/sign`, {})).status).toBe(409);
    expect(await text(sanne.get(organisation))).toContain("Getekend, gaat nog in");

    const page = await text(signatory.get("/portal/contract"));
    expect(page).toContain("Zeg je het op, dan gaat het niet in.");
    expect((await signatory.post(`/portal/contract/${contract}/terminate`, { endsOn: "" })).status).toBe(303);
    expect(await text(sanne.get(organisation))).toContain("Ingetrokken");
  });

  it("say the last day before one terminates, and take no other (K3)", async () => {
    const browser = await server.browser(running.first);
    const contract = await contractOf(running.id);
    const page = await text(browser.get("/portal/contract"));
    const endsOn = /name="endsOn" value="([\d-]+)"/.exec(page)?.[1] ?? "";
    expect(page).toContain("Zeg je vandaag op, dan eindigt het contract op");
    const today = server.services.now().toZonedDateTimeISO("Europe/Amsterdam").toPlainDate();
    expect(endsOn).toBe(today.with({ day: today.daysInMonth }).toString());
    const path = `/portal/contract/${contract}/terminate`;
    expect((await browser.post(path, { endsOn: `${year}-01-30` })).status).toBe(409);
    expect((await (await server.browser(running.second)).post(path, { endsOn })).status).toBe(403);
    expect((await browser.post(path, { endsOn })).status).toBe(303);
    expect(await text(browser.get("/portal/contract"))).toContain("Het contract is opgezegd en eindigt op");
    expect(await text(sanne.get(`/desk/organisations/${running.id}`))).toContain("Opgezegd");
  });

  it("are terminated on the customer's behalf, and offers taken back, by administrators alone", async () => {
    const organisation = await makeOrganisation(server.services);
    const base = `/desk/organisations/${organisation.id}/contracts`;
    const contract = await contractOf(organisation.id);
    const endsOn = /name="endsOn" value="([\d-]+)"/.exec(
      await text(marieke.get(`/desk/organisations/${organisation.id}`)),
    )?.[1];
    expect((await sanne.post(`${base}/${contract}/terminate`, { endsOn: endsOn ?? "" })).status).toBe(403);
    expect((await marieke.post(`${base}/${contract}/terminate`, { endsOn: endsOn ?? "" })).status).toBe(303);
    expect((await marieke.post(base, { termsYear: String(year + 1) })).status).toBe(303);
    const offer = await contractOf(organisation.id);
    expect((await sanne.post(`${base}/${offer}/withdraw`, {})).status).toBe(403);
    expect((await marieke.post(`${base}/${offer}/withdraw`, {})).status).toBe(303);
    expect((await marieke.post(`${base}/${offer}/withdraw`, {})).status).toBe(409);
    expect((await sanne.post(base, { termsYear: String(year + 1) })).status).toBe(403);
  });

  it("are unknown to other organisations, under no id and for who is signed out", async () => {
    const { id, signatory } = await makeNewcomer("Vreemd");
    const contract = await contractOf(running.id);
    for (const place of [contract, nothing, "x"]) {
      expect((await signatory.post(`/portal/contract/${place}/sign`, {})).status).toBe(404);
      expect((await signatory.post(`/portal/contract/${place}/terminate`, { endsOn: "" })).status).toBe(404);
      expect((await marieke.post(`/desk/organisations/${id}/contracts/${place}/withdraw`, {})).status).toBe(404);
    }
    expect((await marieke.post(`/desk/organisations/${nothing}/contracts`, { termsYear: "2026" })).status).toBe(404);
    const paths = [`/portal/contract/${contract}/sign`, `/desk/organisations/${id}/contracts`];
    for (const path of paths) {
      const init = { method: "POST", redirect: "manual", headers: { origin: new URL(server.url).origin } } as const;
      expect((await fetch(new URL(path, server.url), init)).headers.get("location")).toMatch(/^\/sign-in/);
    }
  });
});
