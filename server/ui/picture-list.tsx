import type { VNode } from "preact";
import type { ListedAttachment } from "./attachment-list.tsx";

/** Small pictures. Opening one shows it whole. */
export function PictureList(props: { files: readonly ListedAttachment[] }): VNode | null {
  if (props.files.length === 0) return null;
  return (
    <ul class="pictures">
      {props.files.map((file) => (
        <li key={file.href}>
          <a href={file.href} target="_blank" rel="noopener" data-turbo="false">
            <img class="picture" src={file.href} alt={file.name} loading="lazy" />
          </a>
        </li>
      ))}
    </ul>
  );
}
