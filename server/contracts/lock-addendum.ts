import { requirePermission } from "../../core/access/can.ts";
import { localDateOf } from "../../core/calendar/time-zone.ts";
import type { RecordedAddendum } from "../../core/contracts/addendum.ts";
import { type AddendumDeed, addendumDeeds } from "../../core/contracts/contract-deeds.ts";
import type { ContractPeriod } from "../../core/contracts/period.ts";
import type { AddendumId, OrganisationId } from "../../core/values/ids.ts";
import { accept, refuse, type Result } from "../../core/values/result.ts";
import { refuseTelling } from "../events/check-version.ts";
import type { Work } from "../events/work.ts";
import { findLockedAddendum } from "./store-addenda.ts";

interface LockedAddendum {
  readonly id: AddendumId;
  readonly recorded: RecordedAddendum;
  readonly contract: ContractPeriod;
}

/**
 * An addendum for a deed, locked until the transaction ends (R12). Refuses `not-allowed`,
 * `not-found`, and what its state refuses, with the person who settled it.
 */
export async function lockAddendum(
  work: Work,
  { organisationId, id }: { readonly organisationId: OrganisationId; readonly id: string },
  deed: AddendumDeed,
): Promise<Result<LockedAddendum>> {
  const permitted = requirePermission(work.actor, deed, { organisationId });
  if (!permitted.ok) return permitted;
  const row = await findLockedAddendum(work.tx, organisationId, id);
  if (row === undefined) return refuse({ code: "not-found" });
  const contract = periodOf(row.contractStartsOn, row.contractEndsOn);
  if (contract === null) throw new Error(`addendum ${id} was offered under a contract that nobody signed`);
  const addendum = { id: row.id, recorded: recordedOf(row), contract };
  const able = addendumDeeds[deed]({ ...addendum, today: localDateOf(work.now()) });
  if (able.ok) return accept(addendum);
  const kinds = ["contract-addendum-signed", "contract-addendum-withdrawn"] as const;
  return refuseTelling(work, able.refusal, { organisationId, subject: row.id, kinds });
}

function recordedOf(row: NonNullable<Awaited<ReturnType<typeof findLockedAddendum>>>): RecordedAddendum {
  if (row.withdrawnAt !== null) return { recorded: "withdrawn" };
  const period = periodOf(row.startsOn, row.endsOn);
  return period === null ? { recorded: "offered" } : { recorded: "signed", period };
}

function periodOf(startsOn: Temporal.PlainDate | null, endsOn: Temporal.PlainDate | null): ContractPeriod | null {
  return startsOn === null || endsOn === null ? null : { startsOn, endsOn };
}
