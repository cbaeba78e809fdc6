import type { VNode } from "preact";
import type { Charge } from "../../../core/charges/charge.ts";
import { sumCents } from "../../../core/values/money.ts";
import { paths } from "../../faces/paths.ts";
import type { View } from "../../http/route.ts";
import { formatDuration } from "../../../core/values/format.ts";
import { TicketMeter } from "../../tickets/ticket-meter.tsx";
import { Money, Sum, type SumLine, Why } from "../../ui/money.tsx";
import { Section } from "../../ui/section.tsx";
import { homeMessages } from "./home.messages.ts";
import type { Home } from "./load-home.ts";

const mostLines = 20;

/** The used tickets of the month, and its cost until now by ticket (T4, M2). */
export function ThisMonth({ home, view }: { home: Home; view: View }): VNode {
  const words = homeMessages(view.language);
  const limit = home.terms?.ticketsPerMonth ?? null;
  const beyond = limit === null ? 0 : Math.max(0, home.ticketCount - limit);
  const { charges, totals } = home.month;
  return (
    <Section title={words.thisMonth}>
      {home.terms !== null && (
        <>
          <TicketMeter label={words.used} count={home.ticketCount} limit={limit} />
          {beyond > 0 && <p class="text-muted">{words.beyond(beyond)}</p>}
        </>
      )}
      {charges.length === 0 ? (
        <p class="text-muted">{words.costNone}</p>
      ) : (
        <div class="month-cost">
          {words.cost} <Money cents={totals.subtotalCents} strong />{" "}
          <span class="text-muted">{words.excludingVat}</span>{" "}
          <Why>
            <Sum lines={linesOf(charges, view)} total={{ text: words.total, cents: totals.subtotalCents }} />
          </Why>
        </div>
      )}
    </Section>
  );
}

/** One line per ticket, dearest first. The ticket's own page has the rules. */
function linesOf(charges: readonly Charge[], view: View): SumLine[] {
  const words = homeMessages(view.language);
  const byTicket = [...Map.groupBy(charges, (charge) => charge.reference)].map(([reference, own]) => ({
    reference,
    minutes: own.reduce((sum, charge) => sum + charge.minutes, 0),
    cents: sumCents(own.map((charge) => charge.amountCents)),
  }));
  const sorted = byTicket.toSorted((a, b) => Number(b.cents - a.cents));
  const rest = sorted.slice(mostLines);
  return [
    ...sorted.slice(0, mostLines).map(({ reference, minutes, cents }) => ({
      text: (
        <a class="link" href={paths.portal.ticket(reference)}>
          {reference}
        </a>
      ),
      how: formatDuration(minutes, view.language),
      cents,
    })),
    ...(rest.length === 0
      ? []
      : [{ text: words.costRest(rest.length), cents: sumCents(rest.map(({ cents }) => cents)) }]),
  ];
}
