import { localDateOf } from "../../../core/calendar/time-zone.ts";
import { firstDayOf } from "../../../core/values/month.ts";
import type { DemoOrganisation } from "../content/organisations.ts";
import { instantAt, localMinute, type Minute, type Span } from "./local-calendar.ts";
import type { PlannedStep } from "./plan.ts";
import type { Random } from "./random.ts";

/** The steps besides tickets: publishing terms, organisations that arrive and sign, invoicing months. */
export function tellTheHouse(organisations: readonly DemoOrganisation[], span: Span, random: Random): PlannedStep[] {
  const years = Array.from(
    { length: span.today.year - firstDayOf(span.fullMonths[0]).year + 1 },
    (_, index) => span.today.year - index,
  ).toReversed();
  return [
    ...[...years, span.today.year + 1].map(
      (year) =>
        ({ kind: "publish-terms", at: publishedAt(year, span), year, isComing: year > span.today.year }) as const,
    ),
    ...organisations.flatMap((organisation, index) => comeAndSign(organisation, { index, years, span, random })),
    { kind: "archive-prospect", at: instantAt(localMinute(firstDayOf(span.fullMonths[0]).add({ days: 20 }), 15, 30)) },
    ...issueMonths(span),
    ...payMonths(span),
    ...creditOne(span),
  ];
}

/** On 1 November for the coming year (K5). A demo made before 1 November has them from the start. */
function publishedAt(year: number, span: Span): Temporal.Instant {
  const planned = localMinute(Temporal.PlainDate.from({ year: year - 1, month: 11, day: 1 }), 9);
  return instantAt(Math.min(planned, span.start - 60));
}

interface Coming {
  index: number;
  years: readonly number[];
  span: Span;
  random: Random;
}

function comeAndSign(organisation: DemoOrganisation, { index, years, span, random }: Coming): PlannedStep[] {
  const { key, story } = organisation;
  const [firstYear] = years;
  const come = (addedAt: Minute, signedAt: Minute, termsYear: number): PlannedStep[] => [
    { kind: "add-organisation", at: instantAt(addedAt, 15), organisation: key },
    ...(organisation.predecessor === undefined
      ? []
      : [{ kind: "hand-seat-over", at: instantAt(addedAt + 24 * 60, 15), organisation: key } as const]),
    ...(story === "started-late"
      ? onPaper(signedAt, { organisation: key, termsYear })
      : [{ kind: "sign", at: instantAt(signedAt), organisation: key, termsYear } as const]),
  ];
  if (story === "starts-next-month") {
    const signedAt = span.startOfThisMonth + Math.floor((span.now - span.startOfThisMonth) / 2);
    const starts = firstDayOf(span.thisMonth).add({ months: 1 });
    return come(signedAt - 3 * 24 * 60, signedAt, starts.year);
  }
  const december = (year: number) =>
    localMinute(
      Temporal.PlainDate.from({ year: year - 1, month: 12, day: 2 + (index % 14) }),
      10 + (index % 6),
      (index * 7) % 60,
    );
  const sign = (year: number, at: Minute) =>
    ({ kind: "sign", at: instantAt(at, 40), organisation: key, termsYear: year }) as const;
  const start = firstDayOf(span.fullMonths[1]);
  const isLate = story === "started-late";
  const firstSigned = isLate
    ? localMinute(firstDayOf(span.fullMonths[0]).add({ days: 9 + (index % 5) }), 11)
    : december(firstYear ?? span.today.year);
  const first = isLate ? start.year : (firstYear ?? span.today.year);
  const renewals = years.filter((year) => year > first).map((year) => sign(year, december(year)));
  return [
    ...come(firstSigned - 5 * 24 * 60, firstSigned, first),
    ...renewals,
    ...earlyRenewal(organisation, span, random),
  ];
}

/** Signed on paper, recorded the next day, and confirmed by the signatory two days later. */
function onPaper(signedAt: Minute, contract: { organisation: string; termsYear: number }): PlannedStep[] {
  const day = 24 * 60;
  return [
    {
      kind: "record-contract",
      at: instantAt(signedAt + day, 15),
      signedOn: localDateOf(instantAt(signedAt)),
      ...contract,
    },
    { kind: "confirm-contract", at: instantAt(signedAt + 3 * day, 15), ...contract },
  ];
}

/** From 1 November on an organisation may sign for the coming year (K5). Some have signed; the others have an offer. */
function earlyRenewal({ key, signsAtOnce }: DemoOrganisation, span: Span, random: Random): PlannedStep[] {
  const opens = localMinute(Temporal.PlainDate.from({ year: span.today.year, month: 11, day: 2 }), 9);
  const willSign = signsAtOnce === true || random.chance(0.7);
  const days = signsAtOnce === true ? 0 : random.between(0, 44);
  const at = opens + days * 24 * 60 + random.between(0, 420);
  const renewal = { organisation: key, termsYear: span.today.year + 1 };
  if (willSign && at < span.now) return [{ kind: "sign", at: instantAt(at, 40), ...renewal }];
  return opens < span.now ? [{ kind: "offer", at: instantAt(opens, 20), ...renewal }] : [];
}

/** Most of it is paid eleven days after the 1st. */
function payMonths(span: Span): PlannedStep[] {
  return [span.fullMonths[0], span.fullMonths[1]].flatMap((month) => {
    const at = localMinute(firstDayOf(month).add({ months: 1, days: 11 }), 16, 5);
    return at < span.now ? [{ kind: "pay-month" as const, at: instantAt(at), month }] : [];
  });
}

/** Two weeks after the first invoices somebody questions a start fee, and it is forgiven (CE7). */
function creditOne(span: Span): PlannedStep[] {
  const [month] = span.fullMonths;
  const at = localMinute(firstDayOf(month).add({ months: 1, days: 13 }), 10, 20);
  return at < span.now ? [{ kind: "credit-invoice", at: instantAt(at), organisation: "bakkerij", month }] : [];
}

/** Each 1st invoices the month before, except the last one: that is left for the demo's user. */
function issueMonths(span: Span): PlannedStep[] {
  return [span.fullMonths[0], span.fullMonths[1]].map((month) => ({
    kind: "issue-month",
    at: instantAt(localMinute(firstDayOf(month).add({ months: 1 }), 8, 10)),
    month,
  }));
}
