import type { ComponentChildren, VNode } from "preact";
import type { Refusal } from "../../core/values/refusal.ts";
import { DeskPage } from "../faces/desk-page.tsx";
import { paths } from "../faces/paths.ts";
import { PlainPage } from "../faces/plain-page.tsx";
import { PortalPage } from "../faces/portal-page.tsx";
import { RefusalSummary } from "../http/refusal-summary.tsx";
import type { TypedForm } from "../http/refused-form.ts";
import type { View } from "../http/route.ts";
import { Button, LinkButton } from "../ui/button.tsx";
import { Form, FormActions } from "../ui/form.tsx";
import { PageHead } from "../ui/section.tsx";
import { TextField } from "../ui/text-field.tsx";
import { accountMessages } from "./account.messages.ts";

interface AccountPageProps {
  readonly view: View;
  readonly person: { readonly name: string; readonly phone: string | null; readonly mailAddress: string };
  readonly version: number;
  readonly form: TypedForm;
}

const formId = "account";

/** Somebody's own name and telephone number, within the face where they are. */
export function AccountPage({ view, person, version, form }: AccountPageProps): VNode {
  const words = accountMessages(view.language);
  return (
    <OwnFace view={view} title={words.title}>
      <PageHead title={words.title} lead={words.lead} />
      <Form action={paths.account} id={formId} version={version} draft>
        <RefusalSummary refusal={form.refusal} language={view.language} />
        <div class="form-part">
          <TextField
            {...form.field("name", person.name)}
            label={words.name}
            hint={words.nameHint}
            autocomplete="name"
            maxLength={200}
            required
          />
          <TextField
            {...form.field("phone", person.phone ?? "")}
            label={words.phone}
            hint={words.phoneHint}
            type="tel"
            autocomplete="tel"
            maxLength={40}
            optional
          />
          <div class="field">
            <p class="field-label">{words.mail}</p>
            <p class="field-hint">{words.mailHint}</p>
            <p>{person.mailAddress}</p>
          </div>
          <FormActions>
            <Button variant="primary">{words.save}</Button>
          </FormActions>
        </div>
      </Form>
    </OwnFace>
  );
}

/** Why the form of somebody who is signed out by now was not carried out. */
export function NobodyPage({ view, refusal }: { view: View; refusal: Refusal }): VNode {
  const words = accountMessages(view.language);
  return (
    <PlainPage view={view} title={words.title}>
      <PageHead title={words.title} />
      <RefusalSummary refusal={refusal} language={view.language} />
      <FormActions>
        <LinkButton href={paths.signIn}>{words.signIn}</LinkButton>
      </FormActions>
    </PlainPage>
  );
}

function OwnFace({ view, ...page }: { view: View; title: string; children: ComponentChildren }): VNode {
  const actor = view.identity?.actor ?? null;
  if (actor === null) return <PlainPage view={view} {...page} />;
  return actor.kind === "contact" ? (
    <PortalPage view={view} draftForm={formId} {...page} />
  ) : (
    <DeskPage view={view} draftForm={formId} {...page} />
  );
}
