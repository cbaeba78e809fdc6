import { z } from "zod";
import { vatPositions } from "../../../core/charges/vat.ts";
import type { PersonId } from "../../../core/values/ids.ts";
import { event, idOf, nothing } from "./event.ts";

const hidden = { isVisible: false, recordedBy: "provider" } as const;

/** Whoever gets or loses access is mailed. The payload holds ids, which no page shows. */
const ofPeople = { isVisible: false, recordedBy: "anyone", mails: true } as const;

const position = z.enum(vatPositions);
const provider = z.object({
  name: z.string(),
  addressLines: z.array(z.string()).readonly(),
  chamberOfCommerce: z.string(),
  vatNumber: z.string(),
  iban: z.string(),
  bic: z.string().optional(),
  mail: z.string(),
  phone: z.string().optional(),
});

/** A field before and after a change. */
const changed = <Value extends z.ZodType>(value: Value) => z.object({ before: value, after: value }).optional();
const text = z.string();
const textOrNull = z.string().nullable();

export const organisationEvents = [
  event("provider-set", hidden, z.object({ before: provider.nullable(), after: provider })),
  event(
    "organisation-added",
    hidden,
    z.object({
      name: z.string(),
      // Earlier versions named only the name.
      addressLines: z.array(z.string()).optional(),
      invoiceMailAddress: z.string().optional(),
      chamberOfCommerce: z.string().nullable().optional(),
    }),
  ),
  // Only what changed.
  event(
    "organisation-changed",
    hidden,
    z.object({
      name: changed(text),
      chamberOfCommerce: changed(textOrNull),
      addressLines: changed(z.array(z.string())),
      invoiceMailAddress: changed(text),
      language: changed(text),
      phone: changed(textOrNull),
      purchaseReference: changed(textOrNull),
      notes: changed(textOrNull),
    }),
  ),
  event("organisation-archived", hidden, nothing),
  event("organisation-restored", hidden, nothing),
  event(
    "seat-assigned",
    ofPeople,
    z.object({ seat: z.number(), before: idOf<PersonId>().nullable(), after: idOf<PersonId>() }),
  ),
  event("seat-vacated", ofPeople, z.object({ seat: z.number(), before: idOf<PersonId>() })),
  event("signatory-appointed", ofPeople, z.object({ after: idOf<PersonId>() })),
  event("signatory-withdrawn", ofPeople, z.object({ before: idOf<PersonId>() })),
  event(
    "vat-position-set",
    hidden,
    z.object({
      from: z.string(),
      position,
      vatNumber: z.string().nullable(),
      // The first version named only the list of earlier positions.
      positionBefore: position.optional(),
      before: z.object({
        positions: z.array(z.object({ from: z.string(), position, vatNumber: z.string().nullable() })).readonly(),
        vatNumber: z.string().nullable(),
      }),
    }),
  ),
] as const;
