import { defineMessages } from "../ui/define-messages.ts";

/** The words of a refusal or failure on a page of its own. */
export const refusalPageMessages = defineMessages({
  nl: { home: "Naar het begin", trouble: "Dat ging niet", mark: "Kenmerk" },
  en: { home: "To the start", trouble: "That did not work", mark: "Mark" },
});
