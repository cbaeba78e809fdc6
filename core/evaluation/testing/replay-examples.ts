import { exampleEntry, exampleTicket } from "../../charges/testing/charge-examples.ts";
import { noWork, type OrganisationWork } from "../../charges/charge-work.ts";
import { chargeRules } from "../../charges/rules.ts";
import { type ContractTerms, defaultTerms } from "../../contracts/terms.ts";
import type { Month } from "../../values/month.ts";
import { replay, type Replay } from "../replay.ts";

/** The rules of the examples. */
export const of2026 = chargeRules(defaultTerms(2026));
/** Whether the examples ask for a month. */
export const isIn2026 = (month: Month): boolean => month.startsWith("2026");

/** The work of one October ticket, replayed under the default terms with some changes. */
export function replayed(work: Partial<OrganisationWork>, other: Partial<ContractTerms>): Replay {
  const to = chargeRules({ ...defaultTerms(2027), ...other });
  return replay({
    work: { ...noWork, tickets: [exampleTicket()], ...work },
    from: of2026,
    to,
    isAsked: isIn2026,
  });
}

/** The lines of a replay in short, each with its reasons: "T01 work office: 13333 -> 14667, 1334 M4 rate". */
export function inShort({ lines }: Replay): readonly string[] {
  return lines.map(
    ({ reference, kind, window, beforeCents, afterCents, differenceCents, changes }) =>
      `${reference} ${kind} ${window}: ${beforeCents} -> ${afterCents}, ${differenceCents}${changes
        .map((change) => ` ${change.rule} ${change.kind}`)
        .join("")}`,
  );
}

/** Thursday 1 October 2026, from 10:00 to 10:50 and from 16:30 to 17:30. */
export const officeWork = exampleEntry("research", "2026-10-01T10:00+02:00", "2026-10-01T10:50+02:00");
export const eveningWork = exampleEntry("resolution", "2026-10-01T16:30+02:00", "2026-10-01T17:30+02:00");
