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
import { invitationMessages } from "./invitation.messages.ts";

interface InvitationPageProps {
  readonly view: View;
  readonly token: string;
  /** Set when the link does not work, or not now. */
  readonly refusal: Refusal | null;
}

/** The page of an invitation's link: a button, because programs that guard mailboxes follow links too. */
export function InvitationPage({ view, token, refusal }: InvitationPageProps): VNode {
  const words = invitationMessages(view.language);
  if (refusal !== null)
    return (
      <PlainPage view={view} title={words.overTitle}>
        <PageHead title={words.overTitle} />
        <Notice tone="refused">{wordRefusal(refusal, view.language)}</Notice>
        <FormActions>
          <LinkButton href={paths.signIn}>{words.withCode}</LinkButton>
        </FormActions>
      </PlainPage>
    );
  return (
    <PlainPage view={view} title={words.title}>
      <PageHead title={words.title} lead={words.intro} />
      <Form action={paths.invitation} wholePage>
        <input type="hidden" name="token" value={token} />
        <p class="field-hint">{words.next}</p>
        <FormActions>
          <Button type="submit" variant="primary">
            {words.signIn}
          </Button>
        </FormActions>
      </Form>
    </PlainPage>
  );
}
