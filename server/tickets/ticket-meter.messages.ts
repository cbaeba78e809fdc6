import { defineMessages } from "../ui/define-messages.ts";

/** The words about the used tickets of a month. */
export const ticketMeterMessages = defineMessages({
  nl: {
    count: (count: number) => (count === 1 ? "1 ticket deze maand" : `${count} tickets deze maand`),
    countOf: (count: number, limit: number) => `${count} van ${limit} tickets deze maand`,
  },
  en: {
    count: (count) => (count === 1 ? "1 ticket this month" : `${count} tickets this month`),
    countOf: (count, limit) => `${count} of ${limit} tickets this month`,
  },
});
