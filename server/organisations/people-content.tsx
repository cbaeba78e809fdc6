import { randomUUID } from "node:crypto";
import type { VNode } from "preact";
import { formatDate } from "../../core/calendar/format-time.ts";
import { localDateOf } from "../../core/calendar/time-zone.ts";
import { seatNumbers, type SeatPeriod } from "../../core/organisations/seats.ts";
import type { OrganisationId, PersonId } from "../../core/values/ids.ts";
import { atOnce } from "../db/at-once.ts";
import type { Work } from "../events/work.ts";
import { longestMail } from "../faces/contact-input.ts";
import type { PeopleDeed } from "../faces/paths.ts";
import type { TypedForm } from "../http/refused-form.ts";
import { RefusalSummary } from "../http/refusal-summary.tsx";
import type { View } from "../http/route.ts";
import { Button } from "../ui/button.tsx";
import { Disclosure } from "../ui/disclosure.tsx";
import { FieldRow, Form, FormActions } from "../ui/form.tsx";
import { Section } from "../ui/section.tsx";
import { Table } from "../ui/table.tsx";
import { TextField } from "../ui/text-field.tsx";
import { listSeatPeriods, listSeats, listSignatories } from "./list-seats.ts";
import { peopleMessages } from "./people.messages.ts";

/** The forms of the page of people. A button has nothing to show again. */
export type PeopleForm = "seat" | "signatory" | "button";

/** The people of an organisation: who holds the seats, who may sign, and who held a seat when (P2). */
export async function loadPeople(
  { tx }: Pick<Work, "tx">,
  organisationId: OrganisationId,
  terms: Promise<{ readonly contactSeats: number }>,
) {
  return atOnce({
    seats: listSeats(tx, organisationId),
    signatories: listSignatories(tx, organisationId),
    periods: listSeatPeriods(tx, organisationId),
    terms,
  });
}

export interface PeopleProps {
  readonly people: Awaited<ReturnType<typeof loadPeople>>;
  readonly view: View;
  readonly form: (name: PeopleForm) => TypedForm;
  readonly action: (deed: PeopleDeed) => string;
  /** Whether the reader may change them. */
  readonly mayChange: boolean;
}

/** The seats, the signatories and the history, with the forms for whoever may change them. */
export function PeopleContent(props: PeopleProps): VNode {
  const { people, view, form, mayChange } = props;
  const words = peopleMessages(view.language);
  return (
    <>
      <RefusalSummary refusal={form("button").refusal} language={view.language} title={words.notDone} />
      {!mayChange && <p class="text-muted">{words.onlySignatory}</p>}
      {seatNumbers(people.seats, people.terms).map((number) => (
        <Seat key={number} number={number} {...props} />
      ))}
      <Signatories {...props} />
      <History periods={people.periods} view={view} />
    </>
  );
}

function Seat({ number, people, view, form, action, mayChange }: PeopleProps & { readonly number: number }): VNode {
  const words = peopleMessages(view.language);
  const holder = people.seats.find((seat) => seat.number === number);
  const name = holder?.name ?? words.somebody;
  const typed = form("seat");
  const isAgain = typed.isAgain && typed.typed("seat") === String(number);
  const own = isAgain ? typed : blank(typed);
  return (
    <Section title={words.seat(number)} id={`seat-${number}`}>
      <p class={holder === undefined ? "text-muted" : undefined}>{holder === undefined ? words.empty : name}</p>
      {mayChange && (
        <div class="choices">
          <Disclosure
            id={`give-${number}`}
            label={holder === undefined ? words.give(number) : words.handOver(number)}
            open={isAgain}
          >
            {holder !== undefined && <p>{words.handOverHint(name)}</p>}
            <Form action={action("seat")} id={`give-form-${number}`} idempotencyKey={randomUUID()} draft>
              <RefusalSummary refusal={own.refusal} language={view.language} />
              <Seen number={number} held={holder?.personId} />
              <PersonFields place={`give-${number}`} form={own} view={view} />
              <FormActions>
                <Button variant="primary">{holder === undefined ? words.give(number) : words.handOver(number)}</Button>
              </FormActions>
            </Form>
          </Disclosure>
          {holder !== undefined && (
            <Disclosure id={`vacate-${number}`} label={words.vacate(number)}>
              <p>{words.handOverHint(name)}</p>
              <Form action={action("seat/vacate")} layout="bare">
                <Seen number={number} held={holder.personId} />
                <Button variant="danger">{words.vacateConfirm(number)}</Button>
              </Form>
            </Disclosure>
          )}
        </div>
      )}
    </Section>
  );
}

/** The seat as it was when the form was made. */
function Seen({ number, held }: { readonly number: number; readonly held: PersonId | undefined }): VNode {
  return (
    <>
      <input type="hidden" name="seat" value={number} />
      <input type="hidden" name="held" value={held ?? ""} />
    </>
  );
}

/** The form of another seat: without what was typed for the refused one. */
function blank(form: TypedForm): TypedForm {
  return {
    ...form,
    refusal: null,
    isAgain: false,
    field: (name, otherwise = "") => ({ name, value: otherwise, error: undefined }),
  };
}

interface PersonFieldsProps {
  readonly place: string;
  readonly form: TypedForm;
  readonly view: View;
}

function PersonFields({ place, form, view }: PersonFieldsProps): VNode {
  const words = peopleMessages(view.language);
  // The fields of the refused form have the ids that its summary links to.
  const idOf = (name: string) => (form.isAgain ? undefined : `${place}-${name}`);
  return (
    <>
      <p class="field-hint">{words.mailHint}</p>
      <FieldRow>
        <TextField {...form.field("name")} id={idOf("name")} label={words.name} maxLength={200} required />
        <TextField
          {...form.field("mail")}
          id={idOf("mail")}
          label={words.mail}
          type="email"
          maxLength={longestMail}
          required
        />
      </FieldRow>
    </>
  );
}

function Signatories({ people: { signatories }, view, form, action, mayChange }: PeopleProps): VNode {
  const words = peopleMessages(view.language);
  const typed = form("signatory");
  return (
    <Section title={words.signatories} id="signatories">
      <p class="field-hint">{words.signatoriesHint}</p>
      {signatories.length === 0 && <p class="text-muted">{words.noSignatory}</p>}
      <ul class="brief-list brief-list-wrapped">
        {signatories.map(({ personId, name }) => (
          <li key={personId}>
            {name ?? words.somebody}
            {mayChange && signatories.length > 1 && personId !== view.identity?.personId && (
              <Disclosure id={`withdraw-${personId}`} label={words.withdraw}>
                <p>{words.withdrawHint(name ?? words.somebody)}</p>
                <Form action={action("signatories/withdraw")} layout="bare">
                  <input type="hidden" name="person" value={personId} />
                  <Button variant="danger">{words.withdrawConfirm}</Button>
                </Form>
              </Disclosure>
            )}
          </li>
        ))}
      </ul>
      {mayChange && signatories.length === 1 && <p class="text-muted">{words.lastSignatory}</p>}
      {mayChange && (
        <div class="choices">
          <Disclosure id="appoint" label={words.appoint} open={typed.isAgain}>
            <Form action={action("signatories")} id="appoint-form" idempotencyKey={randomUUID()} draft>
              <RefusalSummary refusal={typed.refusal} language={view.language} />
              <PersonFields place="appoint" form={typed} view={view} />
              <FormActions>
                <Button variant="primary">{words.appoint}</Button>
              </FormActions>
            </Form>
          </Disclosure>
        </div>
      )}
    </Section>
  );
}

function History({ periods, view: { language } }: { periods: readonly SeatPeriod[]; view: View }): VNode | null {
  const words = peopleMessages(language);
  if (periods.length === 0) return null;
  const day = (at: Temporal.Instant) => formatDate(localDateOf(at), language);
  return (
    <Section title={words.history} id="seat-history">
      <Table
        caption={words.history}
        rows={periods}
        rowKey={({ seat, from }) => `${seat} ${from.toString()}`}
        columns={[
          { label: words.holder, lead: true, grow: true, cell: ({ holder }) => holder },
          { label: words.seatColumn, selfEvident: true, cell: ({ seat }) => words.seat(seat) },
          {
            label: words.period,
            selfEvident: true,
            cell: ({ from, until }) => (until === null ? words.since(day(from)) : words.between(day(from), day(until))),
          },
        ]}
      />
    </Section>
  );
}
