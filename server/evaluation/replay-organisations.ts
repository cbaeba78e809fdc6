import type { ChargeRules } from "../../core/charges/rules.ts";
import type { Replay } from "../../core/evaluation/replay.ts";
import type { OrganisationId } from "../../core/values/ids.ts";
import type { Database, Transaction } from "../db/connect.ts";
import { listOrganisationsAfter } from "../organisations/find-organisations.ts";
import { loadWorkOfYear } from "./load-year.ts";
import { replayYear } from "./replay-year.ts";

export interface NamedOrganisation {
  readonly id: OrganisationId;
  readonly name: string;
}

export interface ReplayedOrganisation extends NamedOrganisation {
  readonly replay: Replay;
}

interface YearToReplay {
  readonly year: number;
  readonly from: ChargeRules;
  readonly to: ChargeRules;
  /** Only this organisation; all when left out. */
  readonly only?: NamedOrganisation | undefined;
}

/** Runs reading work that sees the database as of one moment. */
export async function atOneMoment<Value>(database: Database, run: (tx: Transaction) => Promise<Value>): Promise<Value> {
  return database.transaction().setIsolationLevel("repeatable read").setAccessMode("read only").execute(run);
}

/**
 * Replays a calendar year of one organisation after the other, so that only one is in memory. Organisations without
 * charges are left out (K5). Reads only.
 */
export async function* replayOrganisations(
  database: Database,
  { year, from, to, only }: YearToReplay,
): AsyncGenerator<ReplayedOrganisation, void> {
  const organisations = only === undefined ? everyOrganisation(database) : [only];
  for await (const { id, name } of organisations) {
    const loaded = await atOneMoment(database, async (tx) => loadWorkOfYear(tx, id, { year, rules: from }));
    const replay = replayYear(loaded, to);
    if (replay.lines.length > 0) yield { id, name, replay };
  }
}

const perRead = 200;

async function* everyOrganisation(database: Database): AsyncGenerator<NamedOrganisation, void> {
  let after: OrganisationId | null = null;
  for (;;) {
    const last: OrganisationId | null = after;
    const page: readonly NamedOrganisation[] = await atOneMoment(database, async (tx) =>
      listOrganisationsAfter(tx, last, perRead),
    );
    yield* page;
    after = page.at(-1)?.id ?? null;
    if (page.length < perRead) return;
  }
}
