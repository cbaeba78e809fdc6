import type { PersonId } from "../../core/values/ids.ts";
import { recordEvent } from "../events/record-event.ts";
import type { Work } from "../events/work.ts";
import { paths } from "../faces/paths.ts";
import { type Answer, redirect } from "../http/answer.ts";
import { goOnPath } from "../http/hold-form.tsx";
import { isLocalPath } from "../http/local-path.ts";
import type { View } from "../http/route.ts";
import { knownCookie, rememberBrowser } from "./known-browsers.ts";
import { findMemberships, findPerson } from "../people/read-people.ts";
import { openSession } from "./sessions.ts";
import { closeInvitation } from "./store-invitations.ts";
import { closeSession } from "./store-sessions.ts";

interface Entering {
  readonly personId: PersonId;
  readonly view: View;
  readonly next: string | undefined;
  readonly systemNow: Temporal.Instant;
  readonly by: "code" | "link" | "persona" | "invitation";
}

/**
 * Opens a session for an identified person: always a new one, whatever this browser had before (R18). An invitation of
 * the person has then done its work.
 */
export async function enter(work: Work, { personId, view, next, systemNow, by }: Entering): Promise<Answer> {
  if (view.identity !== null) await closeSession(work.tx, view.identity.sessionId, systemNow);
  await closeInvitation(work.tx, personId, systemNow);
  const { token, maxAgeSeconds } = await openSession(work.tx, personId, systemNow);
  // Choosing a demo's persona proves nothing, so it makes no browser known.
  const secret = view.cookies[knownCookie];
  const known = by === "persona" ? [] : [await rememberBrowser(work.tx, { secret, personId, now: systemNow })];
  await recordEvent(work, {
    kind: "signed-in",
    organisationId: null,
    subject: personId,
    payload: { by },
  });
  return redirect(await destination(work, personId, next), {
    cookies: [
      { name: "session", value: token, maxAgeSeconds },
      { name: "browser", value: "", maxAgeSeconds: 0 },
      ...known,
    ],
  });
}

/** The next page: the requested one if it belongs to the person's own face, otherwise their home. */
async function destination(work: Work, personId: PersonId, next: string | undefined): Promise<string> {
  const person = await findPerson(work.tx, personId);
  const isStaff = person !== undefined && person.staffRole !== null;
  const wanted = ownPath(next, isStaff ? paths.desk.board : paths.portal.home);
  if (isStaff) return wanted;
  const memberships = await findMemberships(work.tx, personId);
  if (memberships.length === 1) return wanted;
  return wanted === paths.portal.home
    ? paths.chooseOrganisation
    : `${paths.chooseOrganisation}?next=${encodeURIComponent(wanted)}`;
}

/** A path below a face's home, that home, or a kept form. Anything in the request leads only to a path of ours. */
export function ownPath(next: string | undefined, home: string): string {
  if (next === goOnPath) return goOnPath;
  return next !== undefined &&
    isLocalPath(next) &&
    (next === home || next.startsWith(`${home}/`) || next.startsWith(`${home}?`))
    ? next
    : home;
}
