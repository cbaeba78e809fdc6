import { timeZone } from "../core/calendar/time-zone.ts";
import type { Charge } from "../core/charges/charge.ts";
import { explainCharge } from "../core/charges/explain-charge.ts";
import { rulesOf } from "../core/charges/rules-of.ts";
import { totalsOf } from "../core/charges/totals.ts";
import type { Month } from "../core/values/month.ts";
import { jsonCents } from "./json-cents.ts";
import { jsonText } from "./json-text.ts";

const indent = "  ";

/**
 * The output of `kwartier rate` as indented JSON, charge by charge, because all explanations together can be too large.
 */
export function* printCharges(month: Month, charges: Iterable<Charge>, lineOf: LineOf): Generator<string, void> {
  yield `{\n${indent}"month": ${JSON.stringify(month)},\n${indent}"lines": [`;
  const amounts: Pick<Charge, "vat" | "amountCents">[] = [];
  for (const charge of charges) {
    yield `${amounts.length === 0 ? "" : ","}\n${indented(lineOf(charge))}`;
    amounts.push({ vat: charge.vat, amountCents: charge.amountCents });
  }
  yield amounts.length === 0 ? "]" : `\n${indent}]`;
  const totals = totalsOf(amounts);
  for (const name of ["subtotalCents", "vatCents", "totalCents"] as const)
    yield `,\n${indent}"${name}": ${jsonCents(totals[name])}`;
  yield "\n}\n";
}

/** Joins texts into larger pieces: a hundred thousand small writes would take longer than the work. */
export function* inPieces(texts: Iterable<string>, length = 65_536): Generator<string, void> {
  let piece = "";
  for (const text of texts) {
    piece += text;
    if (piece.length < length) continue;
    yield piece;
    piece = "";
  }
  if (piece !== "") yield piece;
}

function indented(line: object): string {
  const margin = indent.repeat(2);
  return `${margin}${jsonText(line, indent).replaceAll("\n", `\n${margin}`)}`;
}

/** The printed form of a charge. */
export type LineOf = (charge: Charge) => object;

export function plainLine({ reference, kind, window, minutes, hourlyRateCents, amountCents }: Charge): object {
  return {
    ticket: reference,
    kind,
    window,
    minutes,
    hourlyRateCents: jsonCents(hourlyRateCents ?? 0n),
    amountCents: jsonCents(amountCents),
  };
}

/** A line with its rules and its explanation. */
export function explainedLine(charge: Charge): object {
  return {
    ...plainLine(charge),
    rules: rulesOf(charge.reasons),
    derivation: explainCharge(charge, { language: "en", timeZone }).join(" "),
  };
}
