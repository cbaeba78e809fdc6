import type { TicketTemplate } from "./template.ts";

/** Outlook and Exchange Online. */
export const mailTemplates: readonly TicketTemplate[] = [
  {
    key: "outlook-stops-syncing",
    titles: ["Outlook synchroniseert niet meer", "Outlook blijft hangen op 'Map wordt bijgewerkt'"],
    descriptions: [
      "Sinds vanochtend komt er bij {who} geen nieuwe mail binnen in Outlook. In de browser staan de berichten er wel. Opnieuw opstarten heeft niet geholpen.",
      "Outlook van {who} in {place} loopt achter. De laatste mail is van gisteren, maar op de telefoon komt alles gewoon binnen. Onderin staat 'Map wordt bijgewerkt'.",
    ],
    question: {
      asks: "Staat onderin Outlook 'Verbonden' of 'Verbinding verbroken'? En is het alleen de eigen mailbox of ook een gedeelde?",
      answers: "Er staat 'Verbonden met Microsoft Exchange'. Alleen de eigen mailbox, de gedeelde loopt wel door.",
    },
    note: "OST is 48 GB, ruim boven de grens waar het traag wordt. Cache stond op 'alles'.",
    research: "Logboek van Outlook nagekeken, grootte van het OST-bestand bekeken",
    resolution: "Nieuw profiel gemaakt, cache teruggezet naar 12 maanden",
    solution:
      "Het lokale gegevensbestand van Outlook was te groot geworden en liep vast. We hebben een nieuw profiel gemaakt en de cache op 12 maanden gezet. Oudere mail blijft gewoon bereikbaar, die haalt Outlook op als je erom vraagt.",
    article: {
      title: "Outlook loopt achter door een te groot OST-bestand",
      body: "Kijk eerst of de mail in de browser wel actueel is. Zo ja, dan ligt het aan het lokale bestand.\n\n1. Bestand > Accountinstellingen > Gegevensbestanden: hoe groot is het OST?\n2. Boven 40 GB: nieuw profiel, cache op 12 maanden.\n3. Laat Outlook een nacht aan staan voor de eerste synchronisatie.",
      isPublic: true,
    },
    size: "medium",
    urgency: "normal",
  },
  {
    key: "shared-mailbox-missing",
    titles: ["Gedeelde mailbox info@ verdwenen bij {who}", "{who} ziet de mailbox info@ niet meer"],
    descriptions: [
      "De gedeelde mailbox info@{domain} staat niet meer links in Outlook bij {who}. Bij {other} staat hij er nog wel. Er komt van alles op binnen, dus het is vervelend dat nu maar één persoon erbij kan.",
    ],
    research: "Rechten op de mailbox vergeleken, automapping gecontroleerd",
    resolution: "Rechten opnieuw toegekend",
    solution:
      "Bij het opnieuw aanmaken van het account waren de rechten op info@ niet meegekomen. We hebben ze teruggezet. Na een herstart van Outlook staat de mailbox er weer, soms duurt dat een uur.",
    article: {
      title: "Gedeelde mailbox verschijnt niet in Outlook",
      body: "Volledige toegang via een groep geeft geen automapping. Ken de rechten rechtstreeks aan de persoon toe, of voeg de mailbox met de hand toe bij het profiel.",
      isPublic: false,
    },
    size: "small",
    urgency: "normal",
  },
  {
    key: "send-as-denied",
    titles: ["Kan niet versturen namens administratie@", "Foutmelding bij versturen vanaf gedeeld adres"],
    descriptions: [
      "Als {who} een mail stuurt vanaf administratie@{domain} komt er meteen een bericht terug: 'U bent niet gemachtigd om namens deze afzender te verzenden'. Vorige week ging het nog goed.",
    ],
    research: "Bericht van niet-bezorging gelezen, rechten nagekeken",
    resolution: "Recht 'verzenden als' toegekend en getest",
    solution:
      "{who} had wel leesrechten maar niet het recht om als administratie@ te versturen. Dat recht staat nu goed. We hebben samen een testbericht verstuurd en dat kwam aan.",
    size: "small",
    urgency: "normal",
  },
  {
    key: "mail-to-junk",
    titles: ["Onze mail belandt bij klanten in de spam", "Offertes komen bij de ontvanger in ongewenste mail"],
    descriptions: [
      "Verschillende klanten zeggen dat onze mail in hun spammap zit. Het gaat vooral om offertes met een pdf erbij. We horen het nu zeker van {count} klanten, dus waarschijnlijk zijn het er meer. Ligt dit aan ons of aan hen?",
      "Al een paar weken krijgen we te horen dat mail van {domain} als ongewenst wordt gezien. Gmail-adressen hebben er de meeste last van. We hebben niets veranderd, behalve dat {other} een nieuw programma voor de nieuwsbrief gebruikt.",
    ],
    question: {
      asks: "Kun je ons één zo'n bericht als bijlage laten sturen door een ontvanger? In de kop kunnen we zien waarop het is afgekeurd.",
      answers: "Hierbij, van een klant gekregen. Ik zie zelf niets bijzonders.",
    },
    progress:
      "In de kop staat dat DKIM ontbreekt en dat de nieuwsbriefdienst niet in het SPF-record staat. We stellen de records samen en sturen je wat er bij de domeinbeheerder moet worden ingevuld.",
    note: "SPF heeft al 9 lookups, let op de grens van 10. Oude regel van de vorige hostingpartij kan weg.",
    research: "Koppen van drie berichten gelezen, SPF, DKIM en DMARC bekeken",
    resolution: "DKIM aangezet, SPF opgeschoond, DMARC op 'none' met rapportage",
    solution:
      "DKIM stond uit en de nieuwsbriefdienst was niet bekend als afzender. Allebei is nu geregeld. DMARC staat voorlopig op meekijken; over een paar weken kan hij strenger. Het kan enkele dagen duren voordat ontvangers jullie weer vertrouwen.",
    article: {
      title: "Uitgaande mail als spam: SPF, DKIM en DMARC op volgorde",
      body: "1. Lees `Authentication-Results` in de kop van een afgekeurd bericht.\n2. SPF: alle afzenders erin, niet meer dan tien lookups.\n3. DKIM aanzetten in Defender, twee CNAME-records bij de domeinbeheerder.\n4. DMARC beginnen met `p=none`, na vier weken rapporten lezen, dan pas `quarantine`.",
      isPublic: true,
    },
    size: "medium",
    urgency: "high",
  },
  {
    key: "mailbox-full",
    titles: ["Mailbox vol, kan niets meer versturen", "Melding dat de mailbox van {who} vol is"],
    descriptions: [
      "{who} krijgt de melding dat de mailbox vol is en kan niets meer versturen. Er staan mails in vanaf het begin, weggooien durft niemand. Wat zijn de mogelijkheden?",
    ],
    research: "Grootte per map bekeken, licentie nagekeken",
    resolution: "Archiefmailbox aangezet met een beleid van twee jaar",
    solution:
      "We hebben een onlinearchief aangezet. Alles ouder dan twee jaar verhuist daar vanzelf heen, je vindt het terug onder 'Onlinearchief' in Outlook. Er is niets weggegooid.",
    article: {
      title: "Mailbox vol: onlinearchief aanzetten",
      body: "Kan met Exchange Online abonnement 2 of Business Premium. Zet het archief aan, koppel een bewaarbeleid en start de beheerde-mapassistent. De eerste verhuizing duurt tot een week.",
      isPublic: false,
    },
    size: "small",
    urgency: "high",
  },
  {
    key: "calendar-rights",
    titles: ["Agenda van {who} niet zichtbaar voor collega's", "Rechten op agenda's aanpassen"],
    descriptions: [
      "We willen dat iedereen in {place} elkaars agenda kan lezen, met onderwerp en plaats. Nu zie je alleen 'bezet'. {who} moet bij iedereen afspraken kunnen maken.",
    ],
    research: "Huidige rechten op {count} agenda's opgehaald",
    resolution: "Rechten met een script gezet en steekproef gedaan",
    solution:
      "Iedereen in {place} ziet nu onderwerp en plaats van elkaars afspraken. {who} kan bij iedereen afspraken maken. Afspraken die op privé staan, blijven privé.",
    size: "small",
    urgency: "low",
  },
  {
    key: "meeting-room-double",
    titles: ["Vergaderruimte wordt dubbel geboekt", "Vergaderzaal accepteert overlappende afspraken"],
    descriptions: [
      "De grote vergaderzaal is deze week twee keer dubbel geboekt. Normaal weigert de zaal een tweede afspraak. Het gebeurt vooral met terugkerende afspraken.",
    ],
    research: "Instellingen van de ruimtemailbox bekeken, logboek van de afspraken gelezen",
    resolution: "Conflicten geweigerd, oude terugkerende reeks verwijderd",
    solution:
      "De zaal stond ingesteld om bij een reeks een paar conflicten toe te staan. Dat staat nu op nul. De reeks van een oud-collega hield de zaal nog bezet, die hebben we verwijderd.",
    size: "small",
    urgency: "low",
  },
  {
    key: "external-forwarding",
    titles: ["Doorsturen naar een extern adres werkt niet", "Automatisch doorsturen wordt geblokkeerd"],
    descriptions: [
      "{who} is drie maanden elders gedetacheerd en wil de mail laten doorsturen. De regel is gemaakt, maar er komt niets aan. Er komt een melding 'Access denied, your organization does not allow external forwarding'.",
    ],
    question: {
      asks: "Doorsturen naar buiten staat met opzet uit, omdat inbrekers het graag gebruiken. Mag het voor dit ene adres aan, en tot wanneer?",
      answers: "Ja, graag alleen voor {who} en tot het einde van het kwartaal. Akkoord van de directie heb ik.",
    },
    research: "Beleid voor uitgaande mail bekeken",
    resolution: "Uitzondering gemaakt met een einddatum",
    solution:
      "Voor {who} staat doorsturen nu aan, alleen naar het opgegeven adres. We hebben genoteerd wanneer het weer uit moet en sturen je dan een bericht.",
    size: "small",
    urgency: "normal",
  },
];
