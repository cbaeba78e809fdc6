import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { ruleIds } from "../../../core/contracts/clause.ts";
import { defaultTerms } from "../../../core/contracts/terms.ts";
import { asSystem, makeOrganisation, makeStaff } from "../../../test/support/make-organisation.ts";
import { startTestServer, type TestServer } from "../../../test/support/start-test-server.ts";
import { addOrganisation } from "../../organisations/add-organisation.ts";
import { appointSignatory } from "../../organisations/appoint-signatory.ts";
import { assignSeat } from "../../organisations/assign-seat.ts";
import { addPerson } from "../../people/add-person.ts";
import { signContract } from "../../contracts/sign-contract.ts";
import { publishTerms } from "../../contracts/publish-terms.ts";

describe("the contract's page", () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(inject("ownerUrl"));
  });
  afterAll(async () => server.close());

  it("tells the terms rule by rule, who holds the seats and what was signed", async () => {
    const organisation = await makeOrganisation(server.services);
    const html = await (await (await server.browser(organisation.first)).get("/portal/contract")).text();
    for (const words of [
      "€\u00a0100,00<",
      "€\u00a0125,00<",
      "€\u00a0145,00<",
      "€\u00a0115,00<",
      "Maandag tot en met vrijdag van 9:00 tot 17:00",
      "2:15\u00a0u",
      "15 tickets per kalendermaand",
      "Er is geen serviceniveau",
      // A reader can find every rule of a cost's explanation here, also by its address.
      ...ruleIds.flatMap((id) => [`>${id}</span>`, ` id="${id}"`]),
      "Anna Jansen",
      "Bram de Boer",
      "Getekend op",
    ])
      expect(html).toContain(words);
    const addresses = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(addresses).size).toBe(addresses.length);
  });

  it("reads in English for who reads English", async () => {
    const organisation = await makeOrganisation(server.services);
    const html = await (await (await server.browser(organisation.second)).get("/portal/contract")).text();
    for (const words of ["Monday to Friday from 9:00 to 17:00", "2:15\u00a0h", "There is no service level"])
      expect(html).toContain(words);
  });

  it("says that there is none, or when it starts", async () => {
    const { services } = server;
    const nextYear = services.now().toZonedDateTimeISO("Europe/Amsterdam").year + 1;
    const made = await asSystem(services, services.now(), async (work) => {
      await publishTerms(work, { ...defaultTerms(nextYear), authorisedMinutes: 150 });
      const id = await addOrganisation(work, {
        name: "Nieuw BV",
        addressLines: [],
        invoiceMailAddress: "nieuw@customer.example",
        vatNumber: null,
        language: "nl",
      });
      const personId = await addPerson(work, {
        name: "Nina",
        mailAddress: "nina@customer.example",
        language: "nl",
        staffRole: null,
      });
      await assignSeat(work, { organisationId: id, number: 1, personId }, { contactSeats: 2 });
      await appointSignatory(work, { organisationId: id, personId });
      return { id, personId };
    });
    const browser = await server.browser(made.personId);
    expect(await (await browser.get("/portal/contract")).text()).toContain(
      "Er loopt nu geen contract. Tickets aanmaken kan weer",
    );
    expect(await (await browser.get("/portal")).text()).toContain("Er loopt nu geen contract");
    await asSystem(services, services.now(), async (work) =>
      signContract(work, { organisationId: made.id, signedBy: made.personId, termsYear: nextYear }),
    );
    const html = await (await browser.get("/portal/contract")).text();
    expect(html).toContain(`Het volgende begint op 1 jan ${nextYear}`);
    expect(html).toContain("2:30\u00a0u");
  });

  it("sends who is signed out to sign in, and turns staff away", async () => {
    expect((await fetch(new URL("/portal/contract", server.url), { redirect: "manual" })).status).toBe(303);
    expect((await (await server.browser(await makeStaff(server.services))).get("/portal/contract")).status).toBe(403);
  });
});
