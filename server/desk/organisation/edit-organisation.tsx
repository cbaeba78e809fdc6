import type { VNode } from "preact";
import { z } from "zod";
import type { Staff } from "../../../core/access/actor.ts";
import { readChamberOfCommerce } from "../../../core/organisations/chamber-of-commerce.ts";
import type { OrganisationId } from "../../../core/values/ids.ts";
import { accept, refuse } from "../../../core/values/result.ts";
import { atOnce } from "../../db/at-once.ts";
import { versionOf } from "../../events/changes.ts";
import type { Work } from "../../events/work.ts";
import { DeskPage } from "../../faces/desk-page.tsx";
import { paths } from "../../faces/paths.ts";
import { administrators } from "../../http/access.ts";
import { lineOrNull, nothing, optionalProse, version } from "../../http/fields.ts";
import { formPage } from "../../http/form-page.ts";
import { type TypedForm, typedForm } from "../../http/refused-form.ts";
import { RefusalSummary } from "../../http/refusal-summary.tsx";
import type { Route, View } from "../../http/route.ts";
import { changeOrganisation } from "../../organisations/change-organisation.ts";
import { findNotes, findOrganisation } from "../../organisations/find-organisations.ts";
import { Button } from "../../ui/button.tsx";
import { Form, FormActions } from "../../ui/form.tsx";
import { PageHead, Section } from "../../ui/section.tsx";
import { TextArea, TextField } from "../../ui/text-field.tsx";
import { newOrganisationMessages } from "../organisations/new-organisation.messages.ts";
import { OrganisationFields, organisationInput } from "../organisations/organisation-fields.tsx";
import { editOrganisationMessages } from "./edit-organisation.messages.ts";
import { ofOrganisation } from "./organisation.tsx";

const longestNotes = 10_000;
const input = z.strictObject({
  ...organisationInput,
  phone: lineOrNull(40),
  purchaseReference: lineOrNull(50),
  notes: optionalProse(longestNotes)
    .default("")
    .transform((text) => (text === "" ? null : text)),
  version,
});

const editPage = formPage<Staff, z.output<typeof ofOrganisation>, unknown, "edit">({
  path: paths.desk.editOrganisation(":id"),
  access: administrators,
  permission: "organisation.change",
  params: ofOrganisation,
  query: nothing,
  address: ({ id }) => paths.desk.editOrganisation(id),
  show: async ({ work, view, params: { id } }, refused) => {
    const known = await loadDetails(work, id);
    if (known === null) return refuse({ code: "not-found" });
    return accept(<EditPage known={known} view={view} form={typedForm("edit", refused, view.language)} />);
  },
});

/** Changing what is known about a customer, for administrators. */
export function editOrganisationRoutes(): readonly Route[] {
  return [
    editPage.route,
    editPage.deed({
      path: paths.desk.editOrganisation(":id"),
      permission: "organisation.change",
      params: ofOrganisation,
      form: "edit",
      input,
      act: async ({ work, params: { id: organisationId }, input: { address, chamberOfCommerce, ...typed } }) =>
        changeOrganisation(work, {
          organisationId,
          ...typed,
          addressLines: address,
          chamberOfCommerce: readChamberOfCommerce(chamberOfCommerce),
        }),
      said: ({ language }) => editOrganisationMessages(language).saved,
      to: ({ params: { id } }) => paths.desk.organisation(id),
    }),
  ];
}

/** The version is read with the rest, before it, so that no change in between counts as seen. */
async function loadDetails({ tx }: Work, id: OrganisationId) {
  const { seen, organisation, notes } = await atOnce({
    seen: versionOf(tx, { organisationId: id, subject: id }),
    organisation: findOrganisation(tx, id),
    notes: findNotes(tx, id),
  });
  return organisation === undefined ? null : { ...organisation, notes, seen };
}

interface EditProps {
  readonly known: NonNullable<Awaited<ReturnType<typeof loadDetails>>>;
  readonly view: View;
  readonly form: TypedForm;
}

function EditPage({ known, view, form }: EditProps): VNode {
  const words = editOrganisationMessages(view.language);
  const address = paths.desk.organisation(known.organisationId);
  return (
    <DeskPage view={view} title={`${words.title} · ${known.name}`}>
      <PageHead title={words.title} back={{ href: address, label: known.name }} />
      <Form
        action={paths.desk.editOrganisation(known.organisationId)}
        id="edit-organisation"
        version={known.seen}
        draft
      >
        <RefusalSummary refusal={form.refusal} language={view.language} />
        <Section title={newOrganisationMessages(view.language).about}>
          <div class="form-part">
            <OrganisationFields form={form} view={view} known={known} />
            <TextField
              {...form.field("phone", known.phone ?? "")}
              label={words.phone}
              type="tel"
              maxLength={40}
              optional
            />
            <TextField
              {...form.field("purchaseReference", known.purchaseReference ?? "")}
              label={words.purchaseReference}
              hint={words.purchaseReferenceHint}
              maxLength={50}
              optional
            />
            <TextArea
              {...form.field("notes", known.notes ?? "")}
              label={words.notes}
              hint={words.notesHint}
              rows={6}
              maxLength={longestNotes}
              optional
            />
          </div>
        </Section>
        <FormActions>
          <Button variant="primary">{words.save}</Button>
        </FormActions>
      </Form>
    </DeskPage>
  );
}
