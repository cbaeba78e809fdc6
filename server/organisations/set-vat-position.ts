import type { Staff, System } from "../../core/access/actor.ts";
import { can } from "../../core/access/can.ts";
import { vatPositionIn } from "../../core/charges/charge-work.ts";
import { decideVatPosition, type VatPositionChange } from "../../core/charges/decide-vat-position.ts";
import type { OrganisationId } from "../../core/values/ids.ts";
import { accept, refuse, type Result } from "../../core/values/result.ts";
import { checkVersion } from "../events/check-version.ts";
import { recordEvent } from "../events/record-event.ts";
import type { Work } from "../events/work.ts";
import { holdOrganisation, saveVatNumber, saveVatPosition } from "./store-vat-positions.ts";
import { lastInvoicedMonth, listVatRegistrations, vatSubject } from "./read-vat-positions.ts";

export interface VatPositionToSet extends VatPositionChange {
  /** The version that was seen; left out by a program that did not look (R12). */
  readonly version?: number | undefined;
  readonly organisationId: OrganisationId;
}

/**
 * Sets a customer's VAT position from a month on, with its VAT number (CE5). The organisation is locked, so that no
 * invoice is issued meanwhile. Refuses `not-allowed`, `not-found`, what `decideVatPosition` refuses, and
 * `changed-meanwhile` when it was set since the version that was seen (R12).
 */
export async function setVatPosition(
  work: Work<Staff | System>,
  { organisationId, version, ...change }: VatPositionToSet,
): Promise<Result<null>> {
  const { tx } = work;
  if (!can(work.actor, "organisation.set-vat", { organisationId })) return refuse({ code: "not-allowed" });
  const organisation = await holdOrganisation(tx, organisationId);
  if (organisation === null) return refuse({ code: "not-found" });
  const seen = await checkVersion(work, {
    ...vatSubject(organisationId),
    version,
    kinds: ["vat-position-set"],
    ownToo: true,
  });
  if (!seen.ok) return seen;
  const positions = await listVatRegistrations(tx, organisationId);
  const decided = decideVatPosition(change, {
    positions,
    lastInvoicedMonth: await lastInvoicedMonth(tx, organisationId),
  });
  if (!decided.ok) return decided;
  const { vatNumber } = decided.value;
  const { from, position } = change;
  await saveVatPosition(tx, organisationId, { from, position, vatNumber, recordedAt: work.now() });
  // Correcting an earlier position leaves the customer's present number alone.
  if (positions.every((each) => each.from <= from)) await saveVatNumber(tx, organisationId, vatNumber);
  await recordEvent(work, {
    kind: "vat-position-set",
    organisationId,
    subject: organisationId,
    payload: {
      from,
      position,
      vatNumber,
      positionBefore: vatPositionIn(from, positions),
      before: { positions, vatNumber: organisation.vatNumber },
    },
  });
  return accept(null);
}
