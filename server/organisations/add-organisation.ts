import type { System } from "../../core/access/actor.ts";
import type { OrganisationId } from "../../core/values/ids.ts";
import { recordEvent } from "../events/record-event.ts";
import { newId } from "../db/new-id.ts";
import type { Work } from "../events/work.ts";
import { insertOrganisation } from "./store.ts";

export interface NewOrganisation {
  readonly name: string;
  readonly addressLines: readonly string[];
  readonly invoiceMailAddress: string;
  readonly vatNumber: string | null;
  readonly language: "nl" | "en";
}

/** Adds a customer organisation, without people or contract yet. */
export async function addOrganisation(work: Work<System>, organisation: NewOrganisation): Promise<OrganisationId> {
  const id = newId<OrganisationId>();
  await insertOrganisation(work.tx, {
    organisationId: id,
    name: organisation.name,
    addressLines: [...organisation.addressLines],
    invoiceMailAddress: organisation.invoiceMailAddress,
    vatNumber: organisation.vatNumber,
    language: organisation.language,
    createdAt: work.now(),
  });
  await recordEvent(work, {
    kind: "organisation-added",
    organisationId: id,
    subject: id,
    payload: { name: organisation.name },
  });
  return id;
}
