import type { ComponentChildren, VNode } from "preact";

export interface Definition {
  readonly term: ComponentChildren;
  readonly value: ComponentChildren;
}

/** Facts side by side. `numbers` aligns the values at the right. */
export function DefinitionList(props: { items: readonly Definition[]; numbers?: boolean | undefined }): VNode {
  return (
    <dl class={props.numbers ? "facts facts-numbers" : "facts"}>
      {props.items.map((item, index) => (
        <div key={index} class="fact">
          <dt>{item.term}</dt>
          <dd>{item.value}</dd>
        </div>
      ))}
    </dl>
  );
}
