import type { VNode } from "preact";
import type { Refusal } from "../../core/values/refusal.ts";
import { paths } from "../faces/paths.ts";
import { PlainPage } from "../faces/plain-page.tsx";
import type { View } from "../http/route.ts";
import { wordRefusal } from "../refusals/refusals.ts";
import { Button, LinkButton } from "../ui/button.tsx";
import { Form, FormActions } from "../ui/form.tsx";
import { Notice } from "../ui/notice.tsx";
import { PageHead } from "../ui/section.tsx";
import { TextField } from "../ui/text-field.tsx";
import { signInMessages } from "./sign-in.messages.ts";

export interface CodePageProps {
  readonly view: View;
  /** The address of the code; null when this browser has no valid one. */
  readonly address: string | null;
  readonly next: string | undefined;
  readonly refusal: Refusal | null;
  readonly typed: string;
}

export function CodePage({ view, address, next, refusal, typed }: CodePageProps): VNode {
  const words = signInMessages(view.language);
  const error =
    refusal === null
      ? undefined
      : refusal.code === "invalid-input"
        ? words.codeShape
        : wordRefusal(refusal, view.language);
  return (
    <PlainPage view={view} title={words.codeTitle}>
      <PageHead title={words.codeTitle} lead={address === null ? undefined : words.codeSent(address)} />
      {view.isDemo && (
        <Notice>
          <p>
            {words.codeDemo} <a href={paths.demo.mailbox}>{words.codeDemoLink}</a>
          </p>
        </Notice>
      )}
      <Form action={paths.signInCode}>
        {next !== undefined && <input type="hidden" name="next" value={next} />}
        <TextField
          name="code"
          value={typed}
          label={words.code}
          hint={words.codeHint}
          inputMode="numeric"
          autocomplete="one-time-code"
          maxLength={12}
          width="short"
          spellcheck={false}
          autofocus
          required
          error={error}
        />
        <FormActions>
          <Button type="submit" variant="primary">
            {words.signIn}
          </Button>
          <LinkButton href={paths.signIn} variant="quiet">
            {words.otherAddress}
          </LinkButton>
        </FormActions>
      </Form>
    </PlainPage>
  );
}

export function LinkPage({ view, token, isRefused }: { view: View; token: string; isRefused: boolean }): VNode {
  const words = signInMessages(view.language);
  return (
    <PlainPage view={view} title={words.linkTitle}>
      <PageHead title={words.linkTitle} lead={isRefused ? undefined : words.linkIntro} />
      {isRefused && <Notice tone="refused">{words.linkBroken}</Notice>}
      <Form action={paths.signInLink} layout="bare">
        <input type="hidden" name="token" value={token} />
        <FormActions>
          {!isRefused && (
            <Button type="submit" variant="primary">
              {words.signIn}
            </Button>
          )}
          {isRefused && <LinkButton href={paths.signInCode}>{words.codeTitle}</LinkButton>}
          <LinkButton href={paths.signIn} variant="quiet">
            {words.otherAddress}
          </LinkButton>
        </FormActions>
      </Form>
    </PlainPage>
  );
}
