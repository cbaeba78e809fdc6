import type { VNode } from "preact";
import { formatSize } from "../../core/values/format.ts";
import { Icon } from "./icon.tsx";
import { useLanguage } from "./language-context.ts";
import { uiMessages } from "./ui.messages.ts";

export interface ListedAttachment {
  readonly name: string;
  readonly href: string;
  readonly sizeBytes: number;
  readonly isImage?: boolean | undefined;
}

/** Files for download, as plain links that Turbo leaves alone (R04: always as attachment). */
export function AttachmentList(props: { files: readonly ListedAttachment[] }): VNode | null {
  const language = useLanguage();
  if (props.files.length === 0) return null;
  return (
    <ul class="attachments" aria-label={uiMessages(language).attachments}>
      {props.files.map((file) => (
        <li key={file.href}>
          <a class="attachment" href={file.href} download="" data-turbo="false">
            <Icon name={file.isImage ? "image" : "file"} />
            <span class="attachment-name">{file.name}</span>
            <span class="attachment-size">{formatSize(file.sizeBytes, language)}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
