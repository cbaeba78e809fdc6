import { afterAll, beforeAll, describe, expect, inject, it, vi } from "vitest";
import type { Staff } from "../../core/access/actor.ts";
import { query } from "../../test/embedded.ts";
import { act, codeOf, consultant } from "../../test/support/act.ts";
import { asSystem, makeStaff } from "../../test/support/make-organisation.ts";
import { startTestServer, type TestServer } from "../../test/support/start-test-server.ts";
import { addPerson } from "../people/add-person.ts";
import { parseAddress } from "../people/mail-address.ts";
import { findPerson } from "../people/read-people.ts";
import type { NamedPerson } from "./designate.ts";
import { addCustomer, type NewCustomer } from "./add-customer.ts";

function named(name: string, text: string): NamedPerson {
  const parsed = parseAddress(text);
  if (!parsed.ok) throw new Error(`${text} is no address`);
  return { name, mailAddress: parsed.address };
}

describe("adding a customer refuses", () => {
  let server: TestServer;
  let administrator: Staff;
  beforeAll(async () => {
    server = await startTestServer(inject("ownerUrl"));
    administrator = { kind: "administrator", personId: await makeStaff(server.services, "administrator") };
  });
  afterAll(async () => server.close());

  const add = async (changes: Partial<NewCustomer> = {}, actor = administrator) =>
    act(server.services, actor, async (work) =>
      addCustomer(
        work,
        {
          name: "Bakkerij Zonnig",
          addressLines: [],
          invoiceMailAddress: "facturen@zonnig.example",
          language: "nl",
          contact: named("Joris", "joris@zonnig.example"),
          second: null,
          signatory: null,
          ...changes,
        },
        { contactSeats: 2 },
      ),
    );
  const fieldsOf = async (changes: Partial<NewCustomer>) => {
    const refused = await add(changes);
    return refused.ok || refused.refusal.code !== "invalid-input" ? codeOf(refused) : refused.refusal.fields;
  };

  it("not-allowed, to a consultant", async () => {
    expect(codeOf(await add({}, consultant(await makeStaff(server.services))))).toBe("not-allowed");
  });

  it("invalid-input, a-customer-already, for a number that another customer has", async () => {
    expect(codeOf(await add({ chamberOfCommerce: "12345678" }))).toBe("ok");
    expect(await fieldsOf({ chamberOfCommerce: "12345678" })).toEqual({ chamberOfCommerce: "a-customer-already" });
  });

  it("invalid-input, given-twice, for two contacts with one address", async () => {
    const second = named("Mina", "JORIS@zonnig.example");
    expect(await fieldsOf({ second })).toEqual({ secondMail: "given-twice" });
  });

  it("invalid-input, is-staff, for a colleague in any place", async () => {
    const colleague = await asSystem(server.services, server.services.now(), async ({ tx }) =>
      findPerson(tx, administrator.personId),
    );
    const person = named("Sanne", colleague?.mailAddress ?? "");
    expect(await fieldsOf({ contact: person })).toEqual({ contactMail: "is-staff" });
    expect(await fieldsOf({ second: person })).toEqual({ secondMail: "is-staff" });
    expect(await fieldsOf({ signatory: person })).toEqual({ signatoryMail: "is-staff" });
  });

  it("changed-meanwhile, when a colleague's transaction adds the same person", async () => {
    const contact = named("Samen", "samen@voorbeeld.example");
    const waits = `select from pg_locks join pg_stat_activity using (pid)
      where not granted and datname = current_database()`;
    const added = Promise.withResolvers<void>();
    const isWaiting = Promise.withResolvers<void>();
    const colleague = asSystem(server.services, server.services.now(), async (work) => {
      await addPerson(work, { ...contact, language: "nl", staffRole: null });
      added.resolve();
      await isWaiting.promise;
    });
    await added.promise;
    const second = add({ contact });
    await vi.waitUntil(async () => (await query(server.ownerUrl, waits)).length > 0, { timeout: 10_000 });
    isWaiting.resolve();
    await colleague;
    expect(codeOf(await second)).toBe("changed-meanwhile");
  });
});
