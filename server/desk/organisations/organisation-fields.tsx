import { type Language, languages } from "../../../core/values/language.ts";
import type { VNode } from "preact";
import { readChamberOfCommerce } from "../../../core/organisations/chamber-of-commerce.ts";
import { longestMail, mailAddress, postalAddress } from "../../faces/contact-input.ts";
import { language, line, optionalLine } from "../../http/fields.ts";
import type { TypedForm } from "../../http/refused-form.ts";
import type { View } from "../../http/route.ts";
import { Select } from "../../ui/select.tsx";
import { TextArea, TextField } from "../../ui/text-field.tsx";
import { newOrganisationMessages } from "./new-organisation.messages.ts";
import { organisationMessages } from "./organisations.messages.ts";

/** What is asked about every customer. */
export const organisationInput = {
  name: line(200),
  chamberOfCommerce: optionalLine(20)
    .refine((text) => text === "" || readChamberOfCommerce(text) !== null, "not-a-chamber-of-commerce-number")
    .default(""),
  address: postalAddress,
  invoiceMailAddress: mailAddress,
  language,
} as const;

interface OrganisationFieldsProps {
  readonly form: TypedForm;
  readonly view: View;
  /** What is known already. */
  readonly known?: {
    readonly name: string;
    readonly chamberOfCommerce: string | null;
    readonly addressLines: readonly string[];
    readonly invoiceMailAddress: string;
    readonly language: Language;
  };
}

/** The fields about a customer, empty or with what is known. */
export function OrganisationFields({ form, view, known }: OrganisationFieldsProps): VNode {
  const words = newOrganisationMessages(view.language);
  const { languages: names } = organisationMessages(view.language);
  return (
    <>
      <TextField
        {...form.field("name", known?.name)}
        label={words.name}
        hint={words.nameHint}
        maxLength={200}
        required
      />
      <TextField
        {...form.field("chamberOfCommerce", known?.chamberOfCommerce ?? "")}
        label={words.chamberOfCommerce}
        inputMode="numeric"
        maxLength={20}
        optional
      />
      <TextArea
        {...form.field("address", known?.addressLines.join("\n"))}
        label={words.address}
        hint={words.addressHint}
        rows={3}
        required
      />
      <TextField
        {...form.field("invoiceMailAddress", known?.invoiceMailAddress)}
        label={words.invoiceMail}
        type="email"
        maxLength={longestMail}
        required
      />
      <Select
        {...form.field("language", known?.language ?? "nl")}
        label={words.language}
        hint={words.languageHint}
        options={languages.map((value) => ({ value, label: names[value] }))}
      />
    </>
  );
}
