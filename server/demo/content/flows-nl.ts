import type { TicketTemplate } from "./template.ts";

/** Forms, flows, moves and longer work. */
export const flowTemplates: readonly TicketTemplate[] = [
  {
    key: "flow-stopped",
    titles: ["Automatische stroom voor facturen gestopt", "Power Automate stuurt geen meldingen meer"],
    descriptions: [
      "Facturen die op facturen@{domain} binnenkomen, werden automatisch in een map gezet met een melding aan {who}. Sinds een week gebeurt er niets meer. Er liggen er nu {count}0 te wachten.",
    ],
    note: "Stroom stond op naam van een vertrokken collega. Mede-eigenaar maken bij alle stromen, zie lijst.",
    research: "Uitvoeringen bekeken, verbindingen nagelopen",
    resolution: "Stroom overgezet naar een dienstaccount, achterstand verwerkt",
    solution:
      "De stroom liep onder het account van iemand die uit dienst is. Hij draait nu onder een dienstaccount met twee eigenaren. De achterstand is verwerkt, er is niets dubbel geboekt.",
    article: {
      title: "Stromen overleven het vertrek van hun maker",
      body: "Laat stromen draaien onder een dienstaccount met minstens twee eigenaren. Zoek bij elk vertrek in het beheercentrum op maker.",
      isPublic: false,
    },
    size: "medium",
    urgency: "high",
  },
  {
    key: "forms-responses",
    titles: ["Antwoorden van formulier niet meer te zien", "Wie is eigenaar van ons inschrijfformulier?"],
    descriptions: [
      "Ons inschrijfformulier doet het, maar niemand kan de antwoorden zien. Het is ooit gemaakt door {other}. De inschrijving sluit volgende week.",
    ],
    research: "Eigenaar van het formulier gevonden",
    resolution: "Formulier overgedragen aan een groep",
    solution:
      "Het formulier is van een groep gemaakt, zodat het niet meer van één persoon is. Alle {count}4 antwoorden staan in het werkblad.",
    size: "small",
    urgency: "normal",
  },
  {
    key: "mail-migration",
    titles: ["Oude mailboxen overzetten naar Microsoft 365", "Overstap van de vorige mailaanbieder"],
    descriptions: [
      "We nemen een klein kantoor over met {count} mailboxen bij een andere aanbieder, samen ongeveer 120 GB. Die moeten naar ons. Ze willen hun oude adres nog een jaar kunnen gebruiken. Liefst in een weekend, dan merkt niemand er iets van.",
    ],
    question: {
      asks: "Hebben jullie van alle mailboxen de gegevens om aan te melden, en wie beheert het domein van dat kantoor?",
      answers: "De gegevens komen deze week. Het domein staat bij een aanbieder waar ik zelf bij kan.",
    },
    progress:
      "De proefoverzetting van één mailbox is goed gegaan: twee uur voor 14 GB. Op grond daarvan hebben we een schatting gemaakt, die vind je hierboven om te beoordelen.",
    note: "MX pas zondagavond om. TTL vrijdag naar 300.",
    research: "Proef met één mailbox, doorvoer gemeten",
    resolution: "Mailboxen overgezet, MX omgezet, adressen gekoppeld",
    solution:
      "Alle mailboxen staan over, met mappen en agenda's. Het oude domein komt bij jullie binnen. We hebben per mailbox de aantallen vergeleken; de lijst zit erbij.",
    article: {
      title: "Kleine IMAP-overzetting: draaiboek",
      body: "Proef met één mailbox, doorvoer meten, TTL verlagen, voorsynchroniseren, MX omzetten, nasynchroniseren, aantallen vergelijken. Agenda's en contacten apart.",
      isPublic: false,
    },
    size: "large",
    urgency: "normal",
  },
  {
    key: "tenant-name",
    titles: ["Naam van de organisatie gewijzigd", "Nieuw domein toevoegen na fusie"],
    descriptions: [
      "Door de naamswijziging willen we dat iedereen een adres op het nieuwe domein krijgt en dat mail naar het oude blijft aankomen.",
    ],
    question: {
      asks: "Wie kan de records bij het nieuwe domein aanpassen? We sturen dan precies wat erin moet.",
      answers: "Dat kan {other}, stuur maar.",
    },
    research: "Gebruik van het oude domein in aanmeldingen en apps uitgezocht",
    resolution: "Domein toegevoegd, adressen in twee rondes omgezet",
    solution:
      "Iedereen verstuurt nu vanaf het nieuwe domein. Het oude blijft ontvangen. Let op: bij twee programma's meld je nog aan met het oude adres, die staan in de lijst.",
    size: "medium",
    urgency: "low",
  },
  {
    key: "backup-question",
    titles: ["Hebben wij eigenlijk een back-up?", "Vraag over bewaren van mail en bestanden"],
    descriptions: [
      "Onze accountant vraagt hoe lang mail en bestanden bewaard blijven en of wij daar een back-up van hebben. Ik dacht dat Microsoft dat deed, maar ik lees verschillende dingen.",
    ],
    research: "Bewaarbeleid en prullenbakken op een rij gezet",
    resolution: "Antwoord voor de accountant opgesteld",
    solution:
      "Microsoft zorgt dat de dienst blijft draaien, maar bewaart verwijderde zaken beperkt: bestanden 93 dagen, mail 14 tot 30 dagen. Een eigen back-up hebben jullie nu niet. In de bijlage staan drie mogelijkheden met de prijs.",
    article: {
      title: "Wat Microsoft bewaart en wat niet",
      body: "Bestanden 93 dagen in de prullenbakken, mail 14 dagen herstelbaar (tot 30 in te stellen), accounts 30 dagen. Bewaarbeleid is geen back-up: het beschermt niet tegen fouten in het beleid zelf.",
      isPublic: true,
    },
    size: "small",
    urgency: "low",
  },
  {
    key: "planner-tasks",
    titles: ["Taken uit Planner verdwenen", "Bord van {place} is leeg"],
    descriptions: [
      "Het bord in Planner van {place} is leeg. Er stonden ongeveer {count}0 taken op. In de mail kan ik de meldingen nog zien.",
    ],
    progress:
      "We hebben de melding met de gegevens bij Microsoft neergelegd, want zelf kunnen we een verwijderd plan niet terugzetten. Wij houden je op de hoogte.",
    research: "Auditlogboek bekeken: plan verwijderd met de groep",
    resolution: "Bij Microsoft gemeld, taken uit de meldingen opnieuw opgebouwd",
    solution:
      "Microsoft kon het plan niet terugzetten. We hebben de taken uit de meldingen opnieuw opgebouwd; van {count} taken ontbreekt de checklist. Het spijt ons dat het niet helemaal compleet is.",
    outcome: "escalated",
    size: "medium",
    urgency: "normal",
  },
  {
    key: "old-access-app",
    titles: ["Oude Access-database start niet meer", "Ledenadministratie in Access geeft fout"],
    descriptions: [
      "Onze ledenadministratie is een Access-bestand uit 2009. Sinds de nieuwe Office geeft het een fout over een ontbrekende bibliotheek. De maker is met pensioen.",
    ],
    research: "Verwijzingen in de code nagelopen, 32-bits onderdelen gevonden",
    resolution: "Geprobeerd te draaien met de oude onderdelen",
    solution:
      "Het bestand leunt op onderdelen die niet meer bestaan. Openen en lezen kan nog, toevoegen niet. We raden aan over te stappen op een lijst in SharePoint; daar maken we graag een schatting voor.",
    outcome: "not-solved",
    size: "medium",
    urgency: "low",
  },
  {
    key: "wifi-certificate",
    titles: ["Wifi vraagt om een certificaat", "Laptops komen niet op het interne netwerk"],
    descriptions: [
      "Bij {count} laptops komt de vraag om een certificaat te kiezen en daarna geen verbinding. Op het gastnetwerk werkt alles.",
    ],
    research: "Geldigheid van certificaten en profiel bekeken",
    resolution: "Certificaatprofiel verlengd en uitgerold",
    solution:
      "Het certificaat was verlopen en werd niet vanzelf vernieuwd. Het profiel is hersteld. Laat een laptop één keer een kwartier op het gastnetwerk, dan haalt hij het nieuwe op.",
    size: "medium",
    urgency: "high",
  },
  {
    key: "booking-page",
    titles: ["Afsprakenpagina toont verkeerde tijden", "Bookings boekt buiten openingstijden"],
    descriptions: [
      "Klanten kunnen bij ons afspraken boeken om zes uur 's ochtends. Dat is sinds de klok is verzet, geloof ik. Er staan er al {count} in.",
    ],
    research: "Tijdzone en openingstijden van de pagina bekeken",
    resolution: "Tijdzone gecorrigeerd, afspraken nagelopen",
    solution:
      "De pagina stond in een andere tijdzone dan de medewerkers. Dat is gelijkgezet. De verkeerd geboekte afspraken staan in een lijstje, die klanten moeten jullie zelf even bellen.",
    size: "small",
    urgency: "normal",
  },
  {
    key: "distribution-list",
    titles: ["Verzendlijst voor alle {place}", "Wie zit er in de lijst 'iedereen'?"],
    descriptions: [
      "Mail aan 'iedereen' komt ook bij mensen die al weg zijn en niet bij de nieuwe. Kan die lijst zichzelf bijhouden?",
    ],
    research: "Leden vergeleken met actieve accounts",
    resolution: "Lijst vervangen door een dynamische groep",
    solution:
      "De lijst wordt nu gevuld op grond van de afdeling in het account. Wie in dienst komt, staat er vanzelf in. Alleen {who} en {other} mogen ernaar sturen.",
    size: "small",
    urgency: "low",
  },
];
