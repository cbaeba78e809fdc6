import { defineMessages } from "../ui/language.ts";

/** The page of a refusal or failure that no other page shows. */
export const refusalPageMessages = defineMessages({
  nl: { home: "Naar het begin", trouble: "Dat ging niet", mark: "Kenmerk" },
  en: { home: "To the start", trouble: "That did not work", mark: "Mark" },
});
