import { defineMessages } from "../../ui/define-messages.ts";

/** The words about an organisation's VAT position. */
export const vatMessages = defineMessages({
  nl: {
    title: "Btw",
    from: (position: string, month: string) => `${position}, vanaf ${month}`,
    change: "Wijzigen",
    position: "Waar de klant staat",
    fromMonth: "Vanaf",
    fromHint: "Een maand die is gefactureerd, verandert niet meer. Alleen een verkeerd nummer kan dan nog beter.",
    number: "Btw-nummer",
    numberHint: "Nodig voor een bedrijf elders in de EU, zoals BE0123456789. Eerdere maanden houden hun eigen nummer.",
    save: "Bewaar",
    saved: "Dit geldt nu voor de btw van deze organisatie.",
  },
  en: {
    title: "VAT",
    from: (position, month) => `${position}, from ${month}`,
    change: "Change",
    position: "Where the customer stands",
    fromMonth: "From",
    fromHint: "A month that was invoiced no longer changes. Only a wrong number can still be put right.",
    number: "VAT number",
    numberHint:
      "Needed for a business elsewhere in the EU, such as BE0123456789. Earlier months keep their own number.",
    save: "Save",
    saved: "This now holds for the VAT of this organisation.",
  },
});
