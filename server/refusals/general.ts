import type { GeneralRefusal } from "../../core/values/refusal.ts";
import { news } from "./news.ts";
import type { ToldOf } from "./told.ts";
import { secondsOf, waitOf } from "./wait.ts";
import { wordTransition } from "./word-transition.ts";

export const generalRefusals: ToldOf<GeneralRefusal> = {
  "not-found": {
    status: 404,
    words: {
      nl: "Dit bestaat niet, of je hebt er geen toegang toe. Controleer het adres of ga terug naar het overzicht.",
      en: "This does not exist, or you have no access to it. Check the address or go back to the overview.",
    },
  },
  "not-allowed": {
    status: 403,
    words: {
      nl: "Dit mag je met jouw rol niet doen. Vraag een collega die het wel mag.",
      en: "Your role does not allow this. Ask a colleague whose role does.",
    },
  },
  "changed-meanwhile": {
    status: 409,
    words: {
      nl: "Iemand anders heeft dit intussen gewijzigd. Bekijk de nieuwe stand hieronder en probeer het opnieuw.",
      en: "Somebody else changed this in the meantime. Look at how it stands now and try again.",
    },
    news,
  },
  "transition-refused": {
    status: 409,
    words: { nl: (refusal) => wordTransition(refusal, "nl"), en: (refusal) => wordTransition(refusal, "en") },
  },
  "invalid-input": {
    status: 422,
    words: {
      nl: "Niet alles is goed ingevuld. Kijk bij de velden met een melding.",
      en: "Not everything is filled in correctly. Look at the fields with a remark.",
    },
  },
  "reason-needed": {
    status: 422,
    words: { nl: "Geef een reden. De klant kan die lezen.", en: "Give a reason. The customer can read it." },
  },
  "not-sent": {
    status: 409,
    words: {
      nl: "Er is nog niets verstuurd of gewijzigd. Kijk na wat je invulde en verstuur het dan.",
      en: "Nothing was sent or changed yet. Check what you filled in and then send it.",
    },
    news: { nl: "Nog niet verstuurd", en: "Not sent yet" },
  },
  "sent-before": {
    status: 409,
    words: {
      nl: "Dit was al verstuurd, toen met iets anders erin. Kijk eerst of dat is aangekomen; verstuur dit daarna als het er nog bij moet.",
      en: "This was sent before, with something else in it. Look first whether that arrived; then send this if it is still needed.",
    },
  },
  busy: {
    status: 503,
    words: {
      nl: "Het is even erg druk, dus er is nog niets gecontroleerd. Wacht een paar seconden en probeer het opnieuw.",
      en: "It is very busy for a moment, so nothing was checked yet. Wait a few seconds and try again.",
    },
    retryAfterSeconds: () => 5,
  },
  "too-many-mails": {
    status: 429,
    words: {
      nl: ({ minutes }) =>
        `Hier krijgen mensen mail van, en dat waren er in korte tijd erg veel. Er is niets verstuurd en wat je typte staat er nog; probeer het over ${waitOf(minutes, "nl")} opnieuw.`,
      en: ({ minutes }) =>
        `This mails people, and that happened very often in a short time. Nothing was sent and what you typed is still here; try again in ${waitOf(minutes, "en")}.`,
    },
    retryAfterSeconds: secondsOf,
  },
};
