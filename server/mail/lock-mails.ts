import { sql } from "kysely";
import type { OrganisationId } from "../../core/values/ids.ts";
import type { Transaction } from "../db/connect.ts";
import type { MailProblem } from "./judge-failure.ts";
import { type DueMail, type MailKindName, type MailState, mostAtOnce, type OpenState } from "./due-mail.ts";

export type LockedMail = Pick<DueMail, "id" | "kind" | "organisationId" | "aboutId" | "personId"> & {
  readonly state: MailState;
};

const columns = ["id", "kind", "organisationId", "aboutId", "personId", "state"] as const;

/** A mail, locked until the transaction ends. */
export async function lockMail(tx: Transaction, id: string): Promise<LockedMail | undefined> {
  return tx.selectFrom("outgoing_mails").select(columns).where("id", "=", id).forUpdate().executeTakeFirst();
}

interface Alike {
  readonly state: OpenState;
  readonly problem?: MailProblem | undefined;
  readonly without: readonly MailKindName[];
}

/** The oldest mails in one state. Mails that somebody is sending are left out. */
export async function lockMails(tx: Transaction, { state, problem, without }: Alike): Promise<readonly LockedMail[]> {
  let query = tx.selectFrom("outgoing_mails").select(columns).where("state", "=", sql.lit(state));
  if (problem !== undefined) query = query.where("problem", "=", problem);
  if (without.length > 0) query = query.where("kind", "not in", without);
  return query.orderBy("waitingSince").orderBy("id").limit(mostAtOnce).forUpdate().skipLocked().execute();
}

/** In the same order for everybody, because each chain is locked until the end. */
export function byOrganisation(mails: readonly LockedMail[]): [OrganisationId | null, LockedMail[]][] {
  const grouped = Map.groupBy(mails, ({ organisationId }) => organisationId);
  return [...grouped].toSorted(([one], [other]) => ((one ?? "") < (other ?? "") ? -1 : 1));
}
