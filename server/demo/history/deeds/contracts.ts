import type { Contact, Staff, System } from "../../../../core/access/actor.ts";
import { type ContractTerms, defaultTerms, standardWindows } from "../../../../core/contracts/terms.ts";
import type { OrganisationId } from "../../../../core/values/ids.ts";
import type { Result } from "../../../../core/values/result.ts";
import { offerContract } from "../../../contracts/offer-contract.ts";
import { publishTerms } from "../../../contracts/publish-terms.ts";
import { findUnconfirmed } from "../../../contracts/read-recordings.ts";
import { confirmContract } from "../../../contracts/record-contract.ts";
import { signContract } from "../../../contracts/sign-contract.ts";
import type { Work } from "../../../events/work.ts";

interface OfOrganisation {
  readonly at: Temporal.Instant;
  readonly organisation: string;
  readonly termsYear: number;
}

export type ContractStep =
  | { readonly kind: "publish-terms"; readonly at: Temporal.Instant; readonly year: number; readonly isComing: boolean }
  | ({ readonly kind: "offer" } & OfOrganisation)
  | ({ readonly kind: "record-contract"; readonly signedOn: Temporal.PlainDate } & OfOrganisation)
  | ({ readonly kind: "confirm-contract" } & OfOrganisation)
  | ({ readonly kind: "sign" } & OfOrganisation);

export async function publishYear(work: Work<System>, step: { year: number; isComing: boolean }): Promise<void> {
  await publishTerms(work, step.isComing ? dearerTerms(step.year) : defaultTerms(step.year));
}

/** The coming year costs a little more, so that the year's page can compare (K5). */
function dearerTerms(year: number): ContractTerms {
  const windows = standardWindows({ office: 10_500n, outside: 13_000n, "weekend-holiday": 15_000n });
  return { ...defaultTerms(year), windows, additionalTicketRate: 12_000n };
}

export async function offer(
  work: Work<Staff>,
  organisationId: OrganisationId,
  { termsYear }: OfOrganisation,
): Promise<Result<unknown>> {
  return offerContract(work, { organisationId, termsYear });
}

export async function sign(work: Work<Contact>, { termsYear }: OfOrganisation): Promise<Result<unknown>> {
  const { organisationId, personId } = work.actor;
  return signContract(work, { organisationId, signedBy: personId, termsYear });
}

export async function confirmPaper(work: Work<Contact>): Promise<Result<unknown>> {
  const { organisationId } = work.actor;
  const recorded = await findUnconfirmed(work.tx, organisationId);
  if (recorded === undefined) throw new Error("there is no contract on paper to confirm");
  return confirmContract(work, { organisationId, id: recorded.id });
}
