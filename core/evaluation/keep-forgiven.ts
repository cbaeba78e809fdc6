import { chargeWork, type OrganisationWork } from "../charges/charge-work.ts";
import { type ChargeKey, textOfKey } from "../charges/charge.ts";
import type { Correction, Forgiveness } from "../charges/charged-work.ts";
import type { ChargeRules } from "../charges/rules.ts";
import type { Vat } from "../charges/vat.ts";
import type { ContractTerms } from "../contracts/terms.ts";
import { type Cents, sumCents } from "../values/money.ts";
import type { OwnVat } from "../values/own-vat.ts";
import { hasSameWindows, type TermsChange } from "./terms-change.ts";

type Settled = Pick<OrganisationWork, "forgiven" | "corrections">;

/**
 * The forgiven amounts, as other terms take them off: from the same charge at its VAT rate there. If other hours count
 * as that window and it holds less than was forgiven, the rest comes off the ticket's month as a correction (cents
 * above zero). Source: contract "Charges, exactly" 7.
 */
export function forgivenUnder(work: OrganisationWork, tried: OrganisationWork, change: TermsChange): Settled {
  const { from, to } = change;
  const forgiven = work.forgiven.map((one) => ({ ...one, key: keyUnder(one.key, to.terms) }));
  if (forgiven.length === 0 || hasSameWindows(from.terms, to.terms)) return { forgiven, corrections: [] };
  const before = amountsOf(work, from, change);
  const after = amountsOf(tried, to, change);
  const corrections = [...Map.groupBy(work.forgiven, ({ key }) => textOfKey(key)).values()].flatMap((ofKey, index) => {
    const [first] = ofKey;
    if (first === undefined || first.key.window === null) return [];
    const off = (amounts: ReadonlyMap<string, Cents>, key: ChargeKey) =>
      smaller(amounts.get(textOfKey(key)) ?? 0n, sumCents(ofKey.map(({ amountCents }) => amountCents)));
    const amountCents = off(before, first.key) - off(after, keyUnder(first.key, to.terms));
    return amountCents > 0n ? [correctionFor(first, index, amountCents)] : [];
  });
  return { forgiven, corrections };
}

function correctionFor({ key, reason, creditNote }: Forgiveness, index: number, amountCents: Cents): Correction {
  const { ticketId, month, vat } = key;
  return { id: `forgiven ${creditNote} ${index}`, ticketId, month, amountCents, vat: ownVatOf(vat), reason };
}

/** The cost of each key before anything is taken off it. */
function amountsOf(work: OrganisationWork, rules: ChargeRules, { isAsked }: TermsChange): ReadonlyMap<string, Cents> {
  const gross = { ...work, forgiven: [], corrections: [] };
  const charges = chargeWork(gross, () => rules, { timeZone: rules.calendar.timeZone, isAsked });
  return new Map(charges.map((charge) => [textOfKey(charge), charge.amountCents]));
}

function keyUnder(key: ChargeKey, terms: ContractTerms): ChargeKey {
  return { ...key, vat: vatUnder(key.vat, terms) };
}

function vatUnder(vat: Vat, { vatPercent, reducedVatPercent }: ContractTerms): Vat {
  if (vat.category === "standard") return { ...vat, percent: vatPercent };
  return vat.category === "reduced" ? { ...vat, percent: reducedVatPercent } : vat;
}

/** The customer's place decides on VAT again when there was none at all. */
function ownVatOf({ category }: Vat): OwnVat {
  return category === "reduced" || category === "zero" ? category : "standard";
}

function smaller(a: Cents, b: Cents): Cents {
  return a < b ? a : b;
}
