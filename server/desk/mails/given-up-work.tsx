import type { VNode } from "preact";
import { paths } from "../../faces/paths.ts";
import type { GivenUpJob } from "../../jobs/given-up.ts";
import { Button } from "../../ui/button.tsx";
import { Form } from "../../ui/form.tsx";
import type { Language } from "../../../core/values/language.ts";
import { Moment } from "../../ui/moment.tsx";
import { Section } from "../../ui/section.tsx";
import { type Column, Table } from "../../ui/table.tsx";
import { givenUpMessages } from "./given-up.messages.ts";

interface GivenUpWorkProps {
  readonly jobs: readonly GivenUpJob[];
  readonly language: Language;
  readonly mayTryAgain: boolean;
  readonly systemNow: Temporal.Instant;
}

/** Given-up jobs other than mail; nothing without any. */
export function GivenUpWork({ jobs, language, mayTryAgain, systemNow }: GivenUpWorkProps): VNode | null {
  if (jobs.length === 0) return null;
  const words = givenUpMessages(language);
  const columns: Column<GivenUpJob>[] = [
    {
      label: words.work,
      lead: true,
      grow: true,
      cell: ({ task, reason }) => (
        <span class="row-words">
          {nameOf(task, language)}
          <span class="row-note">{reason}</span>
        </span>
      ),
    },
    { label: words.on, align: "end", cell: ({ givenUpAt }) => <Moment at={givenUpAt} now={systemNow} /> },
  ];
  const again: Column<GivenUpJob> = {
    label: words.tryAgain,
    hideLabel: true,
    align: "end",
    cell: ({ id }) => (
      <Form action={paths.desk.tryJobAgain(id)} layout="bare">
        <Button size="small">{words.tryAgain}</Button>
      </Form>
    ),
  };
  return (
    <Section title={words.title}>
      <p class="text-muted">
        {words.lead}
        {!mayTryAgain && ` ${words.forAdministrators}`}
      </p>
      <Table
        caption={words.title}
        rows={jobs}
        rowKey={({ id }) => id}
        columns={mayTryAgain ? [...columns, again] : columns}
      />
    </Section>
  );
}

function nameOf(task: string, language: Language): string {
  const tasks: Readonly<Record<string, string>> = givenUpMessages(language).tasks;
  return (Object.hasOwn(tasks, task) ? tasks[task] : undefined) ?? task;
}
