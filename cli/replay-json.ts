import type { Replay } from "../core/evaluation/replay.ts";
import { addSums } from "../core/evaluation/sums.ts";
import type { ReplayedOrganisation } from "../server/evaluation/replay-organisations.ts";
import { jsonText } from "./json-text.ts";
import { asidesJson, lineJson, type ReplayPrinter, sumsJson } from "./replay-output.ts";

/** A year's replay as one JSON document, one organisation per line, so that each is printed when it is done. */
export function jsonReplay(year: number, terms: object): ReplayPrinter {
  let totals: Replay["totals"] = { before: addSums([]), after: addSums([]) };
  let comma = "";
  return {
    begin: () => `{\n"year": ${year},\n"terms": ${jsonText(terms)},\n"organisations": [`,
    each: (organisation) => {
      const { before, after } = organisation.replay.totals;
      totals = { before: addSums([totals.before, before]), after: addSums([totals.after, after]) };
      const text = `${comma}\n${jsonText(organisationJson(organisation))}`;
      comma = ",";
      return text;
    },
    end: () => `${comma === "" ? "" : "\n"}],\n"totals": ${JSON.stringify(sumsJson(totals))}\n}\n`,
  };
}

function organisationJson({ id, name, replay }: ReplayedOrganisation): object {
  return {
    id,
    name,
    ...sumsJson(replay.totals),
    ...asidesJson(replay),
    months: replay.months.map(({ month, ...sides }) => ({ month, ...sumsJson(sides) })),
    lines: replay.lines.map(lineJson),
  };
}
