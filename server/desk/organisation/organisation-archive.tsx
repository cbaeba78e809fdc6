import type { VNode } from "preact";
import { formatDate } from "../../../core/calendar/format-time.ts";
import { localDateOf } from "../../../core/calendar/time-zone.ts";
import type { OrganisationId } from "../../../core/values/ids.ts";
import { paths } from "../../faces/paths.ts";
import type { View } from "../../http/route.ts";
import { Button } from "../../ui/button.tsx";
import { Disclosure } from "../../ui/disclosure.tsx";
import { Form } from "../../ui/form.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Section } from "../../ui/section.tsx";
import { archiveMessages } from "./archive.messages.ts";

interface ArchiveProps {
  readonly organisation: {
    readonly organisationId: OrganisationId;
    readonly name: string;
    readonly archivedAt: Temporal.Instant | null;
  };
  readonly view: View;
}

/** Above an archived customer: since when, and for an administrator the way back. */
export function ArchivedNotice({
  organisation: { organisationId, archivedAt },
  mayRestore,
  view: { language },
}: ArchiveProps & { readonly mayRestore: boolean }): VNode | null {
  if (archivedAt === null) return null;
  const words = archiveMessages(language);
  return (
    <Notice tone="waiting">
      <p>{words.isArchived(formatDate(localDateOf(archivedAt), language))}</p>
      {mayRestore && (
        <Form action={paths.desk.restoreOrganisation(organisationId)} layout="bare">
          <Button>{words.restore}</Button>
        </Form>
      )}
    </Notice>
  );
}

/** The folded form that archives a customer. */
export function ArchiveForm({ organisation: { organisationId, name }, view: { language } }: ArchiveProps): VNode {
  const words = archiveMessages(language);
  return (
    <Section title={words.title} id="archive">
      <Disclosure id="archive-choice" label={words.archive}>
        <p>{words.archiveHint}</p>
        <Form action={paths.desk.archiveOrganisation(organisationId)} layout="bare">
          <Button variant="danger">{words.archiveConfirm(name)}</Button>
        </Form>
      </Disclosure>
    </Section>
  );
}
