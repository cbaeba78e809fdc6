import type { Staff } from "../../core/access/actor.ts";
import { requirePermission } from "../../core/access/can.ts";
import type { OrganisationId } from "../../core/values/ids.ts";
import { accept, refuse, type Result } from "../../core/values/result.ts";
import { recordEvent } from "../events/record-event.ts";
import type { Work } from "../events/work.ts";
import { findOrganisation } from "./find-organisations.ts";
import { updateOrganisation } from "./store.ts";
import { holdOrganisation } from "./store-vat-positions.ts";

/** What keeps a customer from being archived, read by the nouns that know it. */
export interface InUse {
  /** The last day of a contract in force or to come; null without one. */
  readonly until: Temporal.PlainDate | null;
  /** The years whose offers wait for a signature. */
  readonly offered: readonly number[];
  /** The references of some open tickets. */
  readonly tickets: readonly string[];
}

/**
 * Archives a customer, which leaves all lists and keeps its history; its people can still sign in and read. The
 * organisation is locked before it is asked what keeps it, so that nothing begins meanwhile. Refuses `not-allowed`,
 * `not-found`, `organisation-archived`, and `organisation-in-use` with the contract, the offers and the tickets.
 */
export async function archiveOrganisation(
  work: Work<Staff>,
  organisationId: OrganisationId,
  inUse: () => Promise<InUse>,
): Promise<Result<null>> {
  const held = await holdFor(work, organisationId, "organisation.archive");
  if (!held.ok) return held;
  if (held.value.archivedAt !== null) return refuse({ code: "organisation-archived" });
  const { until, offered, tickets } = await inUse();
  if (until !== null || offered.length > 0 || tickets.length > 0)
    return refuse({ code: "organisation-in-use", until: until?.toString() ?? null, offered, tickets });
  await updateOrganisation(work.tx, organisationId, { archivedAt: work.now() });
  await recordEvent(work, { kind: "organisation-archived", organisationId, subject: organisationId, payload: {} });
  return accept(null);
}

/**
 * Brings an archived customer back into the lists. Refuses `not-allowed`, `not-found`, and `organisation-not-archived`.
 */
export async function restoreOrganisation(work: Work<Staff>, organisationId: OrganisationId): Promise<Result<null>> {
  const held = await holdFor(work, organisationId, "organisation.restore");
  if (!held.ok) return held;
  if (held.value.archivedAt === null) return refuse({ code: "organisation-not-archived" });
  await updateOrganisation(work.tx, organisationId, { archivedAt: null });
  await recordEvent(work, { kind: "organisation-restored", organisationId, subject: organisationId, payload: {} });
  return accept(null);
}

async function holdFor(
  work: Work<Staff>,
  organisationId: OrganisationId,
  deed: "organisation.archive" | "organisation.restore",
) {
  const allowed = requirePermission(work.actor, deed, { organisationId });
  if (!allowed.ok) return allowed;
  await holdOrganisation(work.tx, organisationId);
  const organisation = await findOrganisation(work.tx, organisationId);
  return organisation === undefined ? refuse({ code: "not-found" }) : accept(organisation);
}
