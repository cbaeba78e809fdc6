import type { ChangeKind } from "../../core/values/change.ts";
import type { Refusal } from "../../core/values/refusal.ts";
import { accept, refuse, type Result } from "../../core/values/result.ts";
import { type AskedChanges, changesOf, type Subject, versionOf } from "./changes.ts";
import type { Work } from "./work.ts";

interface Seen extends Subject {
  /** The version that a page or a program saw; left out by a program that did not look. */
  readonly version: number | undefined;
  /** The kinds of change that matter to the action. */
  readonly kinds: readonly ChangeKind[];
  /** Also the person's own changes, for a text that another tab must not overwrite. A choice made twice is allowed. */
  readonly ownToo?: boolean;
}

/**
 * Whether somebody who saw a thing at a version may change it: unless somebody else made a relevant change since (R12).
 * Refuses `changed-meanwhile`, with those changes and the version for a second attempt. Call it with the thing locked.
 */
export async function checkVersion(
  { tx, actor }: Work,
  { version, kinds, ownToo = false, ...subject }: Seen,
): Promise<Result<null>> {
  if (version === undefined) return accept(null);
  const except = ownToo || actor.kind === "system" ? undefined : actor.personId;
  const changes = await changesOf(tx, { ...subject, kinds, since: version, except });
  if (changes.length === 0) return accept(null);
  return refuse({ code: "changed-meanwhile", changes, version: await versionOf(tx, subject) });
}

type Tellable = Extract<Refusal, { readonly changes?: unknown }>;

/** A refusal that names the cause: the last relevant change of the thing, if a change is the reason. */
export async function refuseTelling(
  { tx }: Work,
  refusal: Refusal,
  asked: Omit<AskedChanges, "since" | "limit">,
): Promise<Result<never>> {
  return isTellable(refusal)
    ? refuse({ ...refusal, changes: await changesOf(tx, { ...asked, limit: 1 }) })
    : refuse(refusal);
}

const tellable: ReadonlySet<string> = new Set<Tellable["code"]>([
  "changed-meanwhile",
  "authorisation-decided",
  "start-fee-waived",
  "already-a-holiday",
  "transition-refused",
]);

function isTellable(refusal: Refusal): refusal is Tellable {
  return tellable.has(refusal.code);
}
