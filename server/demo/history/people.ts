import type { Contact, Staff, System } from "../../../core/access/actor.ts";
import type { OrganisationId, PersonId } from "../../../core/values/ids.ts";
import type { Work } from "../../events/work.ts";
import { addPerson } from "../../people/add-person.ts";
import { allOrganisations } from "../content/more-organisations.ts";
import type { DemoOrganisation } from "../content/organisations.ts";
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
