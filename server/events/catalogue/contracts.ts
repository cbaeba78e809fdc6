import { z } from "zod";
import type { PersonId } from "../../../core/values/ids.ts";
import { event, idOf, nothing } from "./event.ts";

const byContacts = { isVisible: false, recordedBy: "anyone" } as const;
const byStaff = { isVisible: false, recordedBy: "provider" } as const;

const termsYear = z.number();
const period = z.object({ startsOn: z.string(), endsOn: z.string() });
const terminated = z.object({
  termsYear,
  before: z.string().nullable(),
  endsOn: z.string().nullable(),
  isOnBehalf: z.boolean(),
});
const ownHoliday = z.object({ on: z.string(), name: z.string() });

export const contractEvents = [
  event("terms-published", byStaff, z.object({ year: z.number(), terms: z.unknown() })),
  event("contract-offered", byStaff, z.object({ termsYear })),
  event("contract-signed", byContacts, period.extend({ termsYear })),
  // Signed on paper, outside of the product, and confirmed by a signatory.
  event("contract-recorded", byStaff, period.extend({ termsYear, signedOn: z.string(), signedBy: idOf<PersonId>() })),
  event("contract-confirmed", byContacts, nothing),
  event("contract-terminated", byContacts, terminated),
  // Before its start, staff withdraw an offer, and either side withdraws a signed contract.
  event("contract-withdrawn", byContacts, terminated.partial().required({ termsYear: true })),
  event("contract-addendum-offered", byStaff, z.object({ contractId: z.string(), terms: z.unknown() })),
  event("contract-addendum-signed", byContacts, period),
  event("contract-addendum-withdrawn", byStaff, nothing),
  event("own-holiday-added", byStaff, ownHoliday),
  event("own-holiday-removed", byStaff, ownHoliday),
] as const;
