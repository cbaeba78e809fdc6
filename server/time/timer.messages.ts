import { defineMessages } from "../ui/language.ts";

/** The timer in the bar. */
export const timerMessages = defineMessages({
  nl: {
    timer: "Timer",
    stop: "Stop",
    stopOn: (reference: string) => `Stop de timer op ${reference}`,
  },
  en: {
    timer: "Timer",
    stop: "Stop",
    stopOn: (reference) => `Stop the timer on ${reference}`,
  },
});
