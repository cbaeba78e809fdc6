import type { FileRefusal } from "../../core/values/refusal.ts";
import type { ToldOf } from "./told.ts";

export const fileRefusals: ToldOf<FileRefusal> = {
  "attachment-empty": {
    status: 422,
    words: {
      nl: ({ name }) => `Het bestand ${name} is leeg. Kies het opnieuw of laat het weg.`,
      en: ({ name }) => `The file ${name} is empty. Choose it again or leave it out.`,
    },
  },
  "attachment-too-large": {
    status: 413,
    words: {
      nl: ({ name, limitMegabytes }) =>
        `Het bestand ${name} is groter dan ${limitMegabytes} MB. Maak het kleiner of stuur een deel ervan.`,
      en: ({ name, limitMegabytes }) =>
        `The file ${name} is larger than ${limitMegabytes} MB. Make it smaller or send a part of it.`,
    },
  },
  "attachment-kind": {
    status: 422,
    words: {
      nl: ({ name, problem }) => `Het bestand ${name} is ${kinds.nl[problem]}`,
      en: ({ name, problem }) => `The file ${name} is ${kinds.en[problem]}`,
    },
  },
  "too-many-attachments": {
    status: 422,
    words: {
      nl: ({ limit }) => `Je kunt ${limit} bestanden tegelijk meesturen. Stuur de rest in een volgend bericht.`,
      en: ({ limit }) => `You can send ${limit} files at a time. Send the others with a next message.`,
    },
  },
  "choose-again": {
    status: 422,
    words: {
      nl: ({ name }) => `Kies het bestand ${name} opnieuw.`,
      en: ({ name }) => `Choose the file ${name} again.`,
    },
  },
  "uploads-full": {
    status: 429,
    words: {
      nl: ({ limitMegabytes }) =>
        `Er is in een dag al ${limitMegabytes} MB aan bestanden gestuurd; er past nu niets meer bij. Stuur het bericht zonder bestand, of morgen met.`,
      en: ({ limitMegabytes }) =>
        `${limitMegabytes} MB of files were sent within a day already; there is no room for more now. Send the message without the file, or tomorrow with it.`,
    },
  },
};

/** The kinds of file that we refuse, and what to send instead. */
const kinds = {
  nl: {
    program:
      "een programma of een script dat start als iemand het opent; dat nemen we zo niet aan. Hebben we het nodig, stuur het dan in een zip-bestand.",
    page: "een webpagina, en een webpagina kan code uitvoeren. Stuur er een schermafdruk of een pdf van, of stuur het in een zip-bestand.",
    unknown:
      "van een soort die we niet aannemen. Wel: afbeeldingen, pdf, documenten van Office, tekst en logboeken, e-mail, geluid, video, zip en logboeken van Windows. Stuur een ander bestand in een zip-bestand.",
  },
  en: {
    program:
      "a program or a script that runs when somebody opens it; we do not accept it as it is. If we need it, send it in a zip file.",
    page: "a web page, and a web page can run code. Send a screenshot or a PDF of it, or send it in a zip file.",
    unknown:
      "of a kind we do not accept. We do accept: pictures, PDF, Office documents, text and logs, e-mail, sound, video, zip and logs of Windows. Send another file in a zip file.",
  },
};
