import type { ChangeKind } from "../../core/values/change.ts";
import type { Refusal } from "../../core/values/refusal.ts";
import { accept, refuse, type Result } from "../../core/values/result.ts";
import { type AskedChanges, changesOf, type Subject, versionOf } from "./changes.ts";
import type { Work } from "./work.ts";

interface Seen extends Subject {
  /** The version that a page or a program saw; left out by a program that did not look. */
  readonly version: number | undefined;
  /** What bears on what is about to be done. */
  readonly kinds: readonly ChangeKind[];
  /** A text that somebody changed in another tab must not be lost either; a choice they made twice is theirs. */
  readonly ownToo?: boolean;
}

/**
 * Whether somebody who saw a thing at a version may change it: not when somebody else did what bears on it since (R12).
 * Refuses `changed-meanwhile`, with what they did and the version from which it can be done knowing it. Call it with
 * the thing locked.
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

/**
 * A refusal, with who made the thing as it stands by now where that is why: the last that happened to it of what can
 * have.
 */
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
