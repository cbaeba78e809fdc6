import type { Language } from "../../core/values/language.ts";
import type { Cents } from "../../core/values/money.ts";
import { formatDuration, formatMoney } from "../../core/values/format.ts";
import {
  formatClockChange,
  formatClockNote,
  formatDate,
  formatDateTime,
  formatMonth,
} from "../../core/calendar/format-time.ts";

/** The formats for a refusal's figures in one language. */
export interface Figures {
  readonly money: (cents: Cents) => string;
  readonly duration: (minutes: number) => string;
  /** `22 nov 2026`, from an ISO date. */
  readonly date: (iso: string) => string;
  /** `22 nov 2026, 9:03`, from an ISO instant. */
  readonly moment: (iso: string) => string;
  /** The end of a stretch, with a note on a clock change in it. */
  readonly end: (stretch: { readonly start: string; readonly end: string }) => string;
  /** `22 nov 2026, 2:30`, from a local time written as `2026-11-22 2:30`. */
  readonly localTime: (local: string) => string;
  /** The clock change on the day of a local time. */
  readonly clockPut: (local: string) => { readonly from: string; readonly to: string } | null;
  /** `oktober 2026`, from 2026-10. */
  readonly month: (month: string) => string;
}

function figuresOf(language: Language): Figures {
  const date = (iso: string) => formatDate(Temporal.PlainDate.from(iso), language);
  const moment = (iso: string) => formatDateTime(Temporal.Instant.from(iso), language);
  return {
    money: (cents) => formatMoney(cents, language),
    duration: (minutes) => formatDuration(minutes, language),
    date,
    moment,
    end: ({ start, end }) => {
      const [from, to] = [Temporal.Instant.from(start), Temporal.Instant.from(end)];
      const note = formatClockNote({ start: from, end: to }, language);
      return note === null ? moment(end) : `${moment(end)} (${note})`;
    },
    localTime: (local) => `${date(local.slice(0, 10))}, ${local.slice(11)}`,
    clockPut: (local) => formatClockChange(Temporal.PlainDate.from(local.slice(0, 10))),
    month: (month) => formatMonth(month, language),
  };
}

export const figuresIn: Readonly<Record<Language, Figures>> = { nl: figuresOf("nl"), en: figuresOf("en") };
