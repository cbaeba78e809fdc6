import type { ComponentChildren, VNode } from "preact";
import { formatDuration, formatMoney } from "../../core/values/format.ts";
import { useLanguage } from "./language-context.ts";
import { uiMessages } from "./ui.messages.ts";

/** An amount in cents. Below zero it keeps its colour, because a credit is not an error. */
export function Money(props: { cents: bigint; strong?: boolean | undefined }): VNode {
  const text = formatMoney(props.cents, useLanguage());
  return props.strong ? <strong class="tabular">{text}</strong> : <span class="tabular">{text}</span>;
}

export function Duration(props: { minutes: number; strong?: boolean | undefined }): VNode {
  const text = formatDuration(props.minutes, useLanguage());
  return props.strong ? <strong class="tabular">{text}</strong> : <span class="tabular">{text}</span>;
}

export interface WhyProps {
  /** The opening word; "why?" by default. */
  readonly label?: string | undefined;
  readonly children: ComponentChildren;
}

/** "why?": opens the rule and the sum of an amount, in place. */
export function Why(props: WhyProps): VNode {
  return (
    <details class="why">
      <summary>{props.label ?? uiMessages(useLanguage()).why}</summary>
      <div class="why-body">{props.children}</div>
    </details>
  );
}

export interface SumLine {
  readonly text: ComponentChildren;
  /** Its sum: "3 x 0:15 u x € 100,00". */
  readonly how?: ComponentChildren;
  readonly cents: bigint;
}

export interface SumProps {
  readonly lines: readonly SumLine[];
  readonly total?: { readonly text: string; readonly cents: bigint } | undefined;
}

/** A sum as on paper: lines, a hairline, the total. */
export function Sum(props: SumProps): VNode {
  return (
    <dl>
      {props.lines.map((line, index) => (
        <div key={index} class="sum-line">
          <dt>
            {line.text}
            {line.how && <span class="sum-how">{line.how}</span>}
          </dt>
          <dd>
            <Money cents={line.cents} />
          </dd>
        </div>
      ))}
      {props.total && (
        <div class="sum-line sum-total">
          <dt>{props.total.text}</dt>
          <dd>
            <Money cents={props.total.cents} strong />
          </dd>
        </div>
      )}
    </dl>
  );
}
