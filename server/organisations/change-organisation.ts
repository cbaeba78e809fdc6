import type { Language } from "../../core/values/language.ts";
import type { Staff } from "../../core/access/actor.ts";
import { requirePermission } from "../../core/access/can.ts";
import type { OrganisationId } from "../../core/values/ids.ts";
import { accept, refuse, type Result } from "../../core/values/result.ts";
import { violatedConstraint } from "../db/transaction.ts";
import { checkVersion } from "../events/check-version.ts";
import { recordEvent } from "../events/record-event.ts";
import { attempt, type Work } from "../events/work.ts";
import { findNotes, findOrganisation } from "./find-organisations.ts";
import { saveNotes, updateOrganisation } from "./store.ts";
import { holdOrganisation } from "./store-vat-positions.ts";

/** What an administrator keeps about a customer. The notes are for staff alone. */
export interface OrganisationDetails {
  readonly name: string;
  readonly chamberOfCommerce: string | null;
  readonly addressLines: readonly string[];
  readonly invoiceMailAddress: string;
  readonly language: Language;
  readonly phone: string | null;
  /** Printed on the invoices from now on. */
  readonly purchaseReference: string | null;
  readonly notes: string | null;
}

/**
 * Changes what is known about a customer. Invoices that were issued stay as they are; later ones carry the new name,
 * address and reference (R13). Saving what is there already changes nothing. Refuses `not-allowed`, `not-found`,
 * `changed-meanwhile` when somebody changed it since the version that was seen (R12), and `invalid-input` with
 * `a-customer-already` for another customer's number in the trade register.
 */
export async function changeOrganisation(
  work: Work<Staff>,
  {
    organisationId,
    version,
    ...details
  }: OrganisationDetails & { readonly organisationId: OrganisationId; readonly version?: number | undefined },
): Promise<Result<null>> {
  const { tx } = work;
  const allowed = requirePermission(work.actor, "organisation.change", { organisationId });
  if (!allowed.ok) return allowed;
  const held = await holdOrganisation(tx, organisationId);
  const [organisation, notes] = await Promise.all([
    findOrganisation(tx, organisationId),
    findNotes(tx, organisationId),
  ]);
  if (held === null || organisation === undefined) return refuse({ code: "not-found" });
  const seen = await checkVersion(work, {
    organisationId,
    subject: organisationId,
    version,
    kinds: ["organisation-changed"],
    ownToo: true,
  });
  if (!seen.ok) return seen;
  const changes = changesOf({ ...organisation, notes }, details);
  if (Object.keys(changes).length === 0) return accept(null);
  return attempt(
    work,
    async () => {
      const { notes: note, addressLines, ...row } = details;
      await updateOrganisation(tx, organisationId, { ...row, addressLines: [...addressLines] });
      if ("notes" in changes) await saveNotes(tx, organisationId, note);
      await recordEvent(work, {
        kind: "organisation-changed",
        organisationId,
        subject: organisationId,
        payload: changes,
      });
      return accept(null);
    },
    (error) =>
      violatedConstraint(error) === "organisations_chamber_of_commerce_key"
        ? refuse({ code: "invalid-input", fields: { chamberOfCommerce: "a-customer-already" } })
        : null,
  );
}

/** Each field that is not as it was, with its value before and after. */
function changesOf(before: OrganisationDetails, after: OrganisationDetails) {
  const each = <Value>(was: Value, is: Value) =>
    JSON.stringify(was) === JSON.stringify(is) ? undefined : { before: was, after: is };
  const changes = {
    name: each(before.name, after.name),
    chamberOfCommerce: each(before.chamberOfCommerce, after.chamberOfCommerce),
    addressLines: each([...before.addressLines], [...after.addressLines]),
    invoiceMailAddress: each(before.invoiceMailAddress, after.invoiceMailAddress),
    language: each<string>(before.language, after.language),
    phone: each(before.phone, after.phone),
    purchaseReference: each(before.purchaseReference, after.purchaseReference),
    notes: each(before.notes, after.notes),
  };
  return Object.fromEntries(Object.entries(changes).filter(([, change]) => change !== undefined)) as Partial<
    typeof changes
  >;
}
