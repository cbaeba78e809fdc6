import { defineMessages } from "../../ui/define-messages.ts";

/** The words of archiving a customer and bringing it back. */
export const archiveMessages = defineMessages({
  nl: {
    title: "Archief",
    archive: "Naar het archief",
    archiveHint:
      "De klant verdwijnt uit de lijsten. De geschiedenis blijft, en de mensen kunnen blijven inloggen en lezen. Dit kan zonder lopend contract en zonder open tickets.",
    archiveConfirm: (name: string) => `Ja, archiveer ${name}`,
    isArchived: (on: string) => `Deze klant staat sinds ${on} in het archief.`,
    restore: "Haal terug uit het archief",
    restored: "De klant staat weer in de lijsten.",
    archivedNow: "De klant staat in het archief.",
  },
  en: {
    title: "Archive",
    archive: "Archive this customer",
    archiveHint:
      "The customer leaves the lists. Its history stays, and its people can still sign in and read. This needs no contract in force and no open tickets.",
    archiveConfirm: (name) => `Yes, archive ${name}`,
    isArchived: (on) => `This customer has been archived since ${on}.`,
    restore: "Bring back from the archive",
    restored: "The customer is in the lists again.",
    archivedNow: "The customer is archived.",
  },
});
