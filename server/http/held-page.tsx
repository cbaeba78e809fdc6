import type { ComponentChildren, VNode } from "preact";
import { FormActions } from "../ui/form.tsx";
import { PlainLayout } from "../ui/layout.tsx";
import { Notice } from "../ui/notice.tsx";
import { PageHead } from "../ui/section.tsx";
import { TextArea } from "../ui/text-field.tsx";
import { heldMessages } from "./held.messages.ts";
import { formOwnerOf } from "./form-owner.ts";
import type { View } from "./route.ts";

interface HeldPageProps {
  readonly view: View;
  /** The reason for doing nothing. */
  readonly why: string;
  /** Where the content is kept, if it is. */
  readonly kept: string | null;
  /** The text of the form; empty for a reader who may not see it, or without any. */
  readonly written: string;
  /** The names of the form's files. */
  readonly files: readonly string[];
  /** The ways on. */
  readonly children: ComponentChildren;
}

/**
 * The page in place of a form that was not carried out: the reason, the text, and the ways on. It is an error summary:
 * the reader starts there, and no live refresh replaces it.
 */
export function HeldPage({ view, why, kept, written, files, children }: HeldPageProps): VNode {
  const words = heldMessages(view.language);
  return (
    <PlainLayout
      language={view.language}
      title={words.title}
      nonce={view.nonce}
      assets={view.assets}
      theme={view.theme}
      currentPath="/"
      now={view.now}
      owner={formOwnerOf(view.identity)}
    >
      <div role="alert" tabIndex={-1} data-error-summary>
        <PageHead title={words.title} lead={why} />
        {kept !== null && <Notice tone="done">{kept}</Notice>}
      </div>
      <div class="form-stack">
        {written !== "" && (
          <TextArea name="written" label={words.typed} hint={words.typedHint} value={written} rows={6} readOnly />
        )}
        {files.length > 0 && (
          <div class="field">
            <p class="field-label">{words.files}</p>
            <ul class="brief-list">
              {files.map((name) => (
                <li key={name}>{name}</li>
              ))}
            </ul>
          </div>
        )}
        <FormActions>{children}</FormActions>
      </div>
    </PlainLayout>
  );
}
