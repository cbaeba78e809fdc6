import type { TicketTemplate } from "./template.ts";

/** Office apps, devices and their accessories. */
export const deviceTemplates: readonly TicketTemplate[] = [
  {
    key: "excel-slow",
    titles: ["Excel-model rekent minutenlang", "Gedeeld Excel-bestand is onwerkbaar traag"],
    descriptions: [
      "Het planningsbestand van {place} doet er drie minuten over om te openen. Het is 90 MB en er zit veel opmaak in. Samen bewerken gaat helemaal niet meer.",
    ],
    research: "Bestand onderzocht: opmaak tot de laatste rij, vluchtige formules",
    resolution: "Opmaak opgeschoond, bronnen naar een query verplaatst",
    solution:
      "Het bestand is nu 6 MB. De opmaak liep door tot de laatste rij en drie bladen waren kopieën. De oude versie staat ernaast, voor het geval je iets mist.",
    size: "medium",
    urgency: "low",
  },
  {
    key: "office-activation",
    titles: ["Word vraagt steeds om te activeren", "'Product zonder licentie' in Excel"],
    descriptions: [
      "Bij {who} staat bovenin Word 'Product zonder licentie' en alles is alleen-lezen. Aanmelden helpt één dag en dan komt het terug.",
    ],
    research: "Licentiegegevens op het apparaat bekeken",
    resolution: "Oude aanmeldgegevens verwijderd, opnieuw geactiveerd",
    solution:
      "Er stond nog een oud account in het geheugen van Windows. Dat is verwijderd en Office is opnieuw geactiveerd. Ook na een herstart blijft het nu goed.",
    article: {
      title: "Office verliest steeds de activering",
      body: "Verwijder oude referenties, ontkoppel het oude werkaccount bij Accounts en activeer opnieuw. Controleer of de gebruiker niet op meer dan vijf apparaten is aangemeld.",
      isPublic: false,
    },
    size: "small",
    urgency: "normal",
  },
  {
    key: "scan-to-mail",
    titles: ["Scannen naar mail werkt niet meer", "Multifunctional verstuurt geen scans"],
    descriptions: [
      "De scanner bij {place} geeft 'verificatie mislukt' bij scannen naar mail. Bij ons wordt de hele dag gescand, nu lopen we steeds naar de andere verdieping.",
    ],
    question: {
      asks: "Welk merk en type is het, en kun je op het instellingenscherm zien welke server is ingevuld?",
      answers: "Merk en type staan op de foto. Er staat smtp.office365.com, poort 587.",
    },
    note: "Basisverificatie is uitgezet door Microsoft. Via connector op het vaste IP-adres, niet via het account.",
    research: "Aanmeldlogboek van het scanneraccount bekeken",
    resolution: "Connector op vast adres ingesteld en getest",
    solution:
      "De scanner meldde zich aan op een oude manier die Microsoft heeft afgesloten. Hij verstuurt nu via een connector op jullie vaste adres. {other} heeft drie proefscans gedaan, die kwamen aan.",
    article: {
      title: "Scannen naar mail zonder basisverificatie",
      body: "Drie wegen: connector op vast IP-adres (voorkeur), direct send binnen de organisatie, of een maildienst ertussen. Nooit een uitzondering voor basisverificatie.",
      isPublic: true,
    },
    size: "medium",
    urgency: "high",
  },
  {
    key: "intune-laptop",
    titles: ["Laptop wordt niet beheerd", "Nieuwe laptop krijgt geen apps"],
    descriptions: [
      "De nieuwe laptop van {who} is aangemeld maar krijgt geen Office en geen wifi-instellingen. Bij de vorige ging dat vanzelf.",
    ],
    research: "Inschrijving in Intune en groepen bekeken",
    resolution: "Apparaat in de juiste groep gezet, synchronisatie gestart",
    solution:
      "De laptop stond niet in de groep die de apps krijgt, omdat de naam van het apparaat afwijkt. Dat is aangepast en de regel ook, zodat een volgende vanzelf goed gaat.",
    size: "medium",
    urgency: "normal",
  },
  {
    key: "phone-mail",
    titles: ["Mail op telefoon stopt steeds", "iPhone vraagt elke dag om het wachtwoord"],
    descriptions: [
      "De telefoon van {who} vraagt elke ochtend het wachtwoord van de mail. Na invullen gaat het een paar uur goed.",
    ],
    research: "Aanmeldingen bekeken: de standaardapp van de telefoon",
    resolution: "Outlook-app ingesteld, oud profiel verwijderd",
    solution:
      "De ingebouwde mailapp gebruikte een oud profiel. Met de Outlook-app is het verholpen. Contacten en agenda staan er ook in.",
    size: "small",
    urgency: "low",
  },
  {
    key: "bitlocker-key",
    titles: ["Laptop vraagt om herstelsleutel", "Blauw scherm met de vraag om een BitLocker-sleutel"],
    descriptions: [
      "Na een update vraagt de laptop van {who} om een herstelsleutel van 48 cijfers. Niemand heeft die ooit gekregen. {who} moet vanmiddag een presentatie geven.",
    ],
    research: "Sleutel opgezocht, identiteit nagegaan",
    resolution: "Sleutel voorgelezen, beveiliging opgeschort en hervat",
    solution:
      "De sleutel stond in jullie omgeving opgeslagen. We hebben hem voorgelezen en daarna een nieuwe laten maken. De laptop start weer normaal.",
    size: "small",
    urgency: "critical",
  },
  {
    key: "printer-driver",
    titles: ["Afdrukken geeft lege pagina's", "Etiketten komen verkeerd uit de printer"],
    descriptions: [
      "Sinds de laatste update drukt Word lege pagina's af op de printer in {place}. Vanuit de browser gaat het wel.",
    ],
    progress:
      "Het ligt aan het stuurprogramma van de fabrikant. Wij zetten een algemeen stuurprogramma klaar, dat kan nietjes alleen niet aan.",
    research: "Stuurprogramma en updates vergeleken",
    resolution: "Algemeen stuurprogramma geïnstalleerd op {count} apparaten",
    solution:
      "Met het algemene stuurprogramma drukt iedereen weer af. Nieten kan pas weer als de fabrikant een nieuwe versie uitbrengt. Die houden we in de gaten.",
    outcome: "workaround",
    size: "medium",
    urgency: "normal",
  },
  {
    key: "signature-company",
    titles: ["Eén handtekening voor iedereen", "Nieuw logo in alle handtekeningen"],
    descriptions: [
      "We hebben een nieuw logo en willen dat iedereen dezelfde handtekening heeft, ook op de telefoon. Nu doet ieder maar wat. Kan dat centraal?",
    ],
    research: "Mogelijkheden zonder extra programma op een rij gezet",
    resolution: "Regel met handtekening ingesteld en getest",
    solution:
      "Er is een centrale regel die onder elke uitgaande mail de nieuwe handtekening zet. In een gesprek met jullie eigen collega's blijft hij weg. De gegevens komen uit het adresboek, dus die moeten kloppen.",
    size: "medium",
    urgency: "low",
  },
  {
    key: "powerbi-refresh",
    titles: ["Dashboard ververst niet", "Rapport toont cijfers van vorige week"],
    descriptions: [
      "Het dashboard van {place} staat al dagen stil. In Power BI staat 'vernieuwen mislukt'. We kijken er elke maandagochtend naar met de leiding.",
    ],
    research: "Foutmelding van de vernieuwing gelezen, gateway bekeken",
    resolution: "Verbinding opnieuw aangemeld met een dienstaccount",
    solution:
      "De verbinding liep op naam van iemand van wie het wachtwoord was gewijzigd. Hij loopt nu op een account dat daarvoor bedoeld is. De cijfers zijn van vanmorgen.",
    size: "small",
    urgency: "normal",
  },
];
