import { h, type VNode } from "preact";
import { controlAttributes, Field, fieldId, type FieldProps } from "./field.tsx";
import { useLanguage } from "./language-context.ts";
import { uiMessages } from "./ui.messages.ts";

export interface FileFieldProps extends FieldProps {
  readonly multiple?: boolean | undefined;
  readonly accept?: string | undefined;
  readonly limitMegabytes: number;
  /** The highest number of files at once. */
  readonly limitFiles?: number | undefined;
}

/** A plain file input. kw-files adds dropping and pasting, and shows the files to send. */
export function FileField(props: FileFieldProps): VNode {
  const words = uiMessages(useLanguage());
  const most = props.limitFiles ?? 5;
  const field = { ...props, hint: props.hint ?? words.fileLimit(most, props.limitMegabytes) };
  const settings = {
    // By its id a refresh recognises it and leaves it alone.
    id: `${fieldId(props)}-files`,
    "data-limit": String(props.limitMegabytes * 1_000_000),
    "data-most": String(most),
    "data-choose": words.chooseFiles,
    "data-drop": words.dropFiles,
    "data-remove": words.removeFile,
    "data-empty": words.fileEmpty,
    "data-too-large": words.fileTooLarge,
    "data-too-many": words.fileTooMany(most),
    "data-again": words.filesAgain,
  };
  return (
    <Field {...field}>
      {h(
        "kw-files",
        settings,
        <input
          {...controlAttributes(field)}
          class="control control-file"
          type="file"
          multiple={props.multiple ?? true}
          accept={props.accept}
        />,
      )}
    </Field>
  );
}
