import { defineMessages } from "../ui/define-messages.ts";

/** The words of the timer in the bar, and of its result. */
export const timerMessages = defineMessages({
  nl: {
    timer: "Timer",
    stop: "Stop",
    stopOn: (reference: string) => `Stop de timer op ${reference}`,
    beyondCeiling: "boven het urenplafond",
  },
  en: {
    timer: "Timer",
    stop: "Stop",
    stopOn: (reference) => `Stop the timer on ${reference}`,
    beyondCeiling: "beyond the ceiling",
  },
});
