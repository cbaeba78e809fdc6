import type { Staff } from "../../core/access/actor.ts";
import { requirePermission } from "../../core/access/can.ts";
import type { FieldProblem } from "../../core/values/refusal.ts";
import type { Language } from "../../core/values/language.ts";
import type { OrganisationId, PersonId } from "../../core/values/ids.ts";
import { accept, refuse, type Result } from "../../core/values/result.ts";
import { violatedConstraint } from "../db/transaction.ts";
import { attempt, type Work } from "../events/work.ts";
import { addPerson } from "../people/add-person.ts";
import { findAnybodyByAddress } from "../people/read-people.ts";
import { addOrganisation, type NewOrganisation } from "./add-organisation.ts";
import { appointSignatory } from "./appoint-signatory.ts";
import type { NamedPerson } from "./designate.ts";
import { assignSeat } from "./assign-seat.ts";

export interface NewCustomer extends Omit<NewOrganisation, "vatNumber"> {
  readonly contact: NamedPerson;
  readonly second: NamedPerson | null;
  /** Who may sign the contract; null for the first contact. */
  readonly signatory: NamedPerson | null;
}

/**
 * Adds a customer with its contacts in seats and its signatory, who sign in with a code to their address from then on
 * (P2). The terms give the number of seats. Somebody who is known from another customer keeps the name that they
 * have. Refuses `not-allowed`, `invalid-input` with the field (`a-customer-already`, `given-twice`, `is-staff`), and
 * `changed-meanwhile` when a colleague adds the same person.
 */
export async function addCustomer(
  work: Work<Staff>,
  { contact, second, signatory, ...organisation }: NewCustomer,
  terms: { readonly contactSeats: number },
): Promise<Result<OrganisationId>> {
  const allowed = requirePermission(work.actor, "organisation.add", { organisationId: null });
  if (!allowed.ok) return allowed;
  return attempt(
    work,
    async () => {
      const people = await findPeople(work, { contact, second, signatory }, organisation.language);
      if (!people.ok) return people;
      const organisationId = await addOrganisation(work, { ...organisation, vatNumber: null });
      for (const [index, personId] of [people.value.contact, people.value.second].entries()) {
        if (personId === null) continue;
        const seated = await assignSeat(work, { organisationId, number: index + 1, personId }, terms);
        if (!seated.ok) return seated;
      }
      await appointSignatory(work, { organisationId, personId: people.value.signatory });
      return accept(organisationId);
    },
    translate,
  );
}

/** The database's own limits, if another transaction was quicker than our look. */
function translate(error: unknown): Result<never> | null {
  switch (violatedConstraint(error)) {
    case "organisations_chamber_of_commerce_key":
      return wrongField("chamberOfCommerce", "a-customer-already");
    case "people_mail_address_key":
      return refuse({ code: "changed-meanwhile" });
    default:
      return null;
  }
}

interface People {
  readonly contact: PersonId;
  readonly second: PersonId | null;
  readonly signatory: PersonId;
}

/** The people of a customer: known ones, and others that are added. The signatory may also be one of the contacts. */
async function findPeople(
  work: Work<Staff>,
  named: Pick<NewCustomer, "contact" | "second" | "signatory">,
  language: Language,
): Promise<Result<People>> {
  const contact = await personOf(work, named.contact, language);
  if (contact === null) return wrongField("contactMail", "is-staff");
  const second = named.second && (await personOf(work, named.second, language));
  if (named.second !== null && second === null) return wrongField("secondMail", "is-staff");
  if (second === contact) return wrongField("secondMail", "given-twice");
  const signatory = named.signatory === null ? contact : await personOf(work, named.signatory, language);
  return signatory === null ? wrongField("signatoryMail", "is-staff") : accept({ contact, second, signatory });
}

function wrongField(field: string, problem: FieldProblem): Result<never> {
  return refuse({ code: "invalid-input", fields: { [field]: problem } });
}

/** Null for somebody of the provider's own staff. */
async function personOf(work: Work<Staff>, person: NamedPerson, language: Language): Promise<PersonId | null> {
  const known = await findAnybodyByAddress(work.tx, person.mailAddress.toLowerCase());
  if (known === undefined) return addPerson(work, { ...person, language, staffRole: null });
  return known.staffRole === null ? known.id : null;
}
