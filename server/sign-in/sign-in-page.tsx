import type { VNode } from "preact";
import { paths } from "../faces/paths.ts";
import { PlainPage } from "../faces/plain-page.tsx";
import type { TypedForm } from "../http/refused-form.ts";
import type { View } from "../http/route.ts";
import { wordRefusal } from "../refusals/refusals.ts";
import { Button } from "../ui/button.tsx";
import { ErrorSummary } from "../ui/error-summary.tsx";
import { Form, FormActions } from "../ui/form.tsx";
import { PageHead } from "../ui/section.tsx";
import { TextField } from "../ui/text-field.tsx";
import { PersonaCards } from "./persona-cards.tsx";
import type { Persona } from "./persona.ts";
import { signInMessages } from "./sign-in.messages.ts";

interface SignInPageProps {
  readonly view: View;
  /** Empty except in a demo. */
  readonly personas: readonly Persona[];
  readonly next: string | undefined;
  readonly form: TypedForm;
}

export function SignInPage(props: SignInPageProps): VNode {
  const { view, personas, next } = props;
  const words = signInMessages(view.language);
  if (personas.length === 0) {
    return (
      <PlainPage view={view} title={words.title}>
        <PageHead title={words.title} lead={words.intro} />
        <AddressForm {...props} />
      </PlainPage>
    );
  }
  return (
    <PlainPage view={view} title={words.title} wide>
      <PageHead
        title={words.demoTitle}
        lead={words.demoIntro}
        kicker={view.identity === null ? undefined : words.youAre(view.identity.personName)}
      />
      <PersonaCards view={view} personas={personas} next={next} />
      <section class="persona-mail">
        <h2>{words.orByMail}</h2>
        <p class="field-hint">{words.orByMailHint}</p>
        <AddressForm {...props} />
      </section>
    </PlainPage>
  );
}

function AddressForm({ view, personas, next, form }: SignInPageProps): VNode {
  const words = signInMessages(view.language);
  const { refusal } = form;
  const whole =
    refusal === null || refusal.code === "invalid-input" ? [] : [{ text: wordRefusal(refusal, view.language) }];
  const passes = refusal?.code === "too-many-attempts";
  const isDemo = personas.length > 0;
  return (
    <Form action={paths.signIn} layout={isDemo ? "inline" : "stack"}>
      <ErrorSummary errors={whole} title={passes ? words.waitTitle : undefined} tone={passes ? "waiting" : undefined}>
        {passes && <p>{words.knownBrowser}</p>}
      </ErrorSummary>
      {next !== undefined && <input type="hidden" name="next" value={next} />}
      <TextField
        {...form.field("mailAddress")}
        type="email"
        label={words.mailAddress}
        autocomplete="username"
        inputMode="email"
        spellcheck={false}
        autofocus={!isDemo}
        required
      />
      <FormActions>
        <Button type="submit" variant={isDemo ? "plain" : "primary"}>
          {words.sendCode}
        </Button>
      </FormActions>
    </Form>
  );
}
