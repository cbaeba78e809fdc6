import type { Staff } from "../../core/access/actor.ts";
import type { Month } from "../../core/values/month.ts";
import type { OrganisationId } from "../../core/values/ids.ts";
import type { Refusal } from "../../core/values/refusal.ts";
import { type Databases, inTransaction } from "../db/transaction.ts";
import { issueInvoice } from "./issue-invoice.ts";

export interface SeenProposal {
  readonly organisationId: OrganisationId;
  readonly fingerprint: string;
}

export interface IssuedMonth {
  readonly numbers: readonly string[];
  readonly refused: readonly { readonly organisationId: OrganisationId; readonly refusal: Refusal }[];
}

/**
 * Issues the proposals that were seen, each in a transaction of its own, so that a changed one does not stop the others
 * (M2).
 */
export async function issueMonth(
  needs: { databases: Databases; now: () => Temporal.Instant },
  actor: Staff,
  { month, seen }: { month: Month; seen: readonly SeenProposal[] },
): Promise<IssuedMonth> {
  const numbers: string[] = [];
  const refused: { organisationId: OrganisationId; refusal: Refusal }[] = [];
  for (const { organisationId, fingerprint } of seen) {
    const issued = await inTransaction(needs.databases, actor, async (tx) =>
      issueInvoice({ tx, actor, now: needs.now, reacts: true }, { organisationId, month, fingerprint }),
    );
    if (issued.ok) numbers.push(issued.value.number);
    else refused.push({ organisationId, refusal: issued.refusal });
  }
  return { numbers, refused };
}
