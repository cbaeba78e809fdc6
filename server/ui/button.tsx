import type { ComponentChildren, VNode } from "preact";
import { classNames } from "./class-names.ts";
import { Icon, type IconName } from "./icon.tsx";

/** The classes of a button's variants, also for what only looks like a button. */
export const buttonVariants = {
  primary: "btn btn-primary",
  plain: "btn btn-plain",
  quiet: "btn btn-quiet",
  danger: "btn btn-danger",
} as const;

export type ButtonVariant = keyof typeof buttonVariants;

interface Look {
  readonly variant?: ButtonVariant | undefined;
  readonly size?: "normal" | "small" | undefined;
  readonly icon?: IconName | undefined;
  readonly wide?: boolean | undefined;
  readonly children: ComponentChildren;
}

export interface ButtonProps extends Look {
  readonly type?: "submit" | "button" | undefined;
  readonly name?: string | undefined;
  readonly value?: string | undefined;
  readonly disabled?: boolean | undefined;
  readonly form?: string | undefined;
  readonly formAction?: string | undefined;
  readonly formNoValidate?: boolean | undefined;
  /** The words for screen readers, when the button shows few. */
  readonly label?: string | undefined;
  /** The key that presses it (client/keyboard.ts). */
  readonly shortcut?: string | undefined;
}

export interface LinkButtonProps extends Look {
  readonly href: string;
  readonly label?: string | undefined;
  readonly shortcut?: string | undefined;
  /** For files: a plain download without Turbo. */
  readonly download?: boolean | undefined;
  /** Opens another tab; this page stays as it is. */
  readonly newTab?: boolean | undefined;
}

function classes({ variant = "plain", size, wide }: Look): string | undefined {
  return classNames(buttonVariants[variant], size === "small" && "btn-small", wide === true && "btn-wide");
}

export function Button(props: ButtonProps): VNode {
  return (
    <button
      type={props.type ?? "submit"}
      class={classes(props)}
      name={props.name}
      value={props.value}
      disabled={props.disabled}
      form={props.form}
      formAction={props.formAction}
      formNoValidate={props.formNoValidate}
      aria-label={props.label}
      data-key={props.shortcut}
    >
      {props.icon && <Icon name={props.icon} />}
      {props.children}
    </button>
  );
}

export function LinkButton(props: LinkButtonProps): VNode {
  const plainDownload = props.download === true ? { download: "", "data-turbo": "false" } : {};
  const beside = props.newTab === true ? { target: "_blank", rel: "noopener" } : {};
  return (
    <a
      href={props.href}
      class={classes(props)}
      aria-label={props.label}
      data-key={props.shortcut}
      {...plainDownload}
      {...beside}
    >
      {props.icon && <Icon name={props.icon} />}
      {props.children}
    </a>
  );
}
