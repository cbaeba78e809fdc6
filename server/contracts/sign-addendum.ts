import { localDateOf } from "../../core/calendar/time-zone.ts";
import type { Contact, System } from "../../core/access/actor.ts";
import { can } from "../../core/access/can.ts";
import { decideAddendum, type RecordedAddendum } from "../../core/contracts/addendum.ts";
import type { ContractPeriod } from "../../core/contracts/period.ts";
import type { OrganisationId, PersonId } from "../../core/values/ids.ts";
import { refuse, type Result } from "../../core/values/result.ts";
import { recordEvent } from "../events/record-event.ts";
import type { Work } from "../events/work.ts";
import { isSignatory } from "../organisations/find-organisations.ts";
import { lockAddendum, saveAddendumSignature } from "./store-addenda.ts";

interface Signing {
  readonly organisationId: OrganisationId;
  readonly id: string;
  readonly signedBy: PersonId;
}

/**
 * Records that a signatory signed an addendum, from today on or from the start of its contract (A3). Refuses
 * `not-allowed` to a person who may not sign for the organisation, `not-found`, and what core's decideAddendum refuses.
 */
export async function signAddendum(
  work: Work<Contact | System>,
  { organisationId, id, signedBy }: Signing,
): Promise<Result<ContractPeriod>> {
  if (!can(work.actor, "addendum.sign", { organisationId })) return refuse({ code: "not-allowed" });
  if (!(await isSignatory(work.tx, organisationId, signedBy))) return refuse({ code: "not-allowed" });
  const addendum = await lockAddendum(work.tx, organisationId, id);
  if (addendum === undefined) return refuse({ code: "not-found" });
  const signedOn = localDateOf(work.now());
  const contract = periodOf(addendum.contractStartsOn, addendum.contractEndsOn);
  if (contract === null) throw new Error(`addendum ${id} was offered under a contract that nobody signed`);
  const period = decideAddendum(recordedOf(addendum), contract, signedOn);
  if (!period.ok) return period;
  await saveAddendumSignature(work.tx, { organisationId, id: addendum.id }, { ...period.value, signedOn, signedBy });
  await recordEvent(work, {
    kind: "contract-addendum-signed",
    organisationId,
    subject: addendum.id,
    payload: { startsOn: period.value.startsOn.toString(), endsOn: period.value.endsOn.toString() },
  });
  return period;
}

function recordedOf(row: NonNullable<Awaited<ReturnType<typeof lockAddendum>>>): RecordedAddendum {
  if (row.withdrawnAt !== null) return { recorded: "withdrawn" };
  const period = periodOf(row.startsOn, row.endsOn);
  return period === null ? { recorded: "offered" } : { recorded: "signed", period };
}

function periodOf(startsOn: Temporal.PlainDate | null, endsOn: Temporal.PlainDate | null): ContractPeriod | null {
  return startsOn === null || endsOn === null ? null : { startsOn, endsOn };
}
