import type { TicketTemplate } from "./template.ts";

/** Teams: meetings, channels, phones. */
export const teamsTemplates: readonly TicketTemplate[] = [
  {
    key: "teams-no-sound",
    titles: ["Geen geluid in Teams-vergaderingen", "Teams gebruikt de verkeerde microfoon"],
    descriptions: [
      "In de vergaderkamer van {place} horen de anderen ons niet. Het kastje op tafel licht wel op. Met een laptop zonder kastje gaat het wel, maar dan galmt het.",
      "Sinds een paar dagen hoort niemand {who} in Teams. In andere programma's doet de headset het wel.",
    ],
    research: "Apparaatinstellingen en stuurprogramma bekeken op afstand",
    resolution: "Firmware bijgewerkt, standaardapparaat vastgezet",
    solution:
      "Na een update koos Teams de ingebouwde microfoon van het scherm. We hebben de firmware van de luidspreker bijgewerkt en het apparaat vastgezet. In een proefgesprek was het geluid goed.",
    size: "small",
    urgency: "normal",
  },
  {
    key: "teams-channel-gone",
    titles: ["Teams-kanaal kwijt", "Kanaal met alle bestanden is verdwenen"],
    descriptions: [
      "Het kanaal 'Planning' in het team van {place} is weg. Er stonden bestanden in die we elke dag gebruiken. Niemand zegt het te hebben verwijderd. Kan het terug?",
    ],
    note: "Verwijderd door {other}, dinsdag 16.42. Niet in het antwoord noemen, alleen dat het hersteld is.",
    research: "Auditlogboek doorzocht op het verwijderen",
    resolution: "Kanaal hersteld, rechten van leden aangepast",
    solution:
      "Het kanaal is terug, met alle gesprekken en bestanden. Een verwijderd kanaal kan dertig dagen lang worden hersteld. We hebben ingesteld dat alleen eigenaren nog kanalen kunnen verwijderen.",
    article: {
      title: "Verwijderd Teams-kanaal herstellen",
      body: "Binnen dertig dagen: team > Kanalen beheren > Verwijderd > Herstellen. Daarna: alleen eigenaren laten verwijderen (teaminstellingen, machtigingen van leden).",
      isPublic: true,
    },
    size: "small",
    urgency: "high",
  },
  {
    key: "teams-guest-access",
    titles: ["Externe adviseur kan niet in ons team", "Gast krijgt steeds de melding dat hij geen toegang heeft"],
    descriptions: [
      "We hebben een adviseur uitgenodigd voor het team van {place}, maar zodra ze de uitnodiging opent komt er 'Je hebt geen toegang'. Ze heeft zelf ook Microsoft 365, misschien zit het daarin.",
    ],
    question: {
      asks: "Wil je vragen met welk adres ze is aangemeld op het moment dat de melding verschijnt? Een schermafbeelding helpt.",
      answers:
        "Ze zit met haar eigen zakelijke account in de browser. Schermafbeelding volgt, er staat een code AADSTS50020 in.",
    },
    research: "Aanmeldlogboek van de gast bekeken, instellingen voor andere organisaties nagekeken",
    resolution: "Uitnodiging opnieuw verstuurd, toegang voor haar organisatie toegestaan",
    solution:
      "Jullie instellingen lieten alleen gasten uit een vaste lijst toe. Haar organisatie staat er nu bij en de nieuwe uitnodiging is geaccepteerd. Ze kan alleen bij dit ene team.",
    article: {
      title: "AADSTS50020 bij een gast",
      body: "De gast is aangemeld met een ander account dan is uitgenodigd, of de organisatie staat niet in de lijst voor toegang tussen organisaties. Controleer beide en stuur de uitnodiging opnieuw.",
      isPublic: false,
    },
    size: "medium",
    urgency: "normal",
  },
  {
    key: "teams-recording",
    titles: ["Opname van vergadering onvindbaar", "Waar blijft de opname van de ledenvergadering"],
    descriptions: [
      "De vergadering van vorige week is opgenomen, maar de link in de chat geeft 'Niet gevonden'. We hebben hem nodig voor de notulen. {who} heeft de opname gestart.",
    ],
    research: "OneDrive van de organisator en prullenbak doorzocht",
    resolution: "Opname teruggezet en vervaldatum aangepast",
    solution:
      "Opnames verlopen standaard na zestig dagen en deze stond in de prullenbak. We hebben hem teruggezet, de vervaldatum eraf gehaald en gedeeld met de deelnemers.",
    size: "small",
    urgency: "normal",
  },
  {
    key: "teams-phone-queue",
    titles: ["Wachtrij van het algemene nummer gaat niet over", "Bellers krijgen meteen de voicemail"],
    descriptions: [
      "Wie ons algemene nummer belt krijgt meteen de voicemail, terwijl {who} en {other} gewoon aangemeld zijn. Het begon na het weekend. We missen hierdoor telefoontjes, dus graag zo snel als het lukt.",
    ],
    note: "Feestdagenschema van vorig jaar stond nog op terugkerend.",
    research: "Belgegevens en schema's van de wachtrij bekeken",
    resolution: "Schema hersteld, agenten opnieuw aangemeld, getest met een mobiel nummer",
    solution:
      "In de wachtrij stond een sluitingsschema dat zich elk jaar herhaalde. Dat is eruit. We hebben een paar keer gebeld en de telefoon gaat bij jullie allebei over.",
    article: {
      title: "Belwachtrij slaat agenten over",
      body: "Volgorde van nakijken: vakantieschema, aanwezigheid telt mee, aanmelding van agenten, licentie van het resourceaccount.",
      isPublic: false,
    },
    size: "medium",
    urgency: "critical",
  },
  {
    key: "teams-slow",
    titles: ["Teams is traag en loopt vast", "Teams start pas na minuten op"],
    descriptions: [
      "Bij {count} collega's in {place} duurt het minuten voordat Teams is geladen en tijdens het delen van een scherm loopt het vast. Het zijn de oudere laptops.",
    ],
    progress:
      "We hebben bij {who} meegekeken. Het geheugen loopt vol zodra de camera aangaat. We proberen eerst de cache en de achtergrondeffecten.",
    research: "Geheugengebruik gemeten tijdens een proefvergadering",
    resolution: "Cache geleegd, effecten uitgezet, opstarten aangepast",
    solution:
      "Met een lege cache en zonder achtergrondeffecten draait Teams weer redelijk. De laptops hebben 4 GB geheugen, daarmee blijft het krap. Advies: uitbreiden of vervangen.",
    outcome: "workaround",
    size: "medium",
    urgency: "low",
  },
  {
    key: "teams-external-chat",
    titles: ["Chatten met een leverancier lukt niet", "Kan externe contactpersoon niet vinden in Teams"],
    descriptions: [
      "{who} wil chatten met iemand van een leverancier, maar Teams vindt het adres niet. Bij hen werkt het andersom ook niet.",
    ],
    research: "Instellingen voor externe toegang bekeken aan onze kant",
    resolution: "Domein toegestaan, stappen voor de leverancier beschreven",
    solution:
      "Externe toegang stond bij jullie dicht. Het domein van de leverancier is nu toegestaan. Zij moeten hetzelfde doen; de stappen staan in de bijgevoegde tekst die je kunt doorsturen.",
    size: "small",
    urgency: "low",
  },
];
