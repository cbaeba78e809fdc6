import type { System } from "../../core/access/actor.ts";
import { defaultTerms } from "../../core/contracts/terms.ts";
import type { OrganisationId, PersonId } from "../../core/values/ids.ts";
import { signContract } from "../../server/contracts/sign-contract.ts";
import { publishTerms } from "../../server/contracts/publish-terms.ts";
import { inTransaction } from "../../server/db/transaction.ts";
import type { Work } from "../../server/events/work.ts";
import { addOrganisation } from "../../server/organisations/add-organisation.ts";
import { appointSignatory } from "../../server/organisations/appoint-signatory.ts";
import { assignSeat } from "../../server/organisations/assign-seat.ts";
import type { Services } from "../../server/services.ts";
import { addPerson } from "../../server/people/add-person.ts";

export interface TestOrganisation {
  readonly id: OrganisationId;
  readonly name: string;
  /** The holder of seat 1, also signatory. */
  readonly first: PersonId;
  /** The holder of seat 2. */
  readonly second: PersonId;
}

let made = 0;

/** Runs work as the product itself, at a moment. */
export async function asSystem<Value>(
  services: Services,
  at: Temporal.Instant,
  run: (work: Work<System>) => Promise<Value>,
): Promise<Value> {
  return inTransaction(services.databases, { kind: "system" }, async (tx) =>
    run({ tx, actor: { kind: "system" }, now: () => at, reacts: false }),
  );
}

/** An organisation with two contacts and a contract since January of the current year. */
export async function makeOrganisation(services: Services, name = "Bakkerij De Vries"): Promise<TestOrganisation> {
  const signedAt = services
    .now()
    .toZonedDateTimeISO("UTC")
    .with({ month: 1, day: 1 })
    .subtract({ days: 20 })
    .toInstant();
  made += 1;
  const number = made;
  return asSystem(services, signedAt, async (work) => {
    const year = services.now().toZonedDateTimeISO("UTC").year;
    const published = await work.tx.selectFrom("terms").select("year").where("year", "=", year).executeTakeFirst();
    if (published === undefined) await publishTerms(work, defaultTerms(year));
    const id = await addOrganisation(work, {
      name,
      addressLines: ["Dorpsstraat 1", "1234 AB Voorbeeld"],
      invoiceMailAddress: `invoices${number}@customer.example`,
      vatNumber: null,
      language: "nl",
    });
    const first = await addPerson(work, {
      name: `Anna Jansen ${number}`,
      mailAddress: `anna${number}@customer.example`,
      language: "nl",
      staffRole: null,
    });
    const second = await addPerson(work, {
      name: `Bram de Boer ${number}`,
      mailAddress: `bram${number}@customer.example`,
      language: "en",
      staffRole: null,
    });
    for (const [index, personId] of [first, second].entries()) {
      const seated = await assignSeat(work, { organisationId: id, number: index + 1, personId }, defaultTerms(year));
      if (!seated.ok) throw new Error(seated.refusal.code);
    }
    await appointSignatory(work, { organisationId: id, personId: first });
    const signed = await signContract(work, { organisationId: id, signedBy: first, termsYear: year });
    if (!signed.ok) throw new Error(signed.refusal.code);
    return { id, name, first, second };
  });
}

/** A person of the provider. */
export async function makeStaff(
  services: Services,
  staffRole: "consultant" | "administrator" = "consultant",
): Promise<PersonId> {
  made += 1;
  const number = made;
  return asSystem(services, services.now(), async (work) =>
    addPerson(work, {
      name: `Sanne Bakker ${number}`,
      mailAddress: `sanne${number}@desk.example`,
      language: "nl",
      staffRole,
      weeklyCapacityMinutes: 1920,
    }),
  );
}
