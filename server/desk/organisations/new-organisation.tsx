import { randomUUID } from "node:crypto";
import type { VNode } from "preact";
import { z } from "zod";
import type { Staff } from "../../../core/access/actor.ts";
import { readChamberOfCommerce } from "../../../core/organisations/chamber-of-commerce.ts";
import { accept } from "../../../core/values/result.ts";
import { termsNow } from "../../contracts/terms-now.ts";
import { longestMail, mailAddress, optionalMailAddress } from "../../faces/contact-input.ts";
import { DeskPage } from "../../faces/desk-page.tsx";
import { paths } from "../../faces/paths.ts";
import { administrators } from "../../http/access.ts";
import { line, nothing, optionalLine } from "../../http/fields.ts";
import { formPage } from "../../http/form-page.ts";
import { noParams } from "../../http/params.ts";
import { type TypedForm, typedForm } from "../../http/refused-form.ts";
import { RefusalSummary } from "../../http/refusal-summary.tsx";
import type { Route, View } from "../../http/route.ts";
import { addCustomer, type NewCustomer } from "../../organisations/add-customer.ts";
import type { NamedPerson } from "../../organisations/designate.ts";
import type { MailAddress } from "../../people/mail-address.ts";
import { Button } from "../../ui/button.tsx";
import { FieldRow, Form, FormActions } from "../../ui/form.tsx";
import { PageHead, Section } from "../../ui/section.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { newOrganisationMessages } from "./new-organisation.messages.ts";
import { OrganisationFields, organisationInput } from "./organisation-fields.tsx";

const optionalName = optionalLine(200).default("");
const input = z
  .strictObject({
    ...organisationInput,
    contactName: line(200),
    contactMail: mailAddress,
    secondName: optionalName,
    secondMail: optionalMailAddress,
    signatoryName: optionalName,
    signatoryMail: optionalMailAddress,
  })
  .superRefine((typed, context) => {
    for (const place of ["second", "signatory"] as const)
      for (const [of, other] of [
        ["Name", "Mail"],
        ["Mail", "Name"],
      ] as const)
        if (!typed[`${place}${of}`] && typed[`${place}${other}`])
          context.addIssue({ code: "custom", message: "required", path: [`${place}${of}`] });
  });

const newPage = formPage<Staff, unknown, unknown, "add">({
  path: paths.desk.newOrganisation,
  access: administrators,
  permission: "organisation.add",
  params: noParams,
  query: nothing,
  address: () => paths.desk.newOrganisation,
  show: async ({ view }, refused) =>
    Promise.resolve(accept(<NewOrganisationPage view={view} form={typedForm("add", refused, view.language)} />)),
});

/** Adding a customer with the people who get access, for administrators (P2). */
export function newOrganisationRoutes(): readonly Route[] {
  return [
    newPage.route,
    newPage.deed({
      path: paths.desk.newOrganisation,
      permission: "organisation.add",
      params: noParams,
      form: "add",
      input,
      idempotent: true,
      act: async ({ work, input: typed }) => addCustomer(work, customerOf(typed), await termsNow(work)),
      said: ({ language, input: { name } }) => newOrganisationMessages(language).saved(name),
      to: ({ value }) => paths.desk.organisation(value),
    }),
  ];
}

function customerOf(typed: z.output<typeof input>): NewCustomer {
  return {
    name: typed.name,
    chamberOfCommerce: readChamberOfCommerce(typed.chamberOfCommerce),
    addressLines: typed.address,
    invoiceMailAddress: typed.invoiceMailAddress,
    language: typed.language,
    contact: { name: typed.contactName, mailAddress: typed.contactMail },
    second: personOf(typed.secondName, typed.secondMail),
    signatory: personOf(typed.signatoryName, typed.signatoryMail),
  };
}

function personOf(name: string, address: MailAddress | null): NamedPerson | null {
  return address === null ? null : { name, mailAddress: address };
}

function NewOrganisationPage({ view, form }: { view: View; form: TypedForm }): VNode {
  const { language } = view;
  const words = newOrganisationMessages(language);
  return (
    <DeskPage view={view} title={words.title}>
      <PageHead title={words.title} back={{ href: paths.desk.organisations, label: words.back }} />
      <Form action={paths.desk.newOrganisation} id="new-organisation" idempotencyKey={randomUUID()} draft>
        <RefusalSummary refusal={form.refusal} language={language} />
        <Section title={words.about}>
          <div class="form-part">
            <OrganisationFields form={form} view={view} />
          </div>
        </Section>
        <Section title={words.people}>
          <div class="form-part">
            <p class="field-hint">{words.peopleHint}</p>
            <PersonFields place="contact" form={form} view={view} />
            <PersonFields place="second" hint={words.secondHint} form={form} view={view} />
            <PersonFields place="signatory" hint={words.signatoryHint} form={form} view={view} />
          </div>
        </Section>
        <FormActions>
          <Button variant="primary">{words.save}</Button>
        </FormActions>
      </Form>
    </DeskPage>
  );
}

interface PersonProps {
  readonly place: "contact" | "second" | "signatory";
  readonly hint?: string;
  readonly form: TypedForm;
  readonly view: View;
}

function PersonFields({ place, hint, form, view }: PersonProps): VNode {
  const words = newOrganisationMessages(view.language);
  const isNeeded = place === "contact";
  return (
    <fieldset class="field">
      <legend class="field-label">{words[place]}</legend>
      {hint !== undefined && <p class="field-hint">{hint}</p>}
      <FieldRow>
        <TextField
          {...form.field(`${place}Name`)}
          label={words.personName}
          maxLength={200}
          required={isNeeded}
          optional={!isNeeded}
        />
        <TextField
          {...form.field(`${place}Mail`)}
          label={words.personMail}
          type="email"
          maxLength={longestMail}
          required={isNeeded}
          optional={!isNeeded}
        />
      </FieldRow>
    </fieldset>
  );
}
