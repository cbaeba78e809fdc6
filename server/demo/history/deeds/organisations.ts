import type { System } from "../../../../core/access/actor.ts";
import { localDateOf } from "../../../../core/calendar/time-zone.ts";
import { defaultTerms } from "../../../../core/contracts/terms.ts";
import type { PersonId } from "../../../../core/values/ids.ts";
import type { Language } from "../../../../core/values/language.ts";
import { monthOfDate } from "../../../../core/values/month.ts";
import type { Work } from "../../../events/work.ts";
import { addOrganisation } from "../../../organisations/add-organisation.ts";
import { appointSignatory } from "../../../organisations/appoint-signatory.ts";
import { assignSeat } from "../../../organisations/assign-seat.ts";
import { setVatPosition } from "../../../organisations/set-vat-position.ts";
import { addPerson } from "../../../people/add-person.ts";
import type { DemoOrganisation, DemoPerson } from "../../content/organisations.ts";
import type { Registry } from "../people.ts";

export interface OrganisationStep {
  readonly kind: "add-organisation";
  readonly at: Temporal.Instant;
  readonly organisation: string;
}

/** Adds a customer with its people. A person of two organisations is added once. */
export async function welcome(work: Work<System>, registry: Registry, organisation: DemoOrganisation): Promise<void> {
  const { name, addressLines, vatNumber, language, domain, seats, signatory, key } = organisation;
  const organisationId = await addOrganisation(work, {
    name,
    addressLines,
    vatNumber,
    language,
    invoiceMailAddress: `facturen@${domain}`,
  });
  registry.organisations.set(key, organisationId);
  if (organisation.isElsewhereInEu === true) {
    const from = monthOfDate(localDateOf(work.now()));
    const change = { organisationId, from, position: "eu-business", vatNumber: vatNumber ?? "" } as const;
    const moved = await setVatPosition(work, change);
    if (!moved.ok) throw new Error(moved.refusal.code);
  }
  const terms = defaultTerms(localDateOf(work.now()).year);
  for (const [index, person] of seats.entries()) {
    const personId = await personOf(work, registry, person, language);
    const seated = await assignSeat(work, { organisationId, number: index + 1, personId }, terms);
    if (!seated.ok) throw new Error(seated.refusal.code);
  }
  await appointSignatory(work, { organisationId, personId: await personOf(work, registry, signatory, language) });
}

async function personOf(
  work: Work<System>,
  registry: Registry,
  { name, mailAddress, language }: DemoPerson,
  ofOrganisation: Language,
): Promise<PersonId> {
  const existing = registry.people.get(mailAddress);
  if (existing !== undefined) return existing;
  const id = await addPerson(work, { name, mailAddress, language: language ?? ofOrganisation, staffRole: null });
  registry.people.set(mailAddress, id);
  return id;
}
