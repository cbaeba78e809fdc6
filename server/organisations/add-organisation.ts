import type { Language } from "../../core/values/language.ts";
import type { Staff, System } from "../../core/access/actor.ts";
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
  readonly language: Language;
  readonly chamberOfCommerce?: string | null;
}

/** Adds a customer organisation, without people or contract yet. */
export async function addOrganisation(
  work: Work<Staff | System>,
  organisation: NewOrganisation,
): Promise<OrganisationId> {
  const { name, addressLines, invoiceMailAddress, vatNumber, language, chamberOfCommerce = null } = organisation;
  const id = newId<OrganisationId>();
  await insertOrganisation(work.tx, {
    organisationId: id,
    name,
    addressLines: [...addressLines],
    invoiceMailAddress,
    vatNumber,
    language,
    chamberOfCommerce,
    createdAt: work.now(),
  });
  await recordEvent(work, {
    kind: "organisation-added",
    organisationId: id,
    subject: id,
    payload: { name, addressLines: [...addressLines], invoiceMailAddress, chamberOfCommerce },
  });
  return id;
}
