import type { Names } from "../../core/values/language.ts";
import { wordRefusal } from "../refusals/refusals.ts";

/** The answer to a request that fails without a refusal. */
interface Failure {
  /** The type of its problem details. */
  readonly code: string;
  readonly words: Names;
}

const unreadable: Names = {
  nl: "Dit verzoek kan niet worden gelezen. Open de pagina opnieuw en probeer het nog eens.",
  en: "This request cannot be read. Open the page again and try once more.",
};

/** Each failure by its HTTP status, with its words. */
export const failures = {
  400: { code: "bad-request", words: unreadable },
  401: {
    code: "signed-out",
    words: {
      nl: "Je bent niet aangemeld. Meld je aan en probeer het opnieuw.",
      en: "You are not signed in. Sign in and try again.",
    },
  },
  403: {
    code: "foreign-origin",
    words: {
      nl: "Dit verzoek kwam niet van een pagina van Kwartier. Open de pagina opnieuw en probeer het nog eens.",
      en: "This request did not come from a page of Kwartier. Open the page again and try once more.",
    },
  },
  404: {
    code: "not-found",
    words: { nl: wordRefusal({ code: "not-found" }, "nl"), en: wordRefusal({ code: "not-found" }, "en") },
  },
  405: { code: "method-not-allowed", words: unreadable },
  500: {
    code: "internal-error",
    words: {
      nl: "Er ging bij ons iets mis en er is niets opgeslagen. Probeer het opnieuw; blijft het misgaan, noem dan het kenmerk hieronder.",
      en: "Something went wrong on our side and nothing was saved. Try again; if it keeps happening, mention the mark below.",
    },
  },
  503: {
    code: "unavailable",
    words: {
      nl: "Kwartier is even niet bereikbaar en er is niets opgeslagen. Wacht een halve minuut en probeer het opnieuw.",
      en: "Kwartier is out of reach for a moment and nothing was saved. Wait half a minute and try again.",
    },
  },
  507: {
    code: "disk-full",
    words: {
      nl: "Kwartier kan op dit moment niets opslaan, ook dit niet. Probeer het later opnieuw of bel ons.",
      en: "Kwartier cannot store anything at the moment, and this neither. Try again later or call us.",
    },
  },
} as const satisfies Readonly<Record<number, Failure>>;
