import { localDateOf } from "../../core/calendar/time-zone.ts";
import type { Contact, Staff } from "../../core/access/actor.ts";
import type { RecordedContract } from "../../core/contracts/contract-lifecycle.ts";
import { decideTermination } from "../../core/contracts/termination.ts";
import type { OrganisationId } from "../../core/values/ids.ts";
import { accept, type Result } from "../../core/values/result.ts";
import { refuseTelling } from "../events/check-version.ts";
import { recordEvent } from "../events/record-event.ts";
import type { Work } from "../events/work.ts";
import { contractKinds, type KnownContract } from "./known-contracts.ts";
import { lockContract } from "./lock-contract.ts";
import { findTerms } from "./read-contracts.ts";
import { saveTermination, saveWithdrawal } from "./store-contracts.ts";

export interface Termination {
  readonly organisationId: OrganisationId;
  readonly id: string;
  /** The last day shown before the confirmation; null for a contract that had not started. */
  readonly seenEnd: Temporal.PlainDate | null;
}

/**
 * Terminates a contract for its customer, by a signatory, or by an administrator on their behalf, which the event says.
 * Core's decideTermination sets the end; before its start the contract is withdrawn (K1, K3). Refuses `not-allowed`,
 * `not-found`, `transition-refused`, and `changed-meanwhile` when another last day was shown.
 */
export async function terminateContract(
  work: Work<Contact | Staff>,
  { seenEnd, ...place }: Termination,
): Promise<Result<null>> {
  const { organisationId } = place;
  const locked = await lockContract(work, place, "contract.terminate");
  if (!locked.ok) return locked;
  const { id, termsYear, recorded } = locked.value;
  const decided = await endIfTerminated(work, locked.value);
  if (!decided.ok) return decided;
  const endsOn = endOf(decided.value);
  if ((endsOn?.toString() ?? null) !== (seenEnd?.toString() ?? null))
    return refuseTelling(work, { code: "changed-meanwhile" }, { organisationId, subject: id, kinds: contractKinds });
  const at = work.now();
  if (endsOn === null) await saveWithdrawal(work.tx, { organisationId, id }, at);
  else await saveTermination(work.tx, { organisationId, id }, { endsOn, terminatedAt: at });
  await recordEvent(work, {
    kind: endsOn === null ? "contract-withdrawn" : "contract-terminated",
    organisationId,
    subject: id,
    payload: {
      termsYear,
      before: endOf(recorded)?.toString() ?? null,
      endsOn: endsOn?.toString() ?? null,
      isOnBehalf: work.actor.kind !== "contact",
    },
  });
  return accept(null);
}

/** The result of terminating a contract today, for the form before it (K3). Refuses `transition-refused`. */
export async function endIfTerminated(
  { tx, now }: Work,
  { recorded, termsYear }: KnownContract,
): Promise<Result<RecordedContract>> {
  const terms = await findTerms(tx, termsYear);
  if (terms === null) throw new Error(`a contract of ${termsYear}, a year without terms`);
  return decideTermination(recorded, localDateOf(now()), terms);
}

/** The last day of a contract; null for one without a period. */
export function endOf(contract: RecordedContract): Temporal.PlainDate | null {
  return "period" in contract ? contract.period.endsOn : null;
}
