import type { Staff, System } from "../../core/access/actor.ts";
import { requirePermission } from "../../core/access/can.ts";
import { accept, type Result } from "../../core/values/result.ts";
import type { InvoiceProvider } from "../documents/invoice-document.ts";
import type { Subject } from "../events/changes.ts";
import { checkVersion } from "../events/check-version.ts";
import { recordEvent } from "../events/record-event.ts";
import type { Work } from "../events/work.ts";
import { findProvider } from "./read-provider.ts";
import { holdProvider } from "./lock-provider.ts";
import { saveProvider } from "./store.ts";

/** The provider's details in the provider's chain of events. */
export const providerSubject: Subject = { organisationId: null, subject: "provider" };

export interface ProviderToSet extends InvoiceProvider {
  /** The version that was seen; left out by a program that did not look (R12). */
  readonly version?: number | undefined;
}

/**
 * Sets who the provider is. The next invoices say so; issued ones keep what they say. Refuses `not-allowed`, and
 * `changed-meanwhile` when the details were changed since the version that was seen (R12).
 */
export async function setProvider(
  work: Work<Staff | System>,
  { version, ...after }: ProviderToSet,
): Promise<Result<null>> {
  const allowed = requirePermission(work.actor, "provider.set", { organisationId: null });
  if (!allowed.ok) return allowed;
  await holdProvider(work.tx);
  const seen = await checkVersion(work, { ...providerSubject, version, kinds: ["provider-set"], ownToo: true });
  if (!seen.ok) return seen;
  const before = await findProvider(work.tx);
  await saveProvider(work.tx, {
    name: after.name,
    addressLines: [...after.addressLines],
    chamberOfCommerce: after.chamberOfCommerce,
    vatNumber: after.vatNumber,
    iban: after.iban,
    bic: after.bic ?? null,
    mailAddress: after.mail,
    phone: after.phone ?? null,
  });
  await recordEvent(work, {
    kind: "provider-set",
    organisationId: null,
    subject: providerSubject.subject,
    payload: { before, after },
  });
  return accept(null);
}
