import type { TicketTemplate } from "./template.ts";

/** Signing in, security and accounts. */
export const signInTemplates: readonly TicketTemplate[] = [
  {
    key: "authenticator-new-phone",
    titles: ["Nieuwe telefoon, kan niet meer aanmelden", "Authenticator kwijt na overstap op andere telefoon"],
    descriptions: [
      "{who} heeft een nieuwe telefoon en de oude is al ingeleverd. Bij het aanmelden wordt om de Authenticator gevraagd en die is leeg. Dus nu kan {who} nergens bij.",
      "Telefoon van {who} is in het water gevallen. Nieuwe is er, maar zonder de oude kan ik de codes niet overzetten. Wat nu?",
    ],
    research: "Identiteit nagegaan door terug te bellen, methoden bekeken",
    resolution: "Tijdelijke toegangscode gegeven, nieuwe methode geregistreerd",
    solution:
      "Na een belletje om zeker te zijn dat het klopte, hebben we een tijdelijke code gegeven. {who} heeft de nieuwe telefoon gekoppeld en ook een tweede methode ingesteld, zodat dit niet nog eens gebeurt.",
    article: {
      title: "Nieuwe telefoon: opnieuw koppelen van de Authenticator",
      body: "Bel altijd terug op een bekend nummer. Geef een tijdelijke toegangscode van een uur, laat de nieuwe methode instellen en verwijder de oude. Vraag om een tweede methode.",
      isPublic: false,
    },
    size: "small",
    urgency: "high",
  },
  {
    key: "phishing-clicked",
    titles: ["Op een verdachte link geklikt", "Waarschijnlijk phishing, wachtwoord ingevuld"],
    descriptions: [
      "{who} heeft op een link geklikt in een mail die van een leverancier leek te komen en daar het wachtwoord ingevuld. Daarna verscheen er niets. Wij vertrouwen het niet. Wat moeten we doen?",
    ],
    progress:
      "Het account is voor de zekerheid uitgelogd en het wachtwoord is gewijzigd. We kijken nu of er al iemand anders heeft aangemeld.",
    note: "Aanmelding uit een ander land om 11.20, MFA geweigerd. Geen tokens uitgegeven. Wel een regel 'RSS' in de mailbox, verwijderd.",
    research: "Aanmeldlogboek, mailboxregels en toestemmingen van apps bekeken",
    resolution: "Sessies ingetrokken, regels verwijderd, bericht bij iedereen weggehaald",
    solution:
      "Er is een poging gedaan om aan te melden, maar die liep stuk op de tweede stap. Het wachtwoord is gewijzigd, alle sessies zijn gesloten en de mail is ook bij vijf collega's weggehaald. Er zijn geen berichten gelezen of doorgestuurd.\n\nDank dat je het meteen meldde, dat scheelde veel.",
    article: {
      title: "Na een klik op phishing: wat we doen",
      body: "1. Sessies intrekken, wachtwoord wijzigen.\n2. Aanmeldingen van de laatste 48 uur nalopen.\n3. Mailboxregels, doorsturen en app-toestemmingen bekijken.\n4. Bericht zoeken en weghalen bij anderen.\n5. Met de klant bespreken of er iets gemeld moet worden.",
      isPublic: true,
    },
    size: "medium",
    urgency: "critical",
  },
  {
    key: "account-locked",
    titles: ["Account van {who} vergrendeld", "{who} kan niet aanmelden, account geblokkeerd"],
    descriptions: [
      "{who} krijgt de melding dat het account is vergrendeld om het te beschermen. Er zijn geen verkeerde wachtwoorden ingevuld, zegt {who}.",
    ],
    research: "Mislukte aanmeldingen bekeken: oude tablet met oud wachtwoord",
    resolution: "Account ontgrendeld, tablet bijgewerkt",
    solution:
      "Een oude tablet bleef het vorige wachtwoord proberen. De tablet heeft nu het nieuwe en het account is ontgrendeld.",
    size: "small",
    urgency: "normal",
  },
  {
    key: "new-colleague",
    titles: ["Nieuwe collega per de eerste", "Account aanmaken voor nieuwe medewerker in {place}"],
    descriptions: [
      "Per de eerste van de maand begint er iemand in {place}. Graag een account met dezelfde rechten als {who}, lid van hetzelfde team en met toegang tot de mailbox info@. De laptop halen we zelf.",
    ],
    question: {
      asks: "Welke naam moet er in het adres komen, en mogen we een extra licentie Business Premium bestellen als er geen vrij is?",
      answers: "Voornaam punt achternaam. Bestellen mag, akkoord.",
    },
    research: "Rechten van de voorbeeldgebruiker uitgezocht",
    resolution: "Account, licentie en groepen ingesteld",
    solution:
      "Het account staat klaar. De eerste keer aanmelden gaat met een tijdelijke code die we telefonisch doorgeven. Rechten zijn gelijk aan die van {who}, behalve de personeelsmap.",
    size: "small",
    urgency: "normal",
  },
  {
    key: "colleague-leaves",
    titles: ["Collega uit dienst, mailbox bewaren", "{who} gaat uit dienst"],
    descriptions: [
      "{who} werkt hier tot vrijdag. De mail moet daarna bij {other} terechtkomen en de bestanden moeten bewaard blijven. De licentie willen we niet blijven betalen.",
    ],
    research: "Nagegaan waar bestanden en rechten op naam staan",
    resolution: "Mailbox omgezet naar gedeeld, OneDrive overgedragen, licentie vrijgemaakt",
    solution:
      "Na vrijdag is de mailbox een gedeelde mailbox waar {other} bij kan, daarvoor is geen licentie nodig. De bestanden staan in een map bij {other}. Aanmelden kan {who} niet meer.",
    article: {
      title: "Uit dienst: wat er in welke volgorde gebeurt",
      body: "Sessies sluiten, mailbox omzetten naar gedeeld (tot 50 GB zonder licentie), OneDrive overdragen binnen dertig dagen, uit groepen halen, dan pas de licentie vrijgeven.",
      isPublic: true,
    },
    size: "small",
    urgency: "low",
  },
  {
    key: "conditional-access-rollout",
    titles: ["Voorwaardelijke toegang invoeren", "MFA voor iedereen verplicht maken"],
    descriptions: [
      "Onze verzekeraar eist dat iedereen met een tweede stap aanmeldt en dat privéapparaten niet zomaar bij de bestanden kunnen. Willen jullie dat inrichten zonder dat {place} er een dag uit ligt? Het gaat om {count}0 mensen, van wie sommigen geen zakelijke telefoon hebben.",
    ],
    question: {
      asks: "Hoeveel mensen hebben geen telefoon van de zaak, en zijn er apparaten die nooit aanmelden met een persoon, zoals een scanner of een kassa?",
      answers: "Zeven mensen zonder telefoon. Er zijn twee scanners die mailen en een kassa met een eigen account.",
    },
    progress:
      "We stellen het eerst in op alleen meekijken. Na een week weten we wie er last van zou krijgen. Omdat het meer werk is dan zonder overleg mag, vragen we je akkoord op een schatting.",
    note: "Twee noodaccounts uitsluiten en in de kluis. Scanners via een connector op IP.",
    research: "Aanmeldingen van dertig dagen geanalyseerd, oude protocollen gevonden",
    resolution: "Beleid in stappen aangezet, sleutels uitgereikt, scanners omgezet",
    solution:
      "Iedereen meldt zich nu aan met een tweede stap. Wie geen telefoon heeft, heeft een sleutel gekregen. Oude protocollen zijn dicht, de scanners gaan via een eigen connector. Het rapport voor de verzekeraar zit erbij.",
    article: {
      title: "Voorwaardelijke toegang invoeren zonder stilstand",
      body: "Begin met alleen rapporteren, twee weken. Noodaccounts eerst. Daarna per groep van tien, dinsdag of woensdag. Oude protocollen als laatste dicht.",
      isPublic: false,
    },
    size: "large",
    urgency: "normal",
  },
  {
    key: "licence-overview",
    titles: ["Te veel licenties in gebruik?", "Overzicht van licenties en kosten"],
    descriptions: [
      "Op de factuur van Microsoft staan meer licenties dan we mensen hebben. Kunnen jullie nakijken wat er weg kan?",
    ],
    research: "Licenties naast aanmeldingen van negentig dagen gelegd",
    resolution: "Lijst opgesteld en besproken",
    solution:
      "Er stonden {count} licenties op accounts die al maanden niet zijn gebruikt. De lijst zit erbij. Als jullie akkoord zijn, zeggen we ze op bij de volgende verlenging.",
    size: "small",
    urgency: "low",
  },
  {
    key: "guest-cleanup",
    titles: ["Opruimen van gastaccounts", "Veel onbekende gasten in onze omgeving"],
    descriptions: [
      "Ik zag dat er meer dan honderd gasten in onze omgeving staan, van wie ik de helft niet ken. Kan dat opgeruimd worden, en kunnen we voorkomen dat het weer volloopt?",
    ],
    research: "Laatste aanmelding per gast opgevraagd",
    resolution: "Gasten zonder gebruik geblokkeerd, controle per kwartaal ingesteld",
    solution:
      "Gasten die een halfjaar niet zijn geweest, zijn geblokkeerd; over dertig dagen worden ze verwijderd. Elk kwartaal krijgen de eigenaren van teams de vraag of hun gasten nog nodig zijn.",
    size: "medium",
    urgency: "low",
  },
];
