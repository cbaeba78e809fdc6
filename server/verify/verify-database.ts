import type { OrganisationId } from "../../core/values/ids.ts";
import { verifyTerms } from "./verify-terms.ts";
import type { Database, Transaction } from "../db/connect.ts";
import { verifyChain } from "./verify-chain.ts";
import { verifyLedger } from "./verify-ledger.ts";
import { verifyInvoices, type VerifyInvoicesNeeds } from "./verify-invoices.ts";
import { nameUnsent } from "../invoices/name-unsent.ts";
import { verifyNumbers } from "./verify-numbers.ts";
import { listOrganisationsAfter } from "../organisations/find-organisations.ts";

export interface VerifiedDatabase {
  readonly organisations: number;
  readonly invoices: number;
  readonly lines: number;
  readonly events: number;
  /** Erased payloads of events, which the chains allow. */
  readonly erasedPayloads: number;
  /** PDFs that were made but are missing from the files here. */
  readonly absentDocuments: number;
  /** Invoices that no receiver's mail server accepted. They are no problem of the figures, so they count apart. */
  readonly unsentInvoices: number;
  readonly problems: number;
}

interface VerifyNeeds extends VerifyInvoicesNeeds {
  /** Tells what is no problem but needs somebody's attention. */
  readonly notice?: (text: string) => void;
}

type Counted = Omit<VerifiedDatabase, "organisations" | "problems">;

const nothing: Counted = { invoices: 0, lines: 0, events: 0, erasedPayloads: 0, absentDocuments: 0, unsentInvoices: 0 };

/**
 * Derives every invoice of a database anew and recomputes its chains of events, one organisation at a time, each as of
 * one moment: running work causes no alarm. Reports each problem as a line (R13, R16, R38).
 */
export async function verifyDatabase(
  database: Database,
  { notice = () => undefined, ...needs }: VerifyNeeds,
): Promise<VerifiedDatabase> {
  let [sum, organisations, problems] = [nothing, 0, 0];
  const report = (problem: string): void => {
    problems += 1;
    needs.report(problem);
  };
  const count = (counted: Partial<Counted>): void => {
    sum = add(sum, counted);
  };
  const atOneMoment = async <Value>(run: (tx: Transaction) => Promise<Value>): Promise<Value> =>
    database.transaction().setIsolationLevel("repeatable read").setAccessMode("read only").execute(run);

  for await (const organisation of everyOrganisation(atOneMoment)) {
    organisations += 1;
    await atOneMoment(async (tx) => {
      count(await verifyInvoices(tx, organisation.id, { ...needs, report }));
      await verifyLedger(tx, organisation.id, report);
      count({ unsentInvoices: await nameUnsent(tx, organisation.id, notice) });
      count(await verifyEvents(tx, organisation, report));
    });
  }
  await atOneMoment(async (tx) => {
    count(await verifyEvents(tx, null, report));
    await verifyNumbers(tx, report);
    await verifyTerms(tx, report);
  });
  return { ...sum, organisations, problems };
}

function add(sum: Counted, more: Partial<Counted>): Counted {
  return {
    invoices: sum.invoices + (more.invoices ?? 0),
    lines: sum.lines + (more.lines ?? 0),
    events: sum.events + (more.events ?? 0),
    erasedPayloads: sum.erasedPayloads + (more.erasedPayloads ?? 0),
    absentDocuments: sum.absentDocuments + (more.absentDocuments ?? 0),
    unsentInvoices: sum.unsentInvoices + (more.unsentInvoices ?? 0),
  };
}

interface Named {
  readonly id: OrganisationId;
  readonly name: string;
}

const perRead = 200;

async function* everyOrganisation(
  atOneMoment: (run: (tx: Transaction) => Promise<readonly Named[]>) => Promise<readonly Named[]>,
): AsyncGenerator<Named> {
  let after: OrganisationId | null = null;
  for (;;) {
    const last: OrganisationId | null = after;
    const page = await atOneMoment(async (tx) => listOrganisationsAfter(tx, last, perRead));
    yield* page;
    after = page.at(-1)?.id ?? null;
    if (page.length < perRead) return;
  }
}

const breaks = {
  gap: "an event before it is missing",
  previous: "it does not go on from the one before it",
  hash: "it is not what was written",
  payload: "its payload is not what was written",
  head: "the chain does not end where it should",
} as const;

async function verifyEvents(
  tx: Transaction,
  organisation: Named | null,
  report: (problem: string) => void,
): Promise<Pick<Counted, "events" | "erasedPayloads">> {
  const { broken, events, erasedPayloads } = await verifyChain(tx, organisation?.id ?? null);
  const whose =
    organisation === null ? "events of the provider" : `events of ${organisation.name} (${organisation.id})`;
  if (broken !== null) report(`${whose}: event ${broken.sequence}: ${breaks[broken.why]}`);
  return { events, erasedPayloads };
}
