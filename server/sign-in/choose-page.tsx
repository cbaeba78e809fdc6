import type { VNode } from "preact";
import { paths } from "../faces/paths.ts";
import { PlainPage } from "../faces/plain-page.tsx";
import type { View } from "../http/route.ts";
import { Avatar } from "../ui/avatar.tsx";
import { Button } from "../ui/button.tsx";
import { Form } from "../ui/form.tsx";
import { Icon } from "../ui/icon.tsx";
import { PageHead } from "../ui/section.tsx";
import type { Membership } from "../people/read-people.ts";
import { signInMessages } from "./sign-in.messages.ts";

interface ChoosePageProps {
  readonly view: View;
  readonly memberships: readonly Membership[];
  readonly next: string | undefined;
}

/** The choice of an organisation to act for. Says so when the person has none any more (P2). */
export function ChoosePage({ view, memberships, next }: ChoosePageProps): VNode {
  const words = signInMessages(view.language);
  const [title, lead] =
    memberships.length === 0 ? [words.noneTitle, words.noneIntro] : [words.chooseTitle, words.chooseIntro];
  return (
    <PlainPage view={view} title={title}>
      <PageHead title={title} lead={lead} />
      <div class="persona-group">
        {memberships.map((membership) => (
          <Form key={membership.organisationId} action={paths.chooseOrganisation} layout="bare" wholePage>
            <input type="hidden" name="organisationId" value={membership.organisationId} />
            {next !== undefined && <input type="hidden" name="next" value={next} />}
            <button type="submit" class="persona">
              <Avatar name={membership.organisationName} />
              <span class="persona-words">
                <span class="persona-name">{membership.organisationName}</span>
                <span class="persona-role">{roleIn(membership, view)}</span>
              </span>
              <Icon name="arrow" class="persona-arrow" />
            </button>
          </Form>
        ))}
      </div>
      <Form action={paths.signOut} layout="foot" wholePage>
        <Button type="submit" variant="quiet">
          {words.signOut}
        </Button>
      </Form>
    </PlainPage>
  );
}

function roleIn({ seat, isSignatory }: Membership, view: View): string {
  const words = signInMessages(view.language);
  if (seat === null) return words.signatory;
  return isSignatory ? words.seatAndSignatory(seat) : words.seat(seat);
}
