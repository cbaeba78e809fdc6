import type { Contact, Staff, System } from "../../../../core/access/actor.ts";
import { localDateOf } from "../../../../core/calendar/time-zone.ts";
import { defaultTerms } from "../../../../core/contracts/terms.ts";
import type { PersonId } from "../../../../core/values/ids.ts";
import type { Language } from "../../../../core/values/language.ts";
import { monthOfDate } from "../../../../core/values/month.ts";
import { accept, type Result } from "../../../../core/values/result.ts";
import type { Work } from "../../../events/work.ts";
import { addOrganisation } from "../../../organisations/add-organisation.ts";
import { appointSignatory } from "../../../organisations/appoint-signatory.ts";
import { archiveOrganisation } from "../../../organisations/archive-organisation.ts";
import { assignSeat } from "../../../organisations/assign-seat.ts";
import { setVatPosition } from "../../../organisations/set-vat-position.ts";
import { changeOrganisation } from "../../../organisations/change-organisation.ts";
import { designateContact } from "../../../organisations/designate.ts";
import { addPerson } from "../../../people/add-person.ts";
import type { MailAddress } from "../../../people/mail-address.ts";
import type { DemoOrganisation, DemoPerson } from "../../content/organisations.ts";
import { known, type Registry } from "../people.ts";

export interface OrganisationStep {
  readonly kind: "add-organisation" | "hand-seat-over";
  readonly at: Temporal.Instant;
  readonly organisation: string;
}

/** Adds a customer with its people. A person of two organisations is added once. */
export async function welcome(work: Work<System>, registry: Registry, organisation: DemoOrganisation): Promise<void> {
  const { name, addressLines, vatNumber, language, domain, seats, signatory, predecessor, key } = organisation;
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
  const first = predecessor === undefined ? seats : [...seats.slice(0, -1), predecessor];
  for (const [index, person] of first.entries()) {
    const personId = await personOf(work, registry, person, language);
    const seated = await assignSeat(work, { organisationId, number: index + 1, personId }, terms);
    if (!seated.ok) throw new Error(seated.refusal.code);
  }
  await appointSignatory(work, { organisationId, personId: await personOf(work, registry, signatory, language) });
}

/** An administrator notes what the provider knows about a customer. */
export async function noteDetails(
  work: Work<Staff>,
  registry: Registry,
  { key, name, addressLines, domain, language, details }: DemoOrganisation,
): Promise<Result<null>> {
  if (details === undefined) return accept(null);
  const organisationId = known(registry.organisations, key);
  const invoiceMailAddress = `facturen@${domain}`;
  const kept = { name, addressLines, invoiceMailAddress, language, chamberOfCommerce: null };
  return changeOrganisation(work, { organisationId, ...kept, ...details });
}

export interface ProspectStep {
  readonly kind: "archive-prospect";
  readonly at: Temporal.Instant;
}

/** An administrator archives somebody who asked for a contract and never signed one. */
export async function archiveProspect(work: Work<Staff>): Promise<Result<null>> {
  const organisationId = await addOrganisation(work, {
    name: "Fietsenmakerij De Ketting",
    addressLines: ["Wielerpad 3", "1234 AD Voorbeelddam"],
    vatNumber: null,
    language: "nl",
    invoiceMailAddress: "info@fietsenmakerij-deketting.example",
  });
  return archiveOrganisation(work, organisationId, async () =>
    Promise.resolve({ until: null, offered: [], tickets: [] }),
  );
}

/** A signatory gives the last seat to its present holder. */
export async function handSeatOver(
  work: Work<Contact>,
  registry: Registry,
  { key, seats, predecessor }: DemoOrganisation,
): Promise<Result<unknown>> {
  const holder = seats.at(-1);
  if (holder === undefined || predecessor === undefined) throw new Error(`nobody of ${key} hands a seat over`);
  const { name, mailAddress } = holder;
  const place = {
    organisationId: known(registry.organisations, key),
    number: seats.length,
    held: known(registry.people, predecessor.mailAddress),
  };
  const person = { name, mailAddress: mailAddress as MailAddress };
  const given = await designateContact(work, { ...place, person }, defaultTerms(localDateOf(work.now()).year));
  if (given.ok && given.value.holderId !== null) registry.people.set(mailAddress, given.value.holderId);
  return given;
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
