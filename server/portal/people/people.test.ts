import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { openLiveStream } from "../../../test/support/live-stream.ts";
import {
  asSystem,
  makeOrganisation,
  makeStaff,
  type TestOrganisation,
} from "../../../test/support/make-organisation.ts";
import { startTestServer, type TestBrowser, type TestServer } from "../../../test/support/start-test-server.ts";
import { waitForMail } from "../../../test/support/visitor.ts";
import type { PersonId } from "../../../core/values/ids.ts";
import { findPersonByAddress } from "../../people/read-people.ts";

const path = "/portal/people";
/** The text of a mail or page, with its line breaks as spaces. */
const plain = (text: string) => text.replaceAll(/\s+/g, " ");

describe("the people of a customer, on both faces (P2)", () => {
  let server: TestServer;
  let organisation: TestOrganisation;
  let anna: TestBrowser;
  beforeAll(async () => {
    server = await startTestServer(inject("ownerUrl"));
    organisation = await makeOrganisation(server.services);
    anna = await server.browser(organisation.first);
  });
  afterAll(async () => server.close());

  const page = async (who: TestBrowser, address = path) => plain(await (await who.get(address)).text());
  const give = (seat: number, held: string, mail: string, name = "Carla Smit") => ({
    seat: String(seat),
    held,
    name,
    mail,
    idempotencyKey: randomUUID(),
  });
  const idOf = async (mailAddress: string): Promise<PersonId> => {
    const found = await asSystem(server.services, server.services.now(), async ({ tx }) =>
      findPersonByAddress(tx, mailAddress),
    );
    if (found === undefined) throw new Error(`nobody has ${mailAddress}`);
    return found.id;
  };
  const addressOf = async (id: PersonId) =>
    asSystem(server.services, server.services.now(), async ({ tx }) => {
      const person = await tx.selectFrom("people").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
      return person.mailAddress;
    });

  it("are read by each contact and changed by a signatory only", async () => {
    const bram = await server.browser(organisation.second);
    const read = await page(bram);
    for (const words of ["Anna Jansen", "Bram de Boer", "Who had which seat", "A signatory of your organisation"])
      expect(read).toContain(words);
    expect(read).not.toContain("Hand over");
    expect((await bram.post(`${path}/seat`, give(2, organisation.second, "x@klant.example"))).status).toBe(403);
    expect(await page(anna)).toContain("Draag plek 2 over");
    expect(await page(anna, "/portal/contract")).toContain(`href="${path}"`);
  });

  it("are out at once on every device when their seat is handed over, and both are told by mail", async () => {
    const former = await addressOf(organisation.second);
    const [phone, laptop] = [await server.browser(organisation.second), await server.browser(organisation.second)];
    const stream = await openLiveStream(server.url, await server.cookie(organisation.second));
    expect((await phone.get("/portal/tickets/new")).status).toBe(200);
    const given = await anna.post(`${path}/seat`, give(2, organisation.second, "Carla@Klant.example"));
    expect([given.status, given.headers.get("location")]).toEqual([303, path]);
    await stream.end();
    for (const device of [phone, laptop])
      expect((await device.get("/portal")).headers.get("location")).toMatch(/^\/choose-organisation/);
    const typed = { title: "De kassa print niet", description: "Sinds vanochtend.", idempotencyKey: randomUUID() };
    const refused = await phone.post("/portal/tickets", typed);
    expect(refused.status).toBe(409);
    const held = await refused.text();
    for (const words of ["no longer a contact of any organisation", "De kassa print niet", "Sinds vanochtend."])
      expect(held).toContain(words);
    const told = await waitForMail(server, former);
    expect(plain(told.subject)).toBe(`You no longer have access at ${organisation.name}`);
    const mail = await waitForMail(server, "carla@klant.example");
    expect(mail.subject).toBe(`Je hebt toegang bij ${organisation.name}`);
    expect(JSON.stringify(mail)).toContain("Inloggen gaat zonder wachtwoord");
    const carla = await server.browser(await idOf("carla@klant.example"));
    expect((await carla.get("/portal/tickets/new")).status).toBe(200);
    expect(await page(anna)).toContain("Carla Smit");
  });

  it("are shown as they are now when a form was made before, with what was typed", async () => {
    const late = await anna.post(`${path}/seat`, give(2, organisation.second, "daan@klant.example", "Daan Vos"));
    expect(late.status).toBe(409);
    const html = plain(await late.text());
    for (const words of [
      "Iemand anders heeft dit intussen gewijzigd",
      'value="Daan Vos"',
      'value="daan@klant.example"',
    ])
      expect(html).toContain(words);
    const held = await idOf("carla@klant.example");
    expect(html).toContain(`name="held" value="${held}"`);
    const wrong = await anna.post(`${path}/seat`, give(2, held, "geen adres", "Daan Vos"));
    expect(wrong.status).toBe(422);
    expect(plain(await wrong.text())).toContain('value="geen adres"');
    const third = await anna.post(`${path}/seat`, give(3, "", "daan@klant.example", "Daan Vos"));
    expect(third.status).toBe(404);
  });

  it("are changed by an administrator on the desk, and only read by consultants", async () => {
    const desk = `/desk/organisations/${organisation.id}/people`;
    const marieke = await server.browser(await makeStaff(server.services, "administrator"));
    const sanne = await server.browser(await makeStaff(server.services));
    expect(await page(marieke, `/desk/organisations/${organisation.id}`)).toContain(`href="${desk}"`);
    expect(await page(sanne, desk)).not.toContain("Maak plek");
    const held = await idOf("carla@klant.example");
    const vacating = { seat: "2", held };
    expect((await sanne.post(`${desk}/seat/vacate`, vacating)).status).toBe(403);
    expect((await marieke.post(`${desk}/seat/vacate`, vacating)).status).toBe(303);
    const late = await marieke.post(`${desk}/seat/vacate`, vacating);
    expect(late.status).toBe(409);
    expect(plain(await late.text())).toContain("Niet bezet");
    const signer = { name: "Olga Baas", mail: "olga@klant.example", idempotencyKey: randomUUID() };
    expect((await marieke.post(`${desk}/signatories`, signer)).status).toBe(303);
    const olga = await idOf("olga@klant.example");
    expect((await (await server.browser(olga)).get("/portal/contract")).status).toBe(200);
    expect((await waitForMail(server, "olga@klant.example")).subject).toContain("toegang");
    expect((await anna.post(`${path}/signatories/withdraw`, { person: olga })).status).toBe(303);
    expect((await (await server.browser(olga)).get("/portal/contract")).status).toBe(303);
    const last = await marieke.post(`${desk}/signatories/withdraw`, { person: organisation.first });
    expect(last.status).toBe(409);
    expect(plain(await last.text())).toContain("Wijs eerst iemand anders aan");
    expect((await marieke.get("/desk/organisations/0198c0de-0000-7000-8000-000000000000/people")).status).toBe(404);
  });
});
