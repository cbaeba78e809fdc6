import type { Staff } from "../../core/access/actor.ts";
import { can } from "../../core/access/can.ts";
import { decideOwnHoliday, type OwnHolidayChange } from "../../core/calendar/own-holiday.ts";
import type { Refusal } from "../../core/values/refusal.ts";
import { accept, refuse, type Result } from "../../core/values/result.ts";
import type { Subject } from "../events/changes.ts";
import { refuseTelling } from "../events/check-version.ts";
import { recordEvent } from "../events/record-event.ts";
import type { Work } from "../events/work.ts";
import { loadHolidays, type OwnHoliday } from "./read-holidays.ts";
import { deleteOwnHoliday, insertOwnHoliday } from "./store-holidays.ts";
import { holdHolidays } from "./lock-holidays.ts";

/**
 * Adds a holiday of the provider's own (CE2). Refuses `not-allowed`, `already-a-holiday`, `month-invoiced`, and
 * `invalid-input` outside the calendar's years.
 */
export async function addOwnHoliday(work: Work<Staff>, holiday: OwnHoliday): Promise<Result<null>> {
  const decided = await decide(work, { kind: "add", on: holiday.on });
  if (!decided.ok) return refuseTelling(work, decided.refusal, { ...dayOf(holiday.on), kinds: ["own-holiday-added"] });
  await insertOwnHoliday(work.tx, holiday);
  await record(work, "own-holiday-added", holiday);
  return accept(null);
}

/**
 * Removes a holiday of the provider's own (CE2). Refuses `not-allowed`, `not-found`, `month-invoiced`, and
 * `changed-meanwhile` when a colleague already removed it.
 */
export async function removeOwnHoliday(work: Work<Staff>, on: Temporal.PlainDate): Promise<Result<null>> {
  const decided = await decide(work, { kind: "remove", on });
  if (!decided.ok) return await refuseRemoved(work, on, decided.refusal);
  const name = await deleteOwnHoliday(work.tx, on);
  await record(work, "own-holiday-removed", { on, name });
  return accept(null);
}

/** A missing day was there when the page was made, so a colleague was quicker. */
async function refuseRemoved(work: Work<Staff>, on: Temporal.PlainDate, refusal: Refusal): Promise<Result<never>> {
  if (refusal.code !== "not-found") return refuse(refusal);
  const asked = { ...dayOf(on), kinds: ["own-holiday-removed"] } as const;
  const told = await refuseTelling(work, { code: "changed-meanwhile" }, asked);
  const isKnown = !told.ok && told.refusal.code === "changed-meanwhile" && told.refusal.changes?.length === 1;
  return isKnown ? told : refuse(refusal);
}

/** A holiday in the provider's chain of events. */
function dayOf(on: Temporal.PlainDate): Subject {
  return { organisationId: null, subject: on.toString() };
}

async function decide(work: Work<Staff>, change: OwnHolidayChange): Promise<Result<null>> {
  if (!can(work.actor, "holiday.change", { organisationId: null })) return refuse({ code: "not-allowed" });
  await holdHolidays(work.tx);
  const { own, invoicedMonths, liberationDay } = await loadHolidays(work.tx, change.on.year);
  return decideOwnHoliday(change, { ownHolidays: own.map(({ on }) => on), invoicedMonths, liberationDay });
}

async function record(
  work: Work<Staff>,
  kind: "own-holiday-added" | "own-holiday-removed",
  { on, name }: OwnHoliday,
): Promise<void> {
  await recordEvent(work, {
    kind,
    organisationId: null,
    subject: on.toString(),
    payload: { on: on.toString(), name },
  });
}
