import { defineMessages } from "../ui/define-messages.ts";

/** The reason why a request cannot be read, in a sentence with a remedy. */
export const badRequestMessages = defineMessages({
  nl: {
    "cut-off": "Dit kwam maar voor een deel aan. Stuur het nog een keer.",
    "not-utf-8": "Dit is geen tekst in UTF-8. Stuur de tekst in UTF-8.",
    "not-storable": "In de tekst staat een teken dat niet bewaard kan worden. Haal het weg en probeer het opnieuw.",
    "not-json": "Dit is geen JSON die op één manier te lezen is.",
    "not-a-form": "Dit formulier kan niet worden gelezen. Open de pagina opnieuw en probeer het nog eens.",
    "given-twice": "Een veld is twee keer ingevuld. Open de pagina opnieuw en probeer het nog eens.",
    "query-on-write": "Dit adres neemt geen velden achter een vraagteken aan. Stuur ze in het verzoek zelf.",
    "key-not-uuid": "De sleutel tegen dubbel versturen is geen UUID. Open de pagina opnieuw en probeer het nog eens.",
    "too-large": "Dit is te groot om aan te nemen. Stuur het in kleinere delen.",
    "wrong-type": "Dit verzoek heeft een soort of tekenset die hier niet wordt gelezen.",
    compressed: "Ingepakte verzoeken worden niet gelezen. Stuur het onverpakt.",
  },
  en: {
    "cut-off": "This arrived only in part. Send it again.",
    "not-utf-8": "This is no text in UTF-8. Send the text in UTF-8.",
    "not-storable": "The text has a character that cannot be kept. Remove it and try again.",
    "not-json": "This is no JSON that can be read in one way.",
    "not-a-form": "This form cannot be read. Open the page again and try once more.",
    "given-twice": "A field is given twice. Open the page again and try once more.",
    "query-on-write": "This address takes no fields after a question mark. Send them in the request itself.",
    "key-not-uuid": "The key against sending twice is no UUID. Open the page again and try once more.",
    "too-large": "This is too large to take. Send it in smaller parts.",
    "wrong-type": "This request has a type or charset that is not read here.",
    compressed: "Compressed requests are not read. Send it uncompressed.",
  },
});
