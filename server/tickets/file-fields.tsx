import type { VNode } from "preact";
import { attachmentExtensions } from "../files/kinds.ts";
import { Checkbox } from "../ui/choices.tsx";
import { FileField } from "../ui/file-field.tsx";
import type { WaitingUpload } from "./read-waiting-uploads.ts";

/** Pictures by their kind too, so that a telephone offers its camera. */
const acceptedFiles = ["image/*", "video/*", "audio/*", ...attachmentExtensions()].join();

interface FileFieldsProps {
  readonly label: string;
  readonly keptLabel: string;
  /** The files that were taken in before the form was refused. Ticked ones are sent along. */
  readonly kept: readonly WaitingUpload[];
}

/** The files of a form: a field to choose some, and the waiting ones from before. */
export function FileFields({ label, keptLabel, kept }: FileFieldsProps): VNode {
  return (
    <>
      <FileField name="files" label={label} limitMegabytes={25} accept={acceptedFiles} optional />
      {kept.length > 0 && (
        <fieldset class="field">
          <legend class="field-label">{keptLabel}</legend>
          {kept.map((file) => (
            <Checkbox
              key={file.id}
              name="attachments[]"
              id={`kept-${file.id}`}
              label={file.name}
              value={file.id}
              checked
            />
          ))}
        </fieldset>
      )}
    </>
  );
}
