import { localDateOf } from "../../../core/calendar/time-zone.ts";
import type { Contact, Staff, System } from "../../../core/access/actor.ts";
import { defaultTerms } from "../../../core/contracts/terms.ts";
import type { OrganisationId, PersonId } from "../../../core/values/ids.ts";
import { monthOfDate } from "../../../core/values/month.ts";
import type { Work } from "../../events/work.ts";
import { addOrganisation } from "../../organisations/add-organisation.ts";
import { appointSignatory } from "../../organisations/appoint-signatory.ts";
import { assignSeat } from "../../organisations/assign-seat.ts";
import { setVatPosition } from "../../organisations/set-vat-position.ts";
import { addPerson } from "../../people/add-person.ts";
import { allOrganisations } from "../content/more-organisations.ts";
import type { DemoOrganisation, DemoPerson } from "../content/organisations.ts";
import { staff } from "./cast.ts";

/** The existing people and things, by the keys of the plan. */
export interface Registry {
  readonly people: Map<string, PersonId>;
  readonly organisations: Map<string, OrganisationId>;
  /** References of tickets, and ids of articles by template. */
  readonly tickets: Map<string, string>;
  readonly articles: Map<string, string>;
}

export function createRegistry(): Registry {
  return { people: new Map(), organisations: new Map(), tickets: new Map(), articles: new Map() };
}

export function known<Value>(map: ReadonlyMap<string, Value>, key: string): Value {
  const value = map.get(key);
  if (value === undefined) throw new Error(`the plan speaks of ${key} before it exists`);
  return value;
}

export function organisationOf(key: string): DemoOrganisation {
  const found = allOrganisations.find((organisation) => organisation.key === key);
  if (found === undefined) throw new Error(`no organisation ${key}`);
  return found;
}

/** The provider's own people. */
export async function hireStaff(work: Work<System>, registry: Registry): Promise<void> {
  for (const { share: _, ...person } of staff) registry.people.set(person.mailAddress, await addPerson(work, person));
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
  ofOrganisation: "nl" | "en",
): Promise<PersonId> {
  const existing = registry.people.get(mailAddress);
  if (existing !== undefined) return existing;
  const id = await addPerson(work, { name, mailAddress, language: language ?? ofOrganisation, staffRole: null });
  registry.people.set(mailAddress, id);
  return id;
}

export function staffActor(registry: Registry, mailAddress: string): Staff | null {
  const member = staff.find((one) => one.mailAddress === mailAddress);
  return member === undefined ? null : { kind: member.staffRole, personId: known(registry.people, mailAddress) };
}

export function contactActor(registry: Registry, key: string, mailAddress: string): Contact {
  const { seats, signatory } = organisationOf(key);
  const seat = seats.findIndex((one) => one.mailAddress === mailAddress);
  return {
    kind: "contact",
    personId: known(registry.people, mailAddress),
    organisationId: known(registry.organisations, key),
    seat: seat === 0 ? 1 : seat === 1 ? 2 : null,
    isSignatory: signatory.mailAddress === mailAddress,
  };
}
