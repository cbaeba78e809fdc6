/** Violations that change nothing anybody could see, as `npm run plant` names them, with the reason for it. */
export interface Equivalent {
  readonly reason: string;
  readonly planted: readonly string[];
}

export const equivalents: readonly Equivalent[] = [
  {
    reason: "A shortcut: the long way comes to the same.",
    planted: [
      "core/calendar/local-days.ts stretchesOf: end - start === dayMinutes becomes false",
      "core/calendar/local-months.ts localMonths: first.toPlainYearMonth().equals(last.toPlainYearMonth()) is never so",
      "core/calendar/local-months.ts localMonths: 1 is one more in day + 1",
      "core/calendar/local-months.ts localMonths: 1 is one more in (day + 1) * dayMilliseconds - 1",
      "core/charges/corrections.ts forgive: forgiven.length === 0 becomes false",
      "core/charges/lines.ts workLines: work.length === 0 becomes false",
      "core/charges/work.ts cutToMonth: isInside is never so",
      "core/charges/work.ts cutToMonth: piece.start >= start becomes piece.start > start",
      "core/charges/work.ts cutToMonth: piece.end <= end becomes piece.end < end",
      "core/charges/cover-administration.ts partUntil: piece.end <= minute becomes piece.end < minute",
      "core/charges/cover-administration.ts partFrom: piece.start >= minute becomes piece.start > minute",
      "core/values/clean-text.ts cleanText: isPlain.test(text) becomes false",
      "core/evaluation/keep-forgiven.ts forgivenUnder: leaves out forgiven.length === 0",
    ],
  },
  {
    reason: "Of two that are equal it makes no difference which is taken.",
    planted: [
      "core/authorisations/authorisation.ts priceByTheHour: rate > highest becomes rate >= highest",
      "core/contracts/addendum.ts decideAddendum: Temporal.PlainDate.compare(today, startsOn) > 0 becomes Temporal.PlainDate.compare(today, startsOn) >= 0",
      "core/contracts/hourly-rate.ts hourlyRateFor: rate > terms.additionalTicketRate becomes rate >= terms.additionalTicketRate",
      "core/contracts/termination.ts earlier: Temporal.PlainDate.compare(a, b) <= 0 becomes Temporal.PlainDate.compare(a, b) < 0",
      "core/invoices/corrections-left-over.ts beyondNothing: line.amountCents < sum becomes line.amountCents <= sum",
      "core/time/timer.ts minutesOfTimer: Temporal.Instant.compare(closedAt, stoppedAt) < 0 becomes Temporal.Instant.compare(closedAt, stoppedAt) <= 0",
      "core/values/money.ts limitTo: amount > limit becomes amount >= limit",
      "core/values/money.ts limitTo: amount < limit becomes amount <= limit",
      "core/evaluation/keep-forgiven.ts smaller: a < b becomes a <= b",
    ],
  },
  {
    reason: "Zero has no sign: it is the same taken either way.",
    planted: [
      "core/invoices/invoice-lifecycle.ts sizeOf: cents < 0n becomes cents <= 0n",
      "core/values/money.ts divideRoundingHalfUp: dividend < 0n becomes dividend <= 0n",
      "core/values/money.ts divideRoundingHalfUp: dividend < 0n becomes dividend <= 0n (2)",
      "core/values/money.ts limitTo: limit < 0n becomes limit <= 0n",
    ],
  },
  {
    reason: "No two of them are the same, so that the order of equals is never asked for.",
    planted: [
      "core/charges/lines.ts compareQuotes: a === b becomes false",
      "core/charges/lines.ts compareQuotes: 0 is one more in return 0;",
      "core/charges/work.ts compareByClock: a.entry.id === b.entry.id becomes false",
      "core/charges/work.ts compareByClock: 0 is one more in return 0;",
    ],
  },
  {
    reason: "A part without minutes has no window, and a line without minutes is left out of the charges.",
    planted: [
      "core/charges/lines.ts reasonsOfWork: pieces.length === 0 becomes false",
      "core/charges/work.ts holdQuotedPrices: until <= piece.start becomes until < piece.start",
      "core/charges/work.ts holdQuotedPrices: until >= piece.end becomes until > piece.end",
      "core/calendar/local-days.ts stretchesOf: changed >= end becomes changed > end",
    ],
  },
  {
    reason:
      "A message is accepted whoever has the turn, and the customer's answer gives it as the provider's going on does.",
    planted: [
      "core/tickets/progress.ts decideReply: reply.isStaff is never so (2)",
      "core/tickets/progress.ts decideReply: reply.isStaff is always so (2)",
      "core/tickets/progress.ts decideReply: !next.ok becomes false",
    ],
  },
  {
    reason: "What is checked here cannot be otherwise by then; the compiler is told so.",
    planted: [
      "core/authorisations/authorisation-lifecycle.ts advanceAuthorisation: leaves out authorisation.validUntil !== null",
      "core/authorisations/entry-authorisation.ts compareByApproval: 0 is one more in first === null || second === null ? 0 : Temporal.Instant.compare(first, second)",
      "core/charges/cover-administration.ts coverOfOneTicket: 0 is one more in pieces[0]?.ticket.startFeeMinutes ?? 0",
      "core/invoices/credit-invoice.ts standingPart: 0 is one more in sum?.minutes ?? 0",
      "core/invoices/credit-invoice.ts standingPart: 0n is one more in sum?.amountCents ?? 0n",
      "core/invoices/credit-invoice.ts takenBack: 0 is one more in standing?.minutes ?? 0",
      "core/invoices/credit-invoice.ts takenBack: 0n is one more in standing?.amountCents ?? 0n",
      "core/tickets/new-ticket.ts decideNewTicket: leaves out terms.ticketsPerMonth !== null",
      'core/tickets/ticket-lifecycle.ts advanceTicket: leaves out stage !== "resolved"',
      "core/access/abilities.ts namesOfDeeds: does not filter((name): name is Deed => Object.hasOwn(deeds, name))",
      "core/evaluation/why-changed.ts startFeeChanges: 0 is one more in before?.startFeeMinutes ?? 0",
      "core/evaluation/why-changed.ts startFeeChanges: 0 is one more in after?.startFeeMinutes ?? 0",
      "core/evaluation/why-changed.ts rateChanges: 0 is one more in tickets.after?.numberInMonth ?? 0",
    ],
  },
  {
    reason: "No text or number is before or after what is not there, and nothing is known by it.",
    planted: [
      "core/charges/decide-vat-position.ts decideVatPosition: leaves out lastInvoicedMonth !== null",
      "core/charges/work.ts hasFixedPrice: authorisationId === undefined || authorisationId === null becomes false",
      "core/charges/work.ts hasFixedPrice: leaves out authorisationId === undefined",
      "core/charges/work.ts hasFixedPrice: leaves out authorisationId === null",
      'core/charges/work.ts holdQuotedPrices: typeof authorisationId === "string" is always so',
    ],
  },
  {
    reason: "Staff may do a thing whosever it is, so that they are asked for no organisation.",
    planted: ['core/access/can.ts requireRole: actor.kind === "contact" is always so'],
  },
  {
    reason: "A date beyond the last of its year or month is read as the last.",
    planted: [
      "core/contracts/period.ts contractPeriod: 12 is one more in month: 12",
      "core/contracts/period.ts contractPeriod: 31 is one more in day: 31",
      "core/calendar/public-holidays.ts publicHolidays: 12 is one more in dayOf(year, 12, 25)",
      "core/calendar/public-holidays.ts publicHolidays: 12 is one more in dayOf(year, 12, 26)",
    ],
  },
  {
    reason: "Any day that each month has does: only its month is read.",
    planted: ["core/contracts/termination.ts decideTermination: 1 is one more in day: 1"],
  },
  {
    reason: "A time zone is known at any instant.",
    planted: ["core/contracts/check-terms.ts isTimeZone: 0 is one more in Temporal.Instant.fromEpochMilliseconds(0)"],
  },
  {
    reason: "A part of nothing is left out before, and what is paid was refused before.",
    planted: [
      "core/invoices/credit-invoice.ts isCharge: minutes >= 0 becomes minutes > 0",
      "core/invoices/credit-invoice.ts isCharge: amountCents < 0n becomes amountCents <= 0n",
      "core/invoices/settlement.ts checkAmount: askedCents < 0n becomes askedCents <= 0n",
      "core/invoices/settlement.ts checkAmount: leftCents < 0n becomes leftCents <= 0n",
    ],
  },
  {
    reason: "A stop for a text that never settles: none is known that takes nearly so many passes.",
    planted: [
      "core/values/clean-text.ts mostPasses: 8 is one more in mostPasses = 8",
      "core/values/clean-text.ts withoutUnseen: 1 is one more in pass = 1",
      "core/values/clean-text.ts withoutUnseen: 1 is one more in pass += 1",
      "core/values/clean-text.ts withoutUnseen: pass <= mostPasses becomes pass < mostPasses",
    ],
  },
  {
    reason:
      "Gauss's rule needs it for years outside the calendar; from 2000 to 2099 each Easter is the same without it.",
    planted: [
      "core/calendar/public-holidays.ts easterSunday: leaves out goldenYear > 10",
      "core/calendar/public-holidays.ts easterSunday: leaves out fullMoon === 28",
      "core/calendar/public-holidays.ts easterSunday: goldenYear > 10 becomes goldenYear >= 10",
    ],
  },
  {
    reason: "Only where the search starts moves: it goes on, forward too, to the day that holds the minute.",
    planted: [
      "core/calendar/windows.ts windowCalendar: minute < days.startOf(number) becomes minute <= days.startOf(number)",
      "core/calendar/windows.ts windowCalendar: 1 is one more in number -= 1",
    ],
  },
  {
    reason: "A correction of nothing takes nothing off, and is left out of the charges.",
    planted: ["core/evaluation/keep-forgiven.ts forgivenUnder: amountCents > 0n becomes amountCents >= 0n"],
  },
  {
    reason: "Only work has a window, and by itself it carries the standard rate.",
    planted: [
      'core/evaluation/keep-forgiven.ts ownVatOf: category === "reduced" || category === "zero" is always so',
      'core/evaluation/keep-forgiven.ts ownVatOf: leaves out category === "reduced"',
      'core/evaluation/keep-forgiven.ts ownVatOf: leaves out category === "zero"',
    ],
  },
  {
    reason: "Both sides are counted from the same number, and only whether they differ is read.",
    planted: ["core/evaluation/why-changed.ts workOfTickets: 0 is one more in minutes.get(ticketMonthOf(charge)) ?? 0"],
  },
  {
    reason: "Both lines of a key have a rate, or neither has.",
    planted: [
      'core/evaluation/why-changed.ts rateChanges: leaves out typeof rateBefore !== "bigint" || typeof rateAfter !== "bigint"',
      'core/evaluation/why-changed.ts rateChanges: leaves out typeof rateBefore !== "bigint"',
      'core/evaluation/why-changed.ts rateChanges: leaves out typeof rateAfter !== "bigint"',
    ],
  },
];
