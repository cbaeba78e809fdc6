import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { act, seated } from "../../../test/support/act.ts";
import { makeOrganisation, makeStaff, type TestOrganisation } from "../../../test/support/make-organisation.ts";
import { startTestServer, type TestBrowser, type TestServer } from "../../../test/support/start-test-server.ts";
import { accept } from "../../../core/values/result.ts";
import { loadAddendumStanding } from "../../contracts/addendum-standing.ts";

const plain = (html: string) => html.replaceAll("\u00a0", " ");

describe("an addendum from offer to signature, on both faces (A3)", () => {
  let server: TestServer;
  let organisation: TestOrganisation;
  let marieke: TestBrowser;
  let sanne: TestBrowser;
  let anna: TestBrowser;
  let bram: TestBrowser;
  beforeAll(async () => {
    server = await startTestServer(inject("ownerUrl"));
    organisation = await makeOrganisation(server.services);
    marieke = await server.browser(await makeStaff(server.services, "administrator"));
    sanne = await server.browser(await makeStaff(server.services));
    anna = await server.browser(organisation.first);
    bram = await server.browser(organisation.second);
  });
  afterAll(async () => server.close());

  const page = async (who: TestBrowser, path: string) => plain(await (await who.get(path)).text());
  const desk = () => `/desk/organisations/${organisation.id}`;
  const numbers = { visitHourlyRate: "110", minimumVisitMinutes: "1:00", travel: "per-kilometre", travelCents: "0,42" };
  const offer = async (fields: Record<string, string>) => {
    const answer = await marieke.post(`${desk()}/addenda`, { ...fields, idempotencyKey: randomUUID() });
    return { status: answer.status, text: plain(await answer.text()) };
  };
  const openId = async () => {
    const standing = await act(server.services, seated(organisation), async (work) =>
      accept(await loadAddendumStanding(work, organisation.id)),
    );
    return standing.ok ? (standing.value.offered?.id ?? "") : "";
  };

  it("is none at first, which only an administrator can change", async () => {
    expect(await page(sanne, desk())).toContain("Geen addendum: werk op locatie kan niet.");
    expect(await page(sanne, desk())).not.toContain("Addendum aanbieden");
    expect(await page(marieke, desk())).toContain("Addendum aanbieden");
    expect(await page(anna, "/portal/contract")).not.toContain("Addendum voor werk op locatie");
  });

  it("is offered by its numbers; a refused form keeps them, with what is wrong beside each", async () => {
    const wrong = await offer({ ...numbers, visitHourlyRate: "veel", minimumVisitMinutes: "lang" });
    expect(wrong.status).toBe(422);
    for (const text of ['value="veel"', "field-visitHourlyRate-error", "field-minimumVisitMinutes-error"])
      expect(wrong.text).toContain(text);
    expect((await offer({ ...numbers, travelCents: "-1" })).text).toContain("field-travelCents-error");
    expect((await offer(numbers)).status).toBe(303);
    expect((await offer(numbers)).status).toBe(409);
    expect(await page(sanne, desk())).toContain("€ 110,00 per uur · minstens 1:00 u per bezoek · € 0,42 per kilometer");
  });

  it("waits in the portal with its own text, for a signatory to sign", async () => {
    expect(await page(anna, "/portal")).toContain("Een addendum voor werk op locatie ligt klaar");
    const read = await page(anna, "/portal/contract");
    for (const text of ["Lees het addendum", "€ 110", "€ 0,42", "Ja, teken het addendum"]) expect(read).toContain(text);
    const seatedOnly = await page(bram, "/portal/contract");
    expect(seatedOnly).toContain("Signing is done by a signatory of your organisation.");
    expect(seatedOnly).not.toContain("Yes, sign the addendum");
    const sign = `/portal/contract/addenda/${await openId()}/sign`;
    expect((await bram.post(sign, {})).status).toBe(403);
    expect((await anna.post(sign, {})).status).toBe(303);
    const again = await anna.post(sign, {});
    expect(again.status).toBe(409);
    const asItStands = await again.text();
    for (const text of ["Iemand anders heeft dit intussen gewijzigd", "Addendum voor werk op locatie"])
      expect(asItStands).toContain(text);
    expect(await page(anna, "/portal/contract")).toMatch(/Getekend op .* door Anna Jansen/);
    expect(await page(anna, "/portal")).not.toContain("Een addendum voor werk op locatie ligt klaar");
  });

  it("is withdrawn before it is signed, and offered as JSON as well", async () => {
    const terms = {
      visitHourlyRate: 12_000,
      minimumVisitMinutes: 0,
      travel: { kind: "fixed", centsPerVisit: 5000 },
    };
    const path = `/api/desk/organisations/${organisation.id}/addenda`;
    const key = { "idempotency-key": randomUUID() };
    const made = await marieke.sendJson(path, terms, key);
    expect(made.status).toBe(201);
    expect((await sanne.sendJson(path, terms, key)).status).toBe(403);
    expect(await page(marieke, desk())).toContain("€ 120,00 per uur · € 50,00 reiskosten per bezoek");
    const id = await openId();
    expect((await marieke.post(`${desk()}/addenda/${id}/withdraw`, {})).status).toBe(303);
    expect((await marieke.sendJson(`${path}/${id}/withdraw`, {})).status).toBe(409);
    expect(await page(marieke, desk())).not.toContain("€ 120,00 per uur");
  });
});
