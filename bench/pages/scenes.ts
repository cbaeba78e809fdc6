import { randomUUID } from "node:crypto";
import { timeZone } from "../../core/calendar/time-zone.ts";
import { paths } from "../../server/faces/paths.ts";
import type { Cast, Player } from "./cast.ts";
import type { Asked, Asker } from "./load-job.ts";

/** A page or a deed that is measured. */
export interface Scene {
  readonly name: string;
  readonly isWrite: boolean;
  /** Who asks for what over some connections, enough for some requests in all. */
  askers(connections: number, requests: number): readonly Asker[];
}

function pageOf(name: string, { cookie }: Player, pages: readonly string[]): Scene {
  const asker = { cookie, requests: pages.map((path) => ({ path })) };
  return { name, isWrite: false, askers: (connections) => Array.from({ length: connections }, () => asker) };
}

/** All main pages, as a contact, a consultant and an administrator see them. */
export function pagesOf(cast: Cast): readonly Scene[] {
  const { contact, consultant, administrator, organisationId, month, invoiceNumber } = cast;
  const year = Number(month.slice(0, 4));
  const { portal, desk } = paths;
  return [
    pageOf("desk: board", consultant, [desk.board]),
    pageOf("desk: ticket", consultant, cast.references.map(desk.ticket)),
    pageOf("desk: search", consultant, [`${desk.search}?q=outlook`, `${desk.search}?q=teams+microfoon`]),
    pageOf("desk: organisations", consultant, [desk.organisations]),
    pageOf("desk: organisation", consultant, [desk.organisation(organisationId)]),
    pageOf("desk: invoices", administrator, [desk.invoices]),
    pageOf("desk: months", administrator, [desk.months]),
    pageOf("desk: a month's proposal", administrator, [desk.proposal(month, organisationId)]),
    pageOf("portal: home", contact, [portal.home]),
    pageOf("portal: tickets", contact, [portal.tickets]),
    pageOf("portal: ticket", contact, cast.ownReferences.map(portal.ticket)),
    pageOf("portal: contract", contact, [portal.contract]),
    pageOf("portal: invoices", contact, [portal.invoices]),
    pageOf("portal: invoice", contact, [portal.invoice(invoiceNumber)]),
    pageOf("portal: year report", contact, [portal.year(year - 1)]),
    pageOf("portal: new ticket", contact, [portal.newTicket]),
  ];
}

/** The deeds, each person with things of their own where two would be in each other's way. */
export function writesOf(cast: Cast): readonly Scene[] {
  const { writers } = cast;
  const write = (
    name: string,
    makes: (place: number, round: number) => { player: Player; path: string; fields: Fields },
  ): Scene => {
    let round = 0;
    return {
      name,
      isWrite: true,
      askers: (connections, requests) => {
        const first = round;
        const each = Math.ceil(requests / connections);
        round += each;
        return Array.from({ length: connections }, (_, place) => {
          const made = Array.from({ length: each }, (_, index) => makes(place, first + index));
          return { cookie: made[0]?.player.cookie ?? "", requests: made.map(asForm) };
        });
      },
    };
  };
  const writerAt = (place: number) => writers[place % writers.length] ?? nobody();
  return [
    write("portal: create a ticket", (place, round) => ({
      player: writerAt(place),
      path: paths.portal.tickets,
      fields: { title: `Meting ${round}`, description: "Om te meten.", isAdditionalConfirmed: "yes" },
    })),
    write("portal: reply", (place, round) => ({
      player: writerAt(place),
      path: paths.portal.reply(writerAt(place).reference),
      fields: { body: `Antwoord ${round}, om te meten.` },
    })),
    write("desk: log time", (place, round) => timeOf(cast, place, round)),
  ];
}

type Fields = Readonly<Record<string, string>>;

/** A minute of the nights of the last weeks, in which nobody of a loaded database works. */
function timeOf({ consultants, oldReferences }: Cast, place: number, round: number) {
  const lanes = Math.ceil(32 / consultants.length);
  const minuteOf = Math.floor(place / consultants.length) + lanes * round;
  const minutesOfNight = 480;
  const night = Temporal.Now.zonedDateTimeISO(timeZone).subtract({ days: 1 + Math.floor(minuteOf / minutesOfNight) });
  const start = night.with({ hour: 0, minute: 0 }).add({ minutes: minuteOf % minutesOfNight });
  const player = consultants[place % consultants.length] ?? nobody();
  const reference = oldReferences[(round * 7 + place) % oldReferences.length] ?? nobody();
  const clock = (at: Temporal.ZonedDateTime) => at.toPlainTime().toString({ smallestUnit: "minute" });
  const fields = {
    date: start.toPlainDate().toString(),
    start: clock(start),
    end: clock(start.add({ minutes: 1 })),
    step: "resolution",
    description: "Om te meten",
  };
  return { player, path: paths.desk.act(reference, "time"), fields };
}

function asForm({ player, path, fields }: { player: Player; path: string; fields: Fields }): Asked {
  const all = { madeFor: player.formOwner, ...fields, idempotencyKey: randomUUID() };
  return { path, body: new URLSearchParams(all).toString() };
}

function nobody(): never {
  throw new Error("the loaded database has nobody for this");
}
