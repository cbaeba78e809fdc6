import { z } from "zod";
import { mailAddress } from "../faces/contact-input.ts";
import { line, uuid, wholeNumber } from "../http/fields.ts";
import type { PersonId } from "../../core/values/ids.ts";

/** A seat, and who held it when the form was made: null for an empty one. */
const ofSeat = {
  seat: wholeNumber(0, 99),
  held: z.union([z.literal("").transform(() => null), uuid.pipe(z.custom<PersonId>())]),
};

const named = { name: line(200), mail: mailAddress };

/** A seat for somebody who is named by their address (P2). */
export const seatGiven = z.strictObject({ ...ofSeat, ...named });
export const seatVacated = z.strictObject(ofSeat);
export const signatoryNamed = z.strictObject(named);
export const signatoryWithdrawn = z.strictObject({ person: uuid.pipe(z.custom<PersonId>()) });
