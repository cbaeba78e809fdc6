import type { VNode } from "preact";
import { useLanguage } from "../ui/language-context.ts";
import { Meter } from "../ui/meter.tsx";
import { ticketMeterMessages } from "./ticket-meter.messages.ts";

interface TicketMeterProps {
  readonly label: string;
  readonly count: number;
  /** Null for terms without a limit (T4). */
  readonly limit: number | null;
}

/** The used tickets of a month: a meter if there is a limit, otherwise a number. */
export function TicketMeter({ label, count, limit }: TicketMeterProps): VNode {
  const words = ticketMeterMessages(useLanguage());
  if (limit === null) return <p>{words.count(count)}</p>;
  return <Meter label={label} value={count} max={limit} text={words.countOf(count, limit)} tone="plain" />;
}
