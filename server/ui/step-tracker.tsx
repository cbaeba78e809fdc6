import type { ComponentChildren, VNode } from "preact";
import { Icon } from "./icon.tsx";
import { useLanguage } from "./language-context.ts";
import { uiMessages } from "./ui.messages.ts";

export interface TrackedStep {
  readonly label: string;
  readonly state: "done" | "current" | "coming";
  readonly note?: ComponentChildren;
}

const looks = { done: "step step-done", current: "step step-current", coming: "step" } as const;

export function StepTracker(props: { label: string; steps: readonly TrackedStep[] }): VNode {
  const words = uiMessages(useLanguage());
  const spoken = { done: words.stepDone, current: words.stepCurrent, coming: words.stepComing };
  return (
    <ol class="steps" aria-label={props.label}>
      {props.steps.map((step) => (
        <li key={step.label} class={looks[step.state]} aria-current={step.state === "current" ? "step" : undefined}>
          <span class="step-dot">{step.state === "done" && <Icon name="check" />}</span>
          <span class="step-label">
            {step.label} <span class="sr-only">({spoken[step.state]})</span>
          </span>
          {step.note && <span class="step-note">{step.note}</span>}
        </li>
      ))}
    </ol>
  );
}
