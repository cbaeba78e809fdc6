import type { Staff, System } from "../../core/access/actor.ts";
import { can } from "../../core/access/can.ts";
import { decideVatPosition, type VatPositionChange } from "../../core/charges/decide-vat-position.ts";
import type { OrganisationId } from "../../core/values/ids.ts";
import { accept, refuse, type Result } from "../../core/values/result.ts";
import { recordEvent } from "../events/record-event.ts";
import type { Work } from "../events/work.ts";
import {
  holdOrganisation,
  lastInvoicedMonth,
  listVatRegistrations,
  saveVatNumber,
  saveVatPosition,
} from "./store-vat-positions.ts";

export interface VatPositionToSet extends VatPositionChange {
  readonly organisationId: OrganisationId;
}

/**
 * Says where a customer stands for VAT from a month on, with its VAT number (CE5): refuses `not-allowed`, `not-found`, and what
 * `decideVatPosition` refuses. The organisation is held, so that no invoice is issued meanwhile.
 */
export async function setVatPosition(
  work: Work<Staff | System>,
  { organisationId, ...change }: VatPositionToSet,
): Promise<Result<null>> {
  const { tx } = work;
  if (!can(work.actor, "organisation.set-vat", { organisationId })) return refuse({ code: "not-allowed" });
  const organisation = await holdOrganisation(tx, organisationId);
  if (organisation === null) return refuse({ code: "not-found" });
  const positions = await listVatRegistrations(tx, organisationId);
  const decided = decideVatPosition(change, {
    positions,
    lastInvoicedMonth: await lastInvoicedMonth(tx, organisationId),
  });
  if (!decided.ok) return decided;
  const { vatNumber } = decided.value;
  const { from, position } = change;
  await saveVatPosition(tx, organisationId, { from, position, vatNumber, recordedAt: work.now() });
  // An earlier position is put right without touching the number that the customer has by now.
  if (positions.every((each) => each.from <= from)) await saveVatNumber(tx, organisationId, vatNumber);
  await recordEvent(work, {
    kind: "vat-position-set",
    organisationId,
    subject: organisationId,
    isVisible: false,
    payload: { from, position, vatNumber, before: { positions, vatNumber: organisation.vatNumber } },
  });
  return accept(null);
}
