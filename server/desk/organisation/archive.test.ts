import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import type { Staff } from "../../../core/access/actor.ts";
import { defaultTerms } from "../../../core/contracts/terms.ts";
import type { OrganisationId } from "../../../core/values/ids.ts";
import { act, codeOf, makeTicket } from "../../../test/support/act.ts";
import {
  asSystem,
  makeOrganisation,
  makeStaff,
  type TestOrganisation,
} from "../../../test/support/make-organisation.ts";
import { startTestServer, type TestBrowser, type TestServer } from "../../../test/support/start-test-server.ts";
import { findBinding } from "../../contracts/known-contracts.ts";
import { offerContract } from "../../contracts/offer-contract.ts";
import { publishTerms } from "../../contracts/publish-terms.ts";
import { newId } from "../../db/new-id.ts";
import { addOrganisation } from "../../organisations/add-organisation.ts";
import { appointSignatory } from "../../organisations/appoint-signatory.ts";
import { archiveOrganisation, restoreOrganisation } from "../../organisations/archive-organisation.ts";
import { assignSeat } from "../../organisations/assign-seat.ts";
import { addPerson } from "../../people/add-person.ts";
import { openReferencesOf } from "../../tickets/open-references.ts";

describe("archiving a customer", () => {
  let server: TestServer;
  let administrator: Staff;
  let marieke: TestBrowser;
  let busy: TestOrganisation;
  beforeAll(async () => {
    server = await startTestServer(inject("ownerUrl"));
    administrator = { kind: "administrator", personId: await makeStaff(server.services, "administrator") };
    marieke = await server.browser(administrator.personId);
    busy = await makeOrganisation(server.services, "Drukke klant");
  });
  afterAll(async () => server.close());

  /** A customer without a contract, with one contact who also signs. */
  const makeIdle = async (name: string) =>
    asSystem(server.services, server.services.now(), async (work) => {
      const id = await addOrganisation(work, {
        name,
        addressLines: ["Straat 1"],
        invoiceMailAddress: "f@klant.example",
        vatNumber: null,
        language: "nl",
      });
      const person = {
        name: "Rita Rust",
        mailAddress: `${id}@klant.example`,
        language: "nl",
        staffRole: null,
      } as const;
      const personId = await addPerson(work, person);
      await assignSeat(work, { organisationId: id, number: 1, personId }, defaultTerms(2026));
      await appointSignatory(work, { organisationId: id, personId });
      return { id, personId };
    });
  const archive = async (id: OrganisationId, actor = administrator) =>
    act(server.services, actor, async (work) =>
      archiveOrganisation(work, id, async () => ({
        ...(await findBinding(work, id)),
        tickets: await openReferencesOf(work.tx, id),
      })),
    );
  const restore = async (id: OrganisationId, actor = administrator) =>
    act(server.services, actor, async (work) => restoreOrganisation(work, id));
  const offerOf = async (id: OrganisationId, termsYear: number) =>
    act(server.services, administrator, async (work) => offerContract(work, { organisationId: id, termsYear }));
  const html = async (path: string) => (await (await marieke.get(path)).text()).replaceAll("\u00a0", " ");
  const page = (id: string) => `/desk/organisations/${id}`;

  it("takes it out of the lists, leaves it its history and its people, and is undone", async () => {
    const { id, personId } = await makeIdle("Rustige klant");
    expect(await html("/desk/organisations")).toContain("Rustige klant");
    expect((await marieke.post(`${page(id)}/archive`, {})).status).toBe(303);
    expect(await html("/desk/organisations")).not.toContain("Rustige klant");
    expect(await html("/desk/search?q=Rustige")).not.toContain(page(id));
    const archived = await html("/desk/organisations?state=archived");
    expect(archived).toContain("Rustige klant");
    expect(archived).not.toContain("Drukke klant");
    const shown = await html(page(id));
    for (const words of ["in het archief", "Haal terug uit het archief", "Rita Rust"]) expect(shown).toContain(words);
    expect(shown).not.toContain("/archive");
    expect((await (await server.browser(personId)).get("/portal/contract")).status).toBe(200);
    expect((await marieke.post(`${page(id)}/archive`, {})).status).toBe(409);
    expect((await marieke.post(`${page(id)}/restore`, {})).status).toBe(303);
    expect(await html("/desk/organisations")).toContain("Rustige klant");
    const kinds = await asSystem(server.services, server.services.now(), async ({ tx }) =>
      tx
        .selectFrom("events")
        .select("kind")
        .where("organisationId", "=", id)
        .where("kind", "like", "organisation-%ed")
        .orderBy("sequence")
        .execute(),
    );
    expect(kinds.map(({ kind }) => kind)).toEqual([
      "organisation-added",
      "organisation-archived",
      "organisation-restored",
    ]);
  });

  it("is refused with what keeps it: the contract, the offers and the open tickets", async () => {
    const reference = await makeTicket(server.services, busy);
    const result = await archive(busy.id);
    expect(result).toMatchObject({ refusal: { code: "organisation-in-use", tickets: [reference], offered: [] } });
    const refused = await marieke.post(`${page(busy.id)}/archive`, {});
    expect(refused.status).toBe(409);
    const text = (await refused.text()).replaceAll("\u00a0", " ");
    for (const words of [reference, "Het contract loopt tot en met 31"]) expect(text).toContain(words);
    const next = server.services.now().toZonedDateTimeISO("Europe/Amsterdam").year + 1;
    await asSystem(server.services, server.services.now(), async (work) => publishTerms(work, defaultTerms(next)));
    const { id } = await makeIdle("Klant met aanbod");
    expect(codeOf(await offerOf(id, next))).toBe("ok");
    expect(await archive(id)).toMatchObject({ refusal: { code: "organisation-in-use", offered: [next], until: null } });
    const archived = await makeIdle("Klant zonder aanbod");
    expect(codeOf(await archive(archived.id))).toBe("ok");
    const offerContractTo = await act(server.services, administrator, async (work) =>
      offerContract(work, { organisationId: archived.id, termsYear: next }),
    );
    expect(codeOf(offerContractTo)).toBe("organisation-archived");
  });

  it("is an administrator's, once, of a customer that there is", async () => {
    const { id } = await makeIdle("Derde klant");
    const consultant: Staff = { kind: "consultant", personId: await makeStaff(server.services) };
    expect(codeOf(await archive(id, consultant))).toBe("not-allowed");
    expect(codeOf(await restore(id, consultant))).toBe("not-allowed");
    expect(codeOf(await restore(id))).toBe("organisation-not-archived");
    const nowhere = newId<OrganisationId>();
    expect(codeOf(await archive(nowhere))).toBe("not-found");
    expect(codeOf(await restore(nowhere))).toBe("not-found");
    const crossing = await Promise.all([archive(id), archive(id)]);
    expect(crossing.map(codeOf).toSorted()).toEqual(["ok", "organisation-archived"]);
  });

  it("is kept by the database, whoever asks", async () => {
    const set = async (id: OrganisationId) =>
      asSystem(server.services, server.services.now(), async ({ tx }) =>
        tx
          .updateTable("organisations")
          .set({ archivedAt: server.services.now() })
          .where("organisationId", "=", id)
          .execute(),
      );
    await expect(set(busy.id)).rejects.toMatchObject({ code: "23001" });
    const { id } = await makeIdle("Vierde klant");
    await set(id);
    await expect(
      asSystem(server.services, server.services.now(), async ({ tx }) =>
        tx
          .insertInto("contracts")
          .values({ organisationId: id, id: newId(), termsYear: 2026, offeredAt: server.services.now() })
          .execute(),
      ),
    ).rejects.toMatchObject({ code: "23001" });
  });
});
