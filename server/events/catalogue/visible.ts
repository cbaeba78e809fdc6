import type { z } from "zod";
import { type AnyEvent, catalogue, type CatalogueEntry } from "./all.ts";
import { authorisationEvents } from "./authorisations.ts";
import { chargeEvents } from "./charges.ts";
import { ticketEvents } from "./tickets.ts";

type Shown<Entry extends CatalogueEntry> = z.output<Exclude<Entry, { isVisible: false }>["schema"]>;

/** An event that the customer may see. */
export type VisibleEvent = Shown<CatalogueEntry>;

const ofTickets = [...ticketEvents, ...authorisationEvents, ...chargeEvents];

/** An event of a ticket that the customer may see. The ticket's id is its subject. */
export type TicketEvent = Shown<(typeof ofTickets)[number]>;

const shownKinds = kindsShown(catalogue);
const ticketKinds = kindsShown(ofTickets);

/** The hidden events that mail somebody all the same. */
export const hiddenButMailed: readonly string[] = catalogue.filter((entry) => "mails" in entry).map(({ kind }) => kind);

export function isVisibleEvent(event: AnyEvent): event is VisibleEvent {
  return shownKinds.has(event.kind);
}

export function isTicketEvent(event: AnyEvent): event is TicketEvent {
  return ticketKinds.has(event.kind);
}

function kindsShown(entries: readonly CatalogueEntry[]): ReadonlySet<string> {
  return new Set(entries.filter(({ isVisible }) => isVisible !== false).map(({ kind }) => kind));
}
