import type { TicketTemplate } from "./template.ts";

/** SharePoint and OneDrive. */
export const filesTemplates: readonly TicketTemplate[] = [
  {
    key: "sharepoint-403",
    titles: ["SharePoint geeft 403", "Geen toegang meer tot de map van {place}"],
    descriptions: [
      "{who} krijgt 'U hebt geen toegang' bij de documenten van {place}. Gisteren werkte het nog. De anderen kunnen er gewoon bij.",
      "Vanmorgen konden we ineens niet meer bij de site van {place}. Er staat een foutcode 403. Het gaat om {count} collega's, de rest heeft er geen last van.",
    ],
    research: "Groepslidmaatschap en overname van rechten bekeken",
    resolution: "Groep hersteld en rechten gecontroleerd",
    solution:
      "Bij het opruimen van groepen was ook de groep verwijderd die toegang gaf. We hebben hem hersteld. Iedereen die er vorige week bij kon, kan er nu weer bij.",
    article: {
      title: "403 op een SharePoint-site na het opruimen van groepen",
      body: "Verwijderde Microsoft 365-groepen zijn dertig dagen te herstellen in Entra. Kijk daarna of de site de rechten nog van bovenaf overneemt.",
      isPublic: false,
    },
    size: "medium",
    urgency: "high",
  },
  {
    key: "onedrive-stuck",
    titles: ["OneDrive blijft 'Wijzigingen verwerken'", "OneDrive synchroniseert al dagen niet"],
    descriptions: [
      "Bij {who} draait het wolkje van OneDrive al dagen. Er staan rode kruisjes bij een paar mappen. We zijn bang dat het werk van deze week nergens is opgeslagen.",
    ],
    question: {
      asks: "Kun je één map met een rood kruisje openen en ons het volledige pad sturen? Lange namen zijn vaak de oorzaak.",
      answers: "Dat is inderdaad een heel lange. Schermafbeelding zit erbij, de mapnaam is een hele zin.",
    },
    research: "Synchronisatierapport gelezen, paden boven 400 tekens gezocht",
    resolution: "Mapnamen ingekort, synchronisatie hersteld, aantallen vergeleken",
    solution:
      "Twee mappen hadden een pad van meer dan 400 tekens, daar stopte OneDrive op. Met kortere namen liep de rest vanzelf door. Alles van deze week staat er, we hebben de aantallen vergeleken.",
    article: {
      title: "OneDrive blijft hangen: lange paden en verboden tekens",
      body: "Het volledige pad mag 400 tekens lang zijn. Zoek de overtreders met het synchronisatierapport, kort de bovenste map in en laat OneDrive rustig bijkomen. Reset alleen als niets anders helpt.",
      isPublic: true,
    },
    size: "medium",
    urgency: "normal",
  },
  {
    key: "file-deleted",
    titles: ["Map per ongeluk verwijderd", "Bestanden van {place} zijn weg"],
    descriptions: [
      "{other} heeft per ongeluk een map weggegooid en daarna de prullenbak geleegd. Er zaten ongeveer {count}00 bestanden in. Kunnen jullie die nog terughalen?",
    ],
    research: "Tweede prullenbak doorzocht, tijdstip vastgesteld",
    resolution: "Bestanden teruggezet en met de contactpersoon nagelopen",
    solution:
      "De bestanden stonden nog in de tweede prullenbak, daar blijven ze 93 dagen. Alles staat terug op de oude plek, met de versies erbij.",
    size: "small",
    urgency: "high",
  },
  {
    key: "file-locked",
    titles: [
      "Excel-bestand vergrendeld door een oud-collega",
      "Document staat op alleen-lezen en niemand heeft het open",
    ],
    descriptions: [
      "Het rooster is 'vergrendeld voor bewerken' door iemand die al weg is. Kopiëren kan, maar alle koppelingen verwijzen naar het origineel.",
    ],
    research: "Uitgecheckte bestanden in de bibliotheek opgezocht",
    resolution: "Inchecken afgedwongen",
    solution:
      "Het bestand stond uitgecheckt op naam van een verwijderd account. We hebben de inchecking overgenomen, je kunt er weer in werken. Uitchecken staat nu uit voor deze bibliotheek.",
    size: "small",
    urgency: "normal",
  },
  {
    key: "sharing-outside",
    titles: ["Delen met een klant lukt niet", "Link naar map werkt niet voor externen"],
    descriptions: [
      "Als we een map delen met een klant krijgt die een code per mail die nooit aankomt. Bij een andere klant ging het wel. Het zijn vertrouwelijke stukken, dus liever geen link die voor iedereen werkt.",
    ],
    research: "Deelinstellingen en berichttracering van de codes bekeken",
    resolution: "Gastaccount gebruikt in plaats van een eenmalige code",
    solution:
      "De codes werden door het filter van de klant tegengehouden. Met een gastaccount is geen code per mail nodig. De map is alleen voor deze twee personen open en de toegang verloopt na negentig dagen.",
    size: "small",
    urgency: "normal",
  },
  {
    key: "site-structure",
    titles: ["Inrichting SharePoint voor {place}", "Mappenstructuur opnieuw opzetten"],
    descriptions: [
      "We lopen vast in onze mappen. Alles staat in één site met acht lagen diep, de helft is dubbel en rechten staan per map. We willen een indeling waarin {place} de eigen stukken beheert en de rest kan lezen. Kunnen jullie een voorstel doen en ons helpen verhuizen?\n\nWat er nu is:\n\n- één teamsite met ongeveer 38.000 bestanden\n- rechten per map, door verschillende mensen gezet\n- drie mensen die het bijhouden, als ze tijd hebben\n\nWat we willen:\n\n- per afdeling een site met een eigenaar\n- een gedeelde plek voor sjablonen\n- oude stukken alleen-lezen, niet weg",
    ],
    progress:
      "We hebben de huidige site in kaart gebracht. Het verhuizen kost meer tijd dan zonder overleg mag, daarom krijg je van ons een schatting om akkoord op te geven.",
    note: "Unieke rechten op 412 mappen. Eerst opruimen, dan verhuizen. Geen weekendwerk nodig.",
    research: "Huidige site, rechten en gebruik in kaart gebracht",
    resolution: "Nieuwe sites gemaakt en bestanden verhuisd",
    solution:
      "De nieuwe indeling staat. Elke afdeling heeft een eigen site met een eigenaar, sjablonen staan op één plek en het oude archief is alleen-lezen. De afspraken over rechten staan in het document op de startpagina.",
    outcome: "redesign",
    article: {
      title: "Van één diepe teamsite naar sites per afdeling",
      body: "Breng eerst de unieke rechten in kaart, spreek eigenaren af, verhuis daarna per afdeling buiten de drukke uren en zet de oude site op alleen-lezen. Reken op drie uur per tienduizend bestanden, inclusief nalopen.",
      isPublic: false,
    },
    size: "large",
    urgency: "low",
  },
  {
    key: "search-finds-nothing",
    titles: ["Zoeken in SharePoint vindt niets", "Nieuwe documenten niet vindbaar"],
    descriptions: [
      "Documenten die na de verhuizing zijn toegevoegd komen niet in de zoekresultaten. Als je de map opent staan ze er wel.",
    ],
    research: "Indexering van de bibliotheek bekeken",
    resolution: "Bibliotheek opnieuw laten indexeren",
    solution:
      "De bibliotheek stond op 'niet opnemen in zoekresultaten'. Dat is omgezet en de index is bijgewerkt, de documenten zijn weer vindbaar.",
    size: "small",
    urgency: "low",
  },
  {
    key: "versions-fill-space",
    titles: ["Opslag van SharePoint bijna vol", "Melding over opslagruimte van de organisatie"],
    descriptions: [
      "Ik kreeg een melding dat onze opslag voor 92 procent vol is. Wat neemt zoveel ruimte in en moeten we bijkopen?",
    ],
    progress:
      "Het meeste zit in oude versies van grote ontwerpbestanden. We rekenen uit wat het scheelt als we die beperken.",
    research: "Opslagrapport per site gemaakt",
    resolution: "Versies beperkt, oude versies in stappen verwijderd",
    solution:
      "Ruim de helft bestond uit oude versies. We bewaren er nu vijftig per bestand. De opslag staat op 54 procent, bijkopen is niet nodig.",
    article: {
      title: "SharePoint vol door versies",
      body: "Maak het opslagrapport, kijk naar sites met grote bestanden en zet versielimieten per bibliotheek. Verwijder oude versies met een taak in de nacht, in stappen.",
      isPublic: false,
    },
    size: "medium",
    urgency: "normal",
  },
];
