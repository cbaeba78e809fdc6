import { type ComponentChildren, h, type VNode } from "preact";
import { useContext } from "preact/hooks";
import { FormOwnerContext } from "./form-owner-context.ts";

export interface FormProps {
  readonly action: string;
  readonly method?: "get" | "post" | undefined;
  readonly id?: string | undefined;
  /** A new key each time the form is made (R11). A form shown again after a refusal keeps its key. */
  readonly idempotencyKey?: string | undefined;
  /** The version of the edited thing (R12). */
  readonly version?: number | string | undefined;
  /** The form carries files. */
  readonly files?: boolean | undefined;
  /** Keeps the typed content in this tab until it is sent. Needs an id. */
  readonly draft?: boolean | undefined;
  readonly layout?: "stack" | "inline" | "bare" | "menu" | "foot" | undefined;
  readonly label?: string | undefined;
  /** Leaves checks to the server, which has better sentences. On by default for posts. */
  readonly noValidate?: boolean | undefined;
  /** Loads the answer as a whole new page, because it changes the signed-in person or the look of every page. */
  readonly wholePage?: boolean | undefined;
  readonly children: ComponentChildren;
}

const layouts = {
  stack: "form-stack",
  inline: "form-inline",
  bare: undefined,
  menu: "menu-form",
  foot: "persona-foot",
} as const;

/** The one component for forms. Its first field names the form's owner (R43). */
export function Form(props: FormProps): VNode {
  const method = props.method ?? "post";
  const owner = useContext(FormOwnerContext);
  const form = (
    <form
      action={props.action}
      method={method}
      id={props.id}
      class={layouts[props.layout ?? "stack"]}
      enctype={props.files ? "multipart/form-data" : undefined}
      aria-label={props.label}
      noValidate={props.noValidate ?? method === "post"}
      data-turbo={props.wholePage ? "false" : undefined}
    >
      {method === "post" && <input type="hidden" name="madeFor" value={owner} />}
      {props.idempotencyKey !== undefined && <input type="hidden" name="idempotencyKey" value={props.idempotencyKey} />}
      {props.version !== undefined && <input type="hidden" name="version" value={String(props.version)} />}
      {props.children}
    </form>
  );
  return props.draft && props.id !== undefined ? <>{h("kw-draft", { "data-draft": props.id }, form)}</> : form;
}

/** The row of buttons at a form's end. */
export function FormActions(props: { children: ComponentChildren }): VNode {
  return <div class="form-actions">{props.children}</div>;
}

/** Fields side by side where there is room. */
export function FieldRow(props: { children: ComponentChildren }): VNode {
  return <div class="field-row">{props.children}</div>;
}
