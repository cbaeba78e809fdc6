import type { NotNull } from "kysely";
import type { OrganisationId } from "../../core/values/ids.ts";
import { compiledOne } from "../db/compiled.ts";
import { nameOf } from "../people/names.ts";

/** An organisation's newest contract on paper that no signatory has confirmed. */
export const findUnconfirmed = compiledOne((from, organisationId: OrganisationId) =>
  from
    .selectFrom("contract_recordings")
    .innerJoin("contracts", (join) =>
      join
        .onRef("contracts.organisationId", "=", "contract_recordings.organisationId")
        .onRef("contracts.id", "=", "contract_recordings.contractId"),
    )
    .select([
      "contracts.id",
      "contracts.termsYear",
      "contracts.signedOn",
      "contracts.startsOn",
      "contracts.endsOn",
      nameOf("contracts.signedBy").as("signedByName"),
    ])
    .where("contract_recordings.organisationId", "=", organisationId)
    .where("contract_recordings.confirmedAt", "is", null)
    .where("contracts.startsOn", "is not", null)
    .$narrowType<{ signedOn: NotNull; startsOn: NotNull; endsOn: NotNull }>()
    .orderBy("contract_recordings.recordedAt", "desc")
    .limit(1),
);
