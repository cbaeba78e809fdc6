import { z } from "zod";
import type { OrganisationId, PersonId } from "../../core/values/ids.ts";
import { uuid } from "../http/fields.ts";
import { idOf } from "../http/params.ts";

/** The person or organisation of the listed refused accesses, and the one to start after. */
export const refusedAccessFilter = z.strictObject({
  person: idOf<PersonId>().optional(),
  organisation: idOf<OrganisationId>().optional(),
  after: uuid.optional(),
});
export type RefusedAccessFilter = z.output<typeof refusedAccessFilter>;
