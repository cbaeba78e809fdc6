import { localDateOf } from "../../core/calendar/time-zone.ts";
import {
  type ContractState,
  contractStateOn,
  type Offer,
  type RecordedContract,
} from "../../core/contracts/contract-lifecycle.ts";
import { decideOffer } from "../../core/contracts/offering.ts";
import type { ContractId, OrganisationId } from "../../core/values/ids.ts";
import type { Result } from "../../core/values/result.ts";
import { atOnce } from "../db/at-once.ts";
import { compiled } from "../db/compiled.ts";
import type { Transaction } from "../db/connect.ts";
import { isOneOf } from "../db/is-one-of.ts";
import type { Work } from "../events/work.ts";
import { findTerms } from "./read-contracts.ts";
import { type ContractRow, listRecorded } from "./store-contracts.ts";
import { listPublishedYears } from "./read-contracts.ts";

/** The events of an offered contract. */
export const contractKinds = [
  "contract-signed",
  "contract-recorded",
  "contract-terminated",
  "contract-withdrawn",
] as const;

/** A contract of an organisation, with its state today by core. */
export interface KnownContract {
  readonly id: ContractId;
  readonly termsYear: number;
  readonly recorded: RecordedContract;
  readonly state: ContractState;
  readonly offeredAt: Temporal.Instant | null;
  readonly signedOn: Temporal.PlainDate | null;
  readonly terminatedAt: Temporal.Instant | null;
}

/**
 * All contracts of an organisation and their states today, newest first. `lock` locks them until the transaction ends.
 */
export async function knownContracts(
  { tx, now }: Work,
  organisationId: OrganisationId,
  options: { lock?: boolean } = {},
): Promise<readonly KnownContract[]> {
  return knownOf(await listRecorded(tx, organisationId, options), localDateOf(now()));
}

const recordedOfEach = compiled((from, organisationIds: readonly OrganisationId[]) =>
  from.selectFrom("contracts").selectAll().where(isOneOf("organisationId", organisationIds)).orderBy("id", "desc"),
);

/** What each state says of a customer, the most telling one first. */
const telling: readonly ContractState[] = ["active", "terminated", "signed", "offered", "expired"];

/**
 * The contract that says most of each of several organisations today: the one in force, or else one to come, an offer,
 * or the last one. Nothing for an organisation without any.
 */
export async function tellingContracts(
  { tx, now }: Work,
  organisationIds: readonly OrganisationId[],
): Promise<ReadonlyMap<OrganisationId, KnownContract>> {
  const today = localDateOf(now());
  const ofEach = Map.groupBy(await recordedOfEach(tx, organisationIds), ({ organisationId }) => organisationId);
  return new Map(
    [...ofEach].flatMap(([organisationId, rows]) => {
      const known = knownOf(rows, today).map((contract) => ({ ...contract, state: stateToday(contract, today) }));
      const found = telling.flatMap((state) => known.find((each) => each.state === state) ?? [])[0];
      return found === undefined ? [] : [[organisationId, found] as const];
    }),
  );
}

/** A terminated contract holds until its last day, and is over then. */
function stateToday({ state, recorded }: KnownContract, today: Temporal.PlainDate): ContractState {
  const isOver = "period" in recorded && Temporal.PlainDate.compare(recorded.period.endsOn, today) < 0;
  return isOver ? "expired" : state;
}

function knownOf(rows: readonly ContractRow[], today: Temporal.PlainDate): readonly KnownContract[] {
  const lastEnd = lastEndOf(rows);
  return rows.map((row) => {
    const recorded = recordedOf(row, lastEnd);
    return {
      id: row.id,
      termsYear: row.termsYear,
      recorded,
      state: contractStateOn(recorded, today),
      offeredAt: row.offeredAt,
      signedOn: row.signedOn,
      terminatedAt: row.terminatedAt,
    };
  });
}

/** The last day of a contract in force or to come, and the years whose offers wait for a signature. */
export async function findBinding(work: Work, organisationId: OrganisationId) {
  const known = await knownContracts(work, organisationId);
  const today = localDateOf(work.now());
  const ends = known
    .flatMap(({ recorded }) => ("period" in recorded ? [recorded.period.endsOn] : []))
    .filter((endsOn) => Temporal.PlainDate.compare(endsOn, today) >= 0)
    .toSorted(Temporal.PlainDate.compare);
  const offered = known.flatMap(({ state, termsYear }) => (state === "offered" ? [termsYear] : []));
  return { until: ends.at(-1) ?? null, offered };
}

/** The year of the newest offer that can still be signed; null without one. */
export async function findOfferedYear(work: Work, organisationId: OrganisationId): Promise<number | null> {
  const known = await knownContracts(work, organisationId);
  return known.find(({ state }) => state === "offered")?.termsYear ?? null;
}

/** The possible offer to an organisation today under the terms of a year, by core's `decideOffer` (K5). */
export async function offerUnder(
  work: Work,
  known: readonly KnownContract[],
  termsYear: number,
): Promise<Result<Offer>> {
  return offering(termsYear, known, await readOffering(work, known));
}

/** The years whose terms can be offered to an organisation today. */
export async function offerableYears(work: Work, known: readonly KnownContract[]): Promise<readonly number[]> {
  const read = await readOffering(work, known);
  return read.publishedYears.filter((year) => offering(year, known, read).ok);
}

type Offering = Awaited<ReturnType<typeof readOffering>>;

async function readOffering({ tx, now }: Work, known: readonly KnownContract[]) {
  return atOnce({ publishedYears: listPublishedYears(tx), latest: latestOf(tx, known), today: localDateOf(now()) });
}

function offering(
  termsYear: number,
  known: readonly KnownContract[],
  { publishedYears, latest, today }: Offering,
): Result<Offer> {
  const isOffered = known.some(
    (contract) => contract.termsYear === termsYear && contract.recorded.recorded === "offered",
  );
  return decideOffer({ termsYear, publishedYears, latest, isOffered }, today);
}

async function latestOf(tx: Transaction, known: readonly KnownContract[]) {
  const withPeriod = known.flatMap(({ recorded, termsYear }) =>
    "period" in recorded ? [{ contract: recorded, termsYear }] : [],
  );
  const latest = withPeriod
    .toSorted((a, b) => Temporal.PlainDate.compare(a.contract.period.endsOn, b.contract.period.endsOn))
    .at(-1);
  if (latest === undefined) return null;
  const terms = await findTerms(tx, latest.termsYear);
  if (terms === null) throw new Error(`a contract of ${latest.termsYear}, a year without terms`);
  return { contract: latest.contract, terms };
}

function lastEndOf(rows: readonly ContractRow[]): Temporal.PlainDate | null {
  const ends = rows.flatMap((row) => (row.endsOn === null ? [] : [row.endsOn]));
  return ends.toSorted(Temporal.PlainDate.compare).at(-1) ?? null;
}

/** The database's checks guarantee the dates of each state. */
function recordedOf(row: ContractRow, lastEnd: Temporal.PlainDate | null): RecordedContract {
  if (row.withdrawnAt !== null) return { recorded: "withdrawn" };
  if (row.startsOn === null || row.endsOn === null)
    return { recorded: "offered", offer: { termsYear: row.termsYear, currentEndsOn: lastEnd } };
  const period = { startsOn: row.startsOn, endsOn: row.endsOn };
  return { recorded: row.terminatedAt === null ? "signed" : "terminated", period };
}
