import { z } from "zod";
import { authorisationEvents } from "./authorisations.ts";
import { chargeEvents } from "./charges.ts";
import { contractEvents } from "./contracts.ts";
import { invoiceEvents } from "./invoices.ts";
import { knowledgeEvents } from "./knowledge.ts";
import { mailEvents } from "./mail.ts";
import { organisationEvents } from "./organisations.ts";
import { peopleEvents } from "./people.ts";
import { programEvents } from "./program.ts";
import { ticketEvents } from "./tickets.ts";
import { timeEvents } from "./time.ts";

/** All kinds of events, noun by noun. */
export const catalogue = [
  ...ticketEvents,
  ...timeEvents,
  ...chargeEvents,
  ...authorisationEvents,
  ...knowledgeEvents,
  ...invoiceEvents,
  ...mailEvents,
  ...organisationEvents,
  ...contractEvents,
  ...peopleEvents,
  ...programEvents,
] as const;

export type CatalogueEntry = (typeof catalogue)[number];
export type EventKind = CatalogueEntry["kind"];

const [first, ...others] = catalogue.map(({ schema }) => schema);
if (first === undefined) throw new Error("nothing can happen");
export const eventSchema = z.discriminatedUnion("kind", [first, ...others]);

/** Any event. Its kind decides the shape of its payload. */
export type AnyEvent = z.output<typeof eventSchema>;
/** An event of some kinds only. */
export type EventOf<Kind extends EventKind> = Extract<AnyEvent, { kind: Kind }>;

const entries = new Map<string, CatalogueEntry>(catalogue.map((entry) => [entry.kind, entry]));

/** The catalogue's entry of a kind. */
export function entryOf(kind: EventKind): CatalogueEntry {
  const entry = entries.get(kind);
  if (entry === undefined) throw new Error(`no event is called ${kind}`);
  return entry;
}
