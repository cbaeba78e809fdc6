import type { JobName } from "../../queue/catalogue.ts";
import { defineMessages } from "../../ui/define-messages.ts";

/** The words about given-up jobs. */
export const givenUpMessages = defineMessages({
  nl: {
    title: "Opgegeven werk",
    lead: "Dit deed Kwartier drie dagen lang steeds opnieuw en het lukte niet. Als de oorzaak weg is, kan het opnieuw.",
    work: "Werk, en wat er de laatste keer misging",
    on: "Opgegeven",
    tryAgain: "Probeer opnieuw",
    tried: "Het wordt nu opnieuw geprobeerd.",
    forAdministrators: "Een beheerder kan het opnieuw laten proberen.",
    stuck: "Er is werk op de achtergrond dat niet lukt.",
    tasks: {
      "react-to-event": "Melden wat er gebeurde",
      "make-invoice-document": "Een factuur als pdf maken",
      "tell-of-invoice": "De mails over een factuur klaarzetten",
      "send-sign-in-code": "Een aanmeldcode maken",
      "send-mail": "Een mail versturen",
      "sweep-mails": "Nakijken welke mail wacht",
      "end-tickets": "Tickets van een beëindigd contract stoppen",
      "clean-up": "Dagelijks opruimen",
    } satisfies Record<JobName, string>,
  },
  en: {
    title: "Work given up",
    lead: "Kwartier tried this for three days and it did not work. Once the cause is gone, it can be tried again.",
    work: "Work, and what went wrong the last time",
    on: "Given up",
    tryAgain: "Try again",
    tried: "It is being tried again now.",
    forAdministrators: "An administrator can have it tried again.",
    stuck: "There is work in the background that does not succeed.",
    tasks: {
      "react-to-event": "Telling what happened",
      "make-invoice-document": "Making an invoice's PDF",
      "tell-of-invoice": "Preparing the mails about an invoice",
      "send-sign-in-code": "Making a sign-in code",
      "send-mail": "Sending a mail",
      "sweep-mails": "Looking which mail waits",
      "end-tickets": "Stopping the tickets of an ended contract",
      "clean-up": "The daily clean-up",
    } satisfies Record<JobName, string>,
  },
});
