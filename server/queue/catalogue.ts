import { z } from "zod";
import type { InvoiceId, OrganisationId } from "../../core/values/ids.ts";

const uuid = z.uuid();
const organisationId = z.custom<OrganisationId>((value) => uuid.safeParse(value).success);
const invoiceId = z.custom<InvoiceId>((value) => uuid.safeParse(value).success);
/** The clock starts these jobs and passes only the time; they need nothing. */
const nothing = z.object({});

/** Every job by its name, with the schema of its payload. */
const schemas = {
  "clean-up": nothing,
  "end-tickets": nothing,
  "make-invoice-document": z.strictObject({ organisationId, invoiceId }),
  "react-to-event": z.strictObject({ organisationId, eventId: uuid }),
  "send-mail": z.strictObject({ mailId: uuid, asked: z.literal("yes").optional() }),
  "send-sign-in-code": z.strictObject({ codeId: uuid }),
  "sweep-mails": nothing,
  "tell-of-invoice": z.strictObject({ organisationId, eventId: uuid }),
};

export type JobName = keyof typeof schemas;
export type Payloads = { readonly [Name in JobName]: z.output<(typeof schemas)[Name]> };

export const jobs: { readonly [Name in JobName]: z.ZodType<Payloads[Name]> } = schemas;
