import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { asSystem, makeOrganisation, makeStaff } from "../../../test/support/make-organisation.ts";
import { startTestServer, type TestBrowser, type TestServer } from "../../../test/support/start-test-server.ts";
import { findPersonByAddress } from "../../people/read-people.ts";

const path = "/desk/organisations/new";

describe("adding a customer (P2)", () => {
  let server: TestServer;
  let desk: TestBrowser;
  beforeAll(async () => {
    server = await startTestServer(inject("ownerUrl"));
    desk = await server.browser(await makeStaff(server.services, "administrator"));
  });
  afterAll(async () => server.close());

  const typed = (domain: string, changes: Readonly<Record<string, string>> = {}) =>
    new URLSearchParams({
      name: `Bakkerij ${domain}`,
      chamberOfCommerce: "",
      address: "Dorpsstraat 1\r\n\r\n1234 AB Voorbeeld",
      invoiceMailAddress: `facturen@${domain}`,
      language: "nl",
      contactName: "Joris Bakker",
      contactMail: `Joris@${domain}`,
      secondName: "",
      secondMail: "",
      signatoryName: "",
      signatoryMail: "",
      idempotencyKey: randomUUID(),
      ...changes,
    });
  const personOf = async (mailAddress: string) => {
    const found = await asSystem(server.services, server.services.now(), async ({ tx }) =>
      findPersonByAddress(tx, mailAddress),
    );
    if (found === undefined) throw new Error(`nobody has ${mailAddress}`);
    return found;
  };
  const refusedBy = async (form: URLSearchParams) => {
    const answer = await desk.post(path, form);
    return { status: answer.status, html: await answer.text() };
  };

  it("leads to the customer's page, from where a contract is offered that the contact can sign", async () => {
    const answer = await desk.post(path, typed("een.example", { chamberOfCommerce: "12 34 56 78" }));
    expect(answer.status).toBe(303);
    const page = answer.headers.get("location") ?? "";
    expect(page).toMatch(/^\/desk\/organisations\/[0-9a-f-]{36}$/);
    const html = await (await desk.get(page)).text();
    for (const shown of ["Bakkerij een.example", "Joris Bakker", "1234 AB Voorbeeld"]) expect(html).toContain(shown);
    const joris = await server.browser((await personOf("joris@een.example")).id);
    expect(await (await joris.get("/portal/contract")).text()).toContain("Bakkerij een.example");
  });

  it("gives seats to two contacts, and lets somebody else sign", async () => {
    const people = {
      secondName: "Mina Smit",
      secondMail: "mina@twee.example",
      signatoryName: "Olga Baas",
      signatoryMail: "olga@twee.example",
    };
    const page = (await desk.post(path, typed("twee.example", people))).headers.get("location") ?? "";
    const organisationId = page.split("/").at(-1) ?? "";
    const [joris, mina, olga] = [
      await personOf("joris@twee.example"),
      await personOf("mina@twee.example"),
      await personOf("olga@twee.example"),
    ];
    const { seats, signatories } = await asSystem(server.services, server.services.now(), async ({ tx }) => ({
      seats: await tx.selectFrom("seats").selectAll().where("personId", "in", [joris.id, mina.id, olga.id]).execute(),
      signatories: await tx
        .selectFrom("signatories")
        .selectAll()
        .where("personId", "in", [joris.id, olga.id])
        .execute(),
    }));
    expect(new Set(seats.map((seat) => `${seat.organisationId} ${seat.seatNumber} ${seat.personId}`))).toEqual(
      new Set([`${organisationId} 1 ${joris.id}`, `${organisationId} 2 ${mina.id}`]),
    );
    expect(signatories.map(({ personId }) => personId)).toEqual([olga.id]);
  });

  it("takes a contact of another customer, who keeps the name, and tells nobody", async () => {
    const other = await makeOrganisation(server.services, "Andere klant");
    const known = await asSystem(server.services, server.services.now(), async ({ tx }) =>
      tx.selectFrom("people").selectAll().where("id", "=", other.first).executeTakeFirstOrThrow(),
    );
    const answer = await desk.post(path, typed("drie.example", { contactName: "X", contactMail: known.mailAddress }));
    expect(answer.status).toBe(303);
    expect((await personOf(known.mailAddress)).name).toBe(known.name);
    expect(await (await desk.get(answer.headers.get("location") ?? "")).text()).not.toContain("Andere klant");
  });

  it("knows somebody again whose domain is typed in its own letters", async () => {
    for (const name of ["een", "twee"])
      expect(
        (await desk.post(path, typed(`letters-${name}.example`, { contactMail: "Zoe.smit@bücher.example" }))).status,
      ).toBe(303);
    expect((await personOf("zoe.smit@xn--bcher-kva.example")).name).toBe("Joris Bakker");
  });

  it.each([
    ["a number of seven digits", { chamberOfCommerce: "1234567" }, "acht cijfers"],
    ["a customer that is there", { chamberOfCommerce: "12345678" }, "al een klant met dit KvK-nummer"],
    ["an address that is none", { invoiceMailAddress: "facturen" }, "geen e-mailadres"],
    ["one address for two contacts", { secondName: "Y", secondMail: "JORIS@vier.example" }, "al bij iemand anders"],
    ["a name without an address", { secondName: "Y" }, "Vul dit in"],
    ["an address of six lines", { address: "1\n2\n3\n4\n5\n6" }, "te lang"],
  ])("refuses %s, and shows what was typed again", async (_, changes, sentence) => {
    const { status, html } = await refusedBy(typed("vier.example", changes));
    expect(status).toBe(422);
    expect(html).toContain(sentence);
    expect(html).toContain("Bakkerij vier.example");
    expect(html).toContain("Joris Bakker");
    const left = await asSystem(server.services, server.services.now(), async ({ tx }) =>
      tx.selectFrom("people").select("id").where("mailAddress", "like", "%vier.example").execute(),
    );
    expect(left).toEqual([]);
  });

  it("refuses a colleague as a contact, and a consultant as the one who adds", async () => {
    const consultant = await makeStaff(server.services);
    const { mailAddress } = await asSystem(server.services, server.services.now(), async ({ tx }) =>
      tx.selectFrom("people").selectAll().where("id", "=", consultant).executeTakeFirstOrThrow(),
    );
    expect((await refusedBy(typed("vijf.example", { contactMail: mailAddress }))).html).toContain(
      "adres van een collega",
    );
    const browser = await server.browser(consultant);
    expect((await browser.get(path)).status).toBe(403);
    expect((await browser.post(path, typed("vijf.example"))).status).toBe(403);
    expect(await (await browser.get("/desk/organisations")).text()).not.toContain(path);
  });

  it("adds one customer when the form is sent twice, or twice at once with one number", async () => {
    const form = typed("zes.example", { chamberOfCommerce: "87654321" });
    const again = new URLSearchParams(form);
    const [first, second] = await Promise.all([desk.post(path, form), desk.post(path, again)]);
    expect(first.headers.get("location")).toBe(second.headers.get("location"));
    const crossing = await Promise.all([
      desk.post(path, typed("zeven.example", { chamberOfCommerce: "11112222" })),
      desk.post(path, typed("acht.example", { chamberOfCommerce: "11112222" })),
    ]);
    expect(new Set(crossing.map(({ status }) => status))).toEqual(new Set([303, 422]));
  });

  it("adds a person once when two forms name them at once, and refuses the other with what was typed", async () => {
    const answers = await Promise.all(
      ["negen", "tien", "elf"].map(async (name) =>
        desk.post(path, typed(`${name}.example`, { contactMail: "samen@voorbeeld.example" })),
      ),
    );
    const refused = answers.filter(({ status }) => status !== 303);
    expect(refused.map(({ status }) => status).every((status) => status === 409)).toBe(true);
    for (const answer of refused) expect(await answer.text()).toContain("Joris Bakker");
    expect((await personOf("samen@voorbeeld.example")).name).toBe("Joris Bakker");
  });
});
