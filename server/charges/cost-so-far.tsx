import type { VNode } from "preact";
import type { Charge } from "../../core/charges/charge.ts";
import { nameCharge } from "../../core/charges/name-charge.ts";
import { sumCents } from "../../core/values/money.ts";
import { formatDuration, formatMoney } from "../../core/values/format.ts";
import { formatMonth } from "../../core/calendar/format-time.ts";
import type { Language } from "../../core/values/language.ts";
import { Meter } from "../ui/meter.tsx";
import { Money, Sum, Why } from "../ui/money.tsx";
import { costMessages } from "./cost-so-far.messages.ts";
import { explainCharge } from "./explain-charge.ts";

export interface CostSoFarProps {
  readonly charges: readonly Charge[];
  readonly language: Language;
  /** The ticket's row: the minutes spent of its ceiling (T2). */
  readonly ticket: {
    readonly chargeableMinutes: number;
    readonly authorisedMinutes: number;
    readonly status?: "open" | "closed";
    readonly quotedMinutes?: number;
    readonly startFeeWaivedReason?: string | null;
  };
}

/** A ticket's cost, and the spent part of its ceiling, with rule and sum. */
export function CostSoFar({ charges, language, ticket }: CostSoFarProps): VNode {
  const words = costMessages(language);
  const time = (minutes: number) => formatDuration(minutes, language);
  const left = Math.max(0, ticket.authorisedMinutes - ticket.chargeableMinutes);
  const total = sumCents(charges.map((charge) => charge.amountCents));
  return (
    <div class="cost-so-far">
      <Meter
        label={words.spent}
        value={ticket.chargeableMinutes}
        max={ticket.authorisedMinutes}
        text={words.spentOf(time(ticket.chargeableMinutes), time(ticket.authorisedMinutes))}
        aside={<Money cents={total} strong />}
      />
      {ticket.status !== "closed" && <p class="cost-left">{left > 0 ? words.left(time(left)) : words.noneLeft}</p>}
      {(ticket.quotedMinutes ?? 0) > 0 && <p class="cost-left">{words.quoted(time(ticket.quotedMinutes ?? 0))}</p>}
      {typeof ticket.startFeeWaivedReason === "string" && (
        <p class="cost-left">{words.waived(ticket.startFeeWaivedReason)}</p>
      )}
      {charges.length > 0 && (
        <Why label={words.cost}>
          <ChargeSum charges={charges} language={language} />
        </Why>
      )}
    </div>
  );
}

/** Charges as a sum on paper, each with its rules. */
export function ChargeSum({ charges, language }: { charges: readonly Charge[]; language: Language }): VNode {
  const words = costMessages(language);
  const lines = charges.map((charge) => ({
    text: words.line(nameCharge(charge, language), formatMonth(charge.month, language)),
    how: (
      <>
        {charge.hourlyRateCents !== null &&
          words.how(formatDuration(charge.minutes, language), formatMoney(charge.hourlyRateCents, language))}
        <Explanation sentences={explainCharge(charge, language)} />
      </>
    ),
    cents: charge.amountCents,
  }));
  return (
    <Sum lines={lines} total={{ text: words.total, cents: sumCents(charges.map((charge) => charge.amountCents)) }} />
  );
}

/** The sentences that explain an amount, each with its rule. */
export function Explanation({ sentences }: { sentences: readonly string[] }): VNode {
  return (
    <ul class="reasons">
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
