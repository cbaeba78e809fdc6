import type { ReplayedLine } from "../core/evaluation/compare-charges.ts";
import type { Replay } from "../core/evaluation/replay.ts";
import type { Sums } from "../core/evaluation/sums.ts";
import type { BareCharge, Sides } from "../core/evaluation/terms-change.ts";
import type { ReplayedOrganisation } from "../server/evaluation/replay-organisations.ts";
import { jsonCents } from "./json-cents.ts";

/** Prints a replay of a database, organisation by organisation. */
export interface ReplayPrinter {
  readonly begin: () => string;
  readonly each: (organisation: ReplayedOrganisation) => string;
  readonly end: () => string;
}

/** A replayed line as JSON: its subject, both amounts, and the reasons for the difference. */
export function lineJson(line: ReplayedLine): object {
  return {
    ticket: line.reference,
    month: line.month,
    kind: line.kind,
    window: line.window,
    beforeCents: jsonCents(line.beforeCents),
    afterCents: jsonCents(line.afterCents),
    differenceCents: jsonCents(line.differenceCents),
    before: line.before.map(chargeJson),
    after: line.after.map(chargeJson),
    changes: line.changes,
  };
}

function chargeJson({ window, minutes, hourlyRateCents, amountCents }: BareCharge): object {
  return {
    window,
    minutes,
    hourlyRateCents: hourlyRateCents === null ? null : jsonCents(hourlyRateCents),
    amountCents: jsonCents(amountCents),
  };
}

/** The sums of both sides, and the difference without VAT. */
export function sumsJson({ before, after }: Sides<Sums>): object {
  return {
    before: sumJson(before),
    after: sumJson(after),
    differenceCents: jsonCents(after.subtotalCents - before.subtotalCents),
  };
}

function sumJson({ subtotalCents, vatCents, totalCents }: Sums): object {
  return {
    subtotalCents: jsonCents(subtotalCents),
    vatCents: jsonCents(vatCents),
    totalCents: jsonCents(totalCents),
  };
}

/** The other effects of the other terms. */
export function asidesJson({
  additionalTickets,
  startFees,
  beyondCeiling,
}: Pick<Replay, "additionalTickets" | "startFees" | "beyondCeiling">): object {
  return {
    additionalTickets,
    startFeeCents: { before: jsonCents(startFees.before), after: jsonCents(startFees.after) },
    beyondCeiling: beyondCeiling.map(({ reference, minutes }) => ({ ticket: reference, minutes })),
  };
}
