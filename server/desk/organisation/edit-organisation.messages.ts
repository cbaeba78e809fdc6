import { defineMessages } from "../../ui/define-messages.ts";

/** The words of changing what is known about a customer. */
export const editOrganisationMessages = defineMessages({
  nl: {
    title: "Gegevens wijzigen",
    edit: "Wijzigen",
    phone: "Telefoonnummer",
    purchaseReference: "Referentie op facturen",
    purchaseReferenceHint:
      "Staat vanaf nu op elke nieuwe factuur, zoals een inkoopordernummer. Wat verstuurd is, blijft zoals het is.",
    notes: "Notities",
    notesHint: "Alleen voor collega's. De klant ziet dit nooit.",
    save: "Bewaar",
    saved: "De gegevens zijn bewaard.",
  },
  en: {
    title: "Change details",
    edit: "Change",
    phone: "Telephone number",
    purchaseReference: "Reference on invoices",
    purchaseReferenceHint:
      "On each new invoice from now on, such as the number of an order. What was sent stays as it is.",
    notes: "Notes",
    notesHint: "For colleagues only. The customer never sees this.",
    save: "Save",
    saved: "The details were saved.",
  },
});
