import { chargeWork, type OrganisationWork } from "../../core/charges/charge-work.ts";
import type { Charge } from "../../core/charges/charge.ts";
import type { WorkedEntry } from "../../core/charges/charged-work.ts";
import type { Scenario } from "./arbitrary-work.ts";

/** All charges of a scenario in all its months, with optional changes of its work. */
export function chargeAll(scenario: Scenario, changes: Partial<OrganisationWork> = {}): readonly Charge[] {
  const { work, rulesOf, timeZone } = scenario;
  return chargeWork({ ...work, ...changes }, rulesOf, { timeZone });
}

type Bare = Omit<Charge, "reasons" | "windowNames">;

/** Charges in their order, without their reasons, because those name the entries. */
export function bare(charges: readonly Bare[]): readonly string[] {
  return charges.map(({ vat, ...line }) =>
    [
      line.reference,
      line.month,
      line.kind,
      line.window,
      line.sourceId,
      vat.category,
      vat.percent,
      `${line.minutes} min x ${line.hourlyRateCents} = ${line.amountCents}`,
    ].join(" "),
  );
}

/** An entry in two parts, cut at one of its minutes. An entry of one minute stays whole. */
export function cutInTwo(entry: WorkedEntry, at: number): readonly WorkedEntry[] {
  const minutes = minutesOf(entry);
  if (minutes < 2) return [entry];
  const cut = entry.start.add({ minutes: 1 + (at % (minutes - 1)) });
  return [
    { ...entry, id: `${entry.id} a`, end: cut },
    { ...entry, id: `${entry.id} b`, start: cut },
  ];
}

/** The elapsed minutes of work. */
export function minutesOf({ start, end }: Pick<WorkedEntry, "start" | "end">): number {
  return (end.epochMilliseconds - start.epochMilliseconds) / 60_000;
}
