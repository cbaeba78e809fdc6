import type { VNode } from "preact";
import { paths } from "../../faces/paths.ts";
import { Button } from "../../ui/button.tsx";
import { DefinitionList } from "../../ui/definition-list.tsx";
import { Disclosure } from "../../ui/disclosure.tsx";
import { Form } from "../../ui/form.tsx";
import { capitalised, formatMoney } from "../../../core/values/format.ts";
import { formatDateTime } from "../../../core/calendar/format-time.ts";
import { Money } from "../../ui/money.tsx";
import { Section } from "../../ui/section.tsx";
import type { TicketProps } from "./ticket-props.ts";
import { portalTicketMessages } from "./ticket.messages.ts";

/** A contact's other actions: agreeing to work outside office hours, and withdrawing the ticket. */
export function MoreToDo(shown: TicketProps): VNode | null {
  const { loaded, view } = shown;
  const words = portalTicketMessages(view.language);
  const agreedAt = loaded.ticket.outsideHoursAgreedAt;
  const mayAgree = loaded.abilities.has("ticket.agree-outside-hours") && agreedAt === null;
  const mayWithdraw = loaded.abilities.has("ticket.withdraw");
  if (!mayAgree && !mayWithdraw && agreedAt === null) return null;
  return (
    <Section title={words.more}>
      {agreedAt !== null && <p class="text-muted">{words.agreedAt(formatDateTime(agreedAt, view.language))}</p>}
      {(mayAgree || mayWithdraw) && (
        <div class="choices">
          {mayAgree && <AgreeOutsideHours {...shown} />}
          {mayWithdraw && <Withdraw {...shown} />}
        </div>
      )}
    </Section>
  );
}

/** The agreement and its rates (M5, M4). */
function AgreeOutsideHours({ loaded, view }: TicketProps): VNode | null {
  const words = portalTicketMessages(view.language);
  const { rates, ticket } = loaded;
  if (rates === null) return null;
  return (
    <Disclosure id="outside-hours" label={words.outside}>
      <p>{words.outsideIntro}</p>
      <DefinitionList
        numbers
        items={rates.map(({ names, cents }) => ({
          term: capitalised(names[view.language]),
          value: <Money cents={cents} />,
        }))}
      />
      <Form action={paths.portal.agreeOutsideHours(ticket.reference)} layout="bare">
        <Button variant="primary">{words.agree}</Button>
      </Form>
    </Disclosure>
  );
}

/** Withdrawing the ticket, after reading what stays charged (T1). */
function Withdraw({ loaded, view }: TicketProps): VNode {
  const words = portalTicketMessages(view.language);
  return (
    <Disclosure id="withdraw" label={words.withdraw}>
      <p>
        {loaded.ticket.startFeeWaivedAt === null
          ? words.withdrawIntro(formatMoney(loaded.startFeeCents, view.language))
          : words.withdrawIntroWaived}
      </p>
      <Form action={paths.portal.withdraw(loaded.ticket.reference)} layout="bare">
        <Button variant="danger">{words.withdrawConfirm}</Button>
      </Form>
    </Disclosure>
  );
}
