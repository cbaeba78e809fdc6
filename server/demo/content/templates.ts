import { deviceTemplates } from "./devices-nl.ts";
import { englishTemplates } from "./english.ts";
import { filesTemplates } from "./files-nl.ts";
import { flowTemplates } from "./flows-nl.ts";
import { mailTemplates } from "./mail-nl.ts";
import { signInTemplates } from "./sign-in-nl.ts";
import { teamsTemplates } from "./teams-nl.ts";
import type { TicketTemplate } from "./template.ts";

/** Every kind of problem, by its language. */
export const allTemplates: Readonly<Record<"nl" | "en", readonly TicketTemplate[]>> = {
  nl: [
    ...mailTemplates,
    ...teamsTemplates,
    ...filesTemplates,
    ...signInTemplates,
    ...deviceTemplates,
    ...flowTemplates,
  ],
  en: englishTemplates,
};
