import type { Staff } from "../../../../core/access/actor.ts";
import type { Step } from "../../../../core/tickets/step.ts";
import { logTimeEntry } from "../../../time/log-time-entry.ts";
import { startTimer } from "../../../time/start-timer.ts";
import type { Slot } from "../diaries.ts";
import { instantAt } from "../local-calendar.ts";
import { type CarryingOut, referenceOf } from "./deed.ts";

export interface TimeDeeds {
  "log-time": {
    readonly step: Step;
    readonly slot: Slot;
    readonly notCharged: string | null;
    readonly description: string;
  };
  "start-timer": { readonly step: Step };
}

export const timeDeeds: CarryingOut<Staff, TimeDeeds> = {
  "log-time": async (work, place, { step, slot, notCharged, description }) =>
    logTimeEntry(work, {
      reference: referenceOf(place),
      step,
      start: instantAt(slot.start),
      end: instantAt(slot.end),
      isChargeable: notCharged === null,
      reason: notCharged,
      description,
    }),
  "start-timer": async (work, place, { step }) => startTimer(work, { reference: referenceOf(place), step }),
};
