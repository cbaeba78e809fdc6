import { timeZone } from "../../core/calendar/time-zone.ts";
import { defineMessages } from "../ui/language.ts";

/** What the clock showed when it was put forward or back, and what it was put to. */
type ClockPut = { readonly from: string; readonly to: string } | null;

/** Every refusal as a sentence that says what to do. The function `wordRefusal` picks and fills them in. */
export const refusalMessages = defineMessages({
  nl: {
    notFound: "Dit bestaat niet, of je hebt er geen toegang toe. Controleer het adres of ga terug naar het overzicht.",
    notAllowed: "Dit mag je met jouw rol niet doen. Vraag een collega die het wel mag.",
    invalidInput: "Niet alles is goed ingevuld. Kijk bij de velden met een melding.",
    notSentTitle: "Nog niet verstuurd",
    news: "Er is nieuws",
    sentBefore:
      "Dit was al verstuurd, toen met iets anders erin. Kijk eerst of dat is aangekomen; verstuur dit daarna als het er nog bij moet.",
    notSent: "Er is nog niets verstuurd of gewijzigd. Kijk na wat je invulde en verstuur het dan.",
    noSeat:
      "Alleen de contactpersonen van je organisatie kunnen dit doen. Vraag een van hen, of laat je een plek toewijzen.",
    noContract: (on: string) => `Op ${on} loopt er geen contract. Laat eerst een contract tekenen.`,
    urgencyIsOurs:
      "De urgentie bepalen wij. Laat dit veld weg en beschrijf in je ticket wat er niet lukt en voor hoeveel mensen.",
    additionalUnconfirmed: (number: number, limit: number) =>
      `Dit wordt ticket ${number} van deze maand; vanaf ticket ${limit + 1} gelden de tarieven van een extra ticket. Bevestig die hieronder, dan maken we het ticket aan.`,
    ticketClosed: "Dit ticket is gesloten. Heropen het als dit er nog bij hoort, of maak een nieuw ticket aan.",
    answeredMeanwhile: "Er kwam intussen een bericht bij. Lees dat eerst; wat je schreef staat hier nog.",
    messageNeeded: "Schrijf de klant wat de oplossing is. Zonder bericht kan een ticket niet worden opgelost.",
    articleNeeded: "Leg de oplossing vast: kies of schrijf een artikel, of geef aan waarom er geen nodig is.",
    stepBackwards: "Een ticket gaat alleen vooruit door de stappen. Kies de stap waarin het is, of een latere.",
    chooseAgain: (name: string) => `Kies het bestand ${name} opnieuw.`,
    attachmentEmpty: (name: string) => `Het bestand ${name} is leeg. Kies het opnieuw of laat het weg.`,
    attachmentTooLarge: (name: string, megabytes: number) =>
      `Het bestand ${name} is groter dan ${megabytes} MB. Maak het kleiner of stuur een deel ervan.`,
    attachmentKind: {
      program: (name: string) =>
        `Het bestand ${name} is een programma of een script dat start als iemand het opent; dat nemen we zo niet aan. Hebben we het nodig, stuur het dan in een zip-bestand.`,
      page: (name: string) =>
        `Het bestand ${name} is een webpagina, en een webpagina kan code uitvoeren. Stuur er een schermafdruk of een pdf van, of stuur het in een zip-bestand.`,
      unknown: (name: string) =>
        `Het bestand ${name} is van een soort die we niet aannemen. Wel: afbeeldingen, pdf, documenten van Office, tekst en logboeken, e-mail, geluid, video, zip en logboeken van Windows. Stuur een ander bestand in een zip-bestand.`,
    },
    tooManyAttachments: (limit: number) =>
      `Je kunt ${limit} bestanden tegelijk meesturen. Stuur de rest in een volgend bericht.`,
    uploadsFull: (megabytes: number) =>
      `Er is in een dag al ${megabytes} MB aan bestanden gestuurd; er past nu niets meer bij. Stuur het bericht zonder bestand, of morgen met.`,
    entryEndsBeforeStart:
      "Het einde ligt voor of op het begin. Controleer de tijden; ging het werk door na middernacht, vul dan een duur in.",
    entryTooLong: (hours: number) => `Een urenregel duurt hooguit ${hours} uur. Splits hem op.`,
    entryOutsideCalendar:
      "Werk ligt in de jaren 2000 tot en met 2099. Het kan eindigen op 1 januari 2100 om 0:00, en niet later.",
    entryInFuture: "Dit ligt in de toekomst. Leg vast wat al is geweest.",
    entryBeforeTicket: "Het ticket bestond toen nog niet. Kies een tijd bij of na het aanmaken van het ticket.",
    entryAfterClosing: "Het ticket was toen al gesloten. Alleen werk van voor het sluiten kan nog worden vastgelegd.",
    entryOverlaps: (reference: string, from: string, until: string) =>
      `Je werkte toen al aan ${reference}, van ${from} tot ${until}. Pas de tijden aan.`,
    entryWithoutContract: (on: string) =>
      `Op ${on} liep er geen contract, dus dit werk kan niet in rekening worden gebracht. Leg het vast als niet in rekening gebracht.`,
    beyondCeiling: (left: string, asked: string) =>
      `Er zijn nog ${left} over van het urenplafond en dit is ${asked}. Vraag eerst akkoord, of leg de rest vast als niet in rekening gebracht.`,
    noSuchLocalTime: (local: string, clock: ClockPut) =>
      `De tijd ${local} bestaat niet: de klok ging toen een uur vooruit${clock === null ? "" : `, van ${clock.from} naar ${clock.to}`}. Kies een andere tijd.`,
    localTimeTwice: (local: string, clock: ClockPut) =>
      `De tijd ${local} kwam die nacht twee keer voor: de klok ging een uur terug${clock === null ? "" : `, van ${clock.from} naar ${clock.to}`}. Kies een tijd buiten dat uur; bij werk kan dat met de duur erbij.`,
    mailAccepted: "De mailserver heeft deze mail al aangenomen. Er is niets meer te doen.",
    mailIsCode: "Een inlogcode mailen we niet opnieuw: wie wil inloggen, vraagt een nieuwe aan.",
    mailUnderWay: (number: string) =>
      `Factuur ${number} is al gemaild, of wordt dat nog. Bekijk hieronder hoe het staat.`,
    reasonNeeded: "Geef een reden. De klant kan die lezen.",
    timerRunning: (reference: string) => `Je timer loopt al op ${reference}. Stop die eerst.`,
    timerNotRunning: "Er loopt geen timer. Die is intussen gestopt.",
    timerTooShort: "De timer liep korter dan een minuut; er is niets vastgelegd. Wat je schreef staat er nog.",
    timerForgotten: (time: string, hours: number) =>
      `De timer liep ${time}, meer dan ${hours} uur achter elkaar. Controleer tot wanneer je werkte en leg die tijden vast.`,
    authorisationOpen: "Er ligt al een verzoek om akkoord bij de klant. Wacht het antwoord af of trek het in.",
    authorisationDecided:
      "Over dit verzoek is al besloten, of het is ingetrokken. Hieronder staat hoe het ervoor staat.",
    authorisationExpired: (on: string) => `Deze offerte was geldig tot en met ${on}. Vraag om een nieuwe.`,
    authorisationNotInForce:
      "Onder dit akkoord kan geen tijd meer worden vastgelegd: het is niet gegeven, opgeleverd of ingetrokken. Kies opnieuw.",
    noAddendum: (on: string) =>
      `Op ${on} is er geen getekend addendum voor werk op locatie. Laat een tekenbevoegde van de klant er eerst een tekenen.`,
    addendumOpen: "Er ligt al een addendum ter tekening bij de klant. Trek dat eerst in.",
    beyondCost: (left: string, asked: string) =>
      `In die maand kost dit ticket nog ${left} tegen dat btw-tarief en dit is ${asked}. Vul een lager bedrag in.`,
    startFeeWaived: "Het starttarief van dit ticket was al kwijtgescholden.",
    noStartFee: "Dit ticket heeft geen starttarief, dus er valt niets kwijt te schelden.",
    monthNotOver: (month: string) =>
      `De maand ${month} is nog niet voorbij. Factureren kan vanaf de eerste dag van de volgende maand.`,
    nothingToInvoice: (month: string) => `Er is niets te factureren tot en met ${month}.`,
    previewOutdated: "Er is intussen werk bijgekomen. Bekijk het nieuwe voorstel en bevestig het dan.",
    nothingToCredit: (invoice: string) =>
      `Hiervan valt niets te crediteren. Kies regels van factuur ${invoice} die samen een bedrag boven nul hebben.`,
    alreadyCredited: (invoice: string, lines: string) =>
      `Van factuur ${invoice} is al gecrediteerd: regel ${lines}. Kies regels die nog staan.`,
    providerUnknown:
      "Er staat nog niet vast wie de facturen stuurt. Vul eerst naam, adres en rekening van je eigen bedrijf in.",
    notInRateFormat: (reference: string) =>
      `Ticket ${reference} past niet in deze uitvoer, bijvoorbeeld door werk op locatie, werk voor één prijs, een correctie of een later akkoord op werk buiten kantooruren. De factuur zelf klopt.`,
    seatUnknown: (seat: number, seats: number) =>
      `Plek ${seat} bestaat niet. In het contract zijn ${seats} ${seats === 1 ? "plek" : "plekken"} voor contactpersonen.`,
    alreadySeated: (seat: number) =>
      `Deze persoon heeft plek ${seat} al. Kies iemand anders, of maak die plek eerst vrij.`,
    seatVacant: (seat: number) => `Op plek ${seat} zit niemand.`,
    alreadyAHoliday: (on: string) => `${on} is al een vrije dag. Kies een andere datum.`,
    vatMonthInvoiced: (month: string) => `${month} is al gefactureerd aan deze organisatie. Kies een maand daarna.`,
    vatNumberNeeded:
      "De btw verleggen kan alleen naar een bedrijf met een btw-nummer uit een ander EU-land, zoals BE0123456789.",
    vatNumberWrong: "Dit is geen btw-nummer. Het begint met twee letters van het land, zoals NL of BE.",
    monthInvoiced: (month: string) =>
      `Over ${month} is al gefactureerd. De vrije dagen van die maand veranderen niet meer.`,
    termsNotInRateFormat: (year: number) =>
      `De voorwaarden van ${year} hebben andere uren of geen maximum aan tickets; deze uitvoer kan dat niet zeggen. De factuur zelf klopt.`,
    transitionRefused: (thing: string, state: string, action: string) => `${thing} ${state}; ${action} kan dan niet.`,
    possible: (actions: string) => `Wel mogelijk: ${actions}.`,
    nothingPossible: "Daar verandert niets meer aan.",
    termsAlreadyPublished: (year: number) =>
      `De voorwaarden van ${year} zijn al gepubliceerd. Daarna veranderen ze niet meer.`,
    termsYearBegun: (year: number) =>
      `${year} is al begonnen en er zijn contracten voor getekend. Voorwaarden veranderen alleen bij de jaarwisseling.`,
    termsOtherTimeZone: (year: number, zone: string) =>
      `De voorwaarden van ${year} gaan uit van de klok van ${zone}, maar hier gaan alle dagen en maanden op de klok van ${timeZone}. Zet timeZone op ${timeZone} en schrijf de tijden op die klok.`,
    termsNotPublished: (year: number) =>
      `De voorwaarden van ${year} zijn nog niet gepubliceerd. Tekenen kan zodra dat is gebeurd.`,
    renewalTooEarly: (on: string) => `Verlengen kan vanaf ${on}. Tot die tijd verandert er niets aan dit contract.`,
    notReopenable: {
      withdrawn:
        "Dit ticket is ingetrokken en gaat niet opnieuw open. Maak een nieuw ticket aan als het toch nodig is.",
      duplicate: "Dit ticket is samengevoegd met een ander ticket. Schrijf daar wat er nog is.",
      "ended-with-contract":
        "Dit ticket is gestopt met het contract waar het bij hoorde. Maak onder een volgend contract een nieuw ticket aan.",
    },
    mergeTargetClosed: (reference: string) => `Ticket ${reference} is gesloten. Kies een ticket dat nog open is.`,
    caseNumberNeeded: "Vul het zaaknummer van Microsoft in. Daarmee is de zaak later terug te vinden.",
    finalInvoiceIssued:
      "De laatste factuur van dit contract is al opgemaakt. Leg dit werk vast als niet in rekening gebracht.",
    beyondInvoice: (left: string, asked: string) =>
      `Van deze factuur is nog ${left} over en dit is ${asked}. Vul een lager bedrag in.`,
    codeWrong: (left: number) =>
      left === 0
        ? "Deze code klopt niet en is nu ongeldig. Vraag een nieuwe aan."
        : left === 1
          ? "Deze code klopt niet. Je kunt het nog een keer proberen."
          : `Deze code klopt niet. Je kunt het nog ${left} keer proberen.`,
    codeExpired: "Deze code is verlopen. Vraag een nieuwe aan.",
    codeUsed: "Deze code is al gebruikt. Vraag een nieuwe aan.",
    signedOut: "Je bent niet aangemeld. Meld je aan en probeer het opnieuw.",
    foreignOrigin: "Dit verzoek kwam niet van een pagina van Kwartier. Open de pagina opnieuw en probeer het nog eens.",
    badRequest: "Dit verzoek kan niet worden gelezen. Open de pagina opnieuw en probeer het nog eens.",
    broken:
      "Er ging bij ons iets mis en er is niets opgeslagen. Probeer het opnieuw; blijft het misgaan, noem dan het kenmerk hieronder.",
    unavailable:
      "Kwartier is even niet bereikbaar en er is niets opgeslagen. Wacht een halve minuut en probeer het opnieuw.",
    diskFull: "Kwartier kan op dit moment niets opslaan, ook dit niet. Probeer het later opnieuw of bel ons.",
    home: "Naar het begin",
    trouble: "Dat ging niet",
    mark: "Kenmerk",
  },
  en: {
    notFound: "This does not exist, or you have no access to it. Check the address or go back to the overview.",
    notAllowed: "Your role does not allow this. Ask a colleague whose role does.",
    invalidInput: "Not everything is filled in correctly. Look at the fields with a remark.",
    notSentTitle: "Not sent yet",
    news: "There is news",
    sentBefore:
      "This was sent before, with something else in it. Look first whether that arrived; then send this if it is still needed.",
    notSent: "Nothing was sent or changed yet. Check what you filled in and then send it.",
    noSeat: "Only your organisation's contacts can do this. Ask one of them, or have a seat assigned to you.",
    noContract: (on: string) => `There is no contract on ${on}. Have a contract signed first.`,
    urgencyIsOurs:
      "We set the urgency. Leave this field out and describe in your ticket what does not work and for how many people.",
    additionalUnconfirmed: (number: number, limit: number) =>
      `This becomes ticket ${number} of this month; from ticket ${limit + 1} on the rates of an additional ticket apply. Confirm them below and we create the ticket.`,
    ticketClosed: "This ticket is closed. Reopen it if this still belongs to it, or create a new ticket.",
    answeredMeanwhile: "A message was added in the meantime. Read it first; what you wrote is still here.",
    messageNeeded: "Write the customer what the solution is. Without a message a ticket cannot be resolved.",
    articleNeeded: "Record the solution: choose or write an article, or say why none is needed.",
    stepBackwards: "A ticket only moves forward through its steps. Choose the step it is in, or a later one.",
    chooseAgain: (name: string) => `Choose the file ${name} again.`,
    attachmentEmpty: (name: string) => `The file ${name} is empty. Choose it again or leave it out.`,
    attachmentTooLarge: (name: string, megabytes: number) =>
      `The file ${name} is larger than ${megabytes} MB. Make it smaller or send a part of it.`,
    attachmentKind: {
      program: (name: string) =>
        `The file ${name} is a program or a script that runs when somebody opens it; we do not accept it as it is. If we need it, send it in a zip file.`,
      page: (name: string) =>
        `The file ${name} is a web page, and a web page can run code. Send a screenshot or a PDF of it, or send it in a zip file.`,
      unknown: (name: string) =>
        `The file ${name} is of a kind we do not accept. We do accept: pictures, PDF, Office documents, text and logs, e-mail, sound, video, zip and logs of Windows. Send another file in a zip file.`,
    },
    tooManyAttachments: (limit: number) =>
      `You can send ${limit} files at a time. Send the others with a next message.`,
    uploadsFull: (megabytes: number) =>
      `${megabytes} MB of files were sent within a day already; there is no room for more now. Send the message without the file, or tomorrow with it.`,
    entryEndsBeforeStart:
      "The end lies before or at the start. Check the times; if the work went on after midnight, enter a duration.",
    entryTooLong: (hours: number) => `A time entry lasts ${hours} hours at most. Split it.`,
    entryOutsideCalendar: "Work lies in the years 2000-2099. It can end on 1 January 2100 at 0:00, and no later.",
    entryInFuture: "This lies in the future. Log what has already been.",
    entryBeforeTicket: "The ticket did not exist then. Choose a time at or after its creation.",
    entryAfterClosing: "The ticket was closed by then. Only work from before its closing can still be logged.",
    entryOverlaps: (reference: string, from: string, until: string) =>
      `You were working on ${reference} then, from ${from} to ${until}. Change the times.`,
    entryWithoutContract: (on: string) =>
      `There was no contract on ${on}, so this work cannot be charged. Log it as not charged.`,
    beyondCeiling: (left: string, asked: string) =>
      `There are ${left} left of the ceiling and this is ${asked}. Ask for an authorisation first, or log the rest as not charged.`,
    noSuchLocalTime: (local, clock) =>
      `The time ${local} does not exist: the clock went one hour forward then${clock === null ? "" : `, from ${clock.from} to ${clock.to}`}. Choose another time.`,
    localTimeTwice: (local, clock) =>
      `The time ${local} came twice that night: the clock went one hour back${clock === null ? "" : `, from ${clock.from} to ${clock.to}`}. Choose a time outside that hour; for work it can be given with the duration.`,
    mailAccepted: "The mail server has taken this mail already. There is nothing left to do.",
    mailIsCode: "We do not mail a sign-in code again: whoever wants to sign in asks for a new one.",
    mailUnderWay: (number) => `Invoice ${number} was mailed already, or is about to be. See below how it stands.`,
    reasonNeeded: "Give a reason. The customer can read it.",
    timerRunning: (reference: string) => `Your timer is already running on ${reference}. Stop it first.`,
    timerNotRunning: "No timer is running. It was stopped in the meantime.",
    timerTooShort: "The timer ran for less than a minute; nothing was logged. What you wrote is still here.",
    timerForgotten: (time: string, hours: number) =>
      `The timer ran for ${time}, more than ${hours} hours on end. Check until when you worked and log those times.`,
    authorisationOpen: "The customer already has a request to decide on. Wait for the answer or withdraw it.",
    authorisationDecided: "This request was already decided on, or withdrawn. Below is how things stand.",
    authorisationExpired: (on: string) => `This quote was valid up to and including ${on}. Ask for a new one.`,
    authorisationNotInForce:
      "No more time can be logged under this authorisation: it was not given, was delivered or was withdrawn. Choose again.",
    noAddendum: (on) =>
      `There is no signed addendum for work on site on ${on}. Have a signatory of the customer sign one first.`,
    addendumOpen: "An addendum already waits for the customer's signature. Withdraw that one first.",
    beyondCost: (left, asked) =>
      `In that month this ticket still costs ${left} at that VAT rate and this is ${asked}. Enter a lower amount.`,
    startFeeWaived: "The start fee of this ticket was waived before.",
    noStartFee: "This ticket has no start fee, so there is nothing to waive.",
    monthNotOver: (month: string) =>
      `The month ${month} is not over. It can be invoiced from the first day of the next month.`,
    nothingToInvoice: (month: string) => `There is nothing to invoice up to and including ${month}.`,
    previewOutdated: "Work was added in the meantime. Look at the new proposal, then confirm it.",
    nothingToCredit: (invoice: string) =>
      `There is nothing to credit in this. Choose lines of invoice ${invoice} that together come to more than nothing.`,
    alreadyCredited: (invoice: string, lines: string) =>
      `Credited before, of invoice ${invoice}: line ${lines}. Choose lines that still stand.`,
    providerUnknown:
      "It is not known yet who sends the invoices. Enter the name, address and account of your own company first.",
    notInRateFormat: (reference: string) =>
      `Ticket ${reference} does not fit into this export, for example because of work on site, work at one price, a correction, or outside-hours work that was agreed to only later. The invoice itself is right.`,
    seatUnknown: (seat: number, seats: number) =>
      `There is no seat ${seat}. The contract has ${seats} ${seats === 1 ? "seat" : "seats"} for contacts.`,
    alreadySeated: (seat: number) =>
      `This person has seat ${seat} already. Choose somebody else, or vacate that seat first.`,
    seatVacant: (seat: number) => `Nobody has seat ${seat}.`,
    alreadyAHoliday: (on: string) => `${on} is a day off already. Choose another date.`,
    vatMonthInvoiced: (month) => `${month} has been invoiced to this organisation. Choose a month after it.`,
    vatNumberNeeded:
      "VAT can only be reverse-charged to a business with a VAT number of another EU country, such as BE0123456789.",
    vatNumberWrong: "This is no VAT number. It begins with the two letters of the country, such as NL or BE.",
    monthInvoiced: (month: string) => `${month} has been invoiced. The days off of that month no longer change.`,
    termsNotInRateFormat: (year: number) =>
      `The terms of ${year} have other hours or no limit of tickets; this export cannot say that. The invoice itself is right.`,
    transitionRefused: (thing, state, action) => `${thing} ${state}; ${action} is not possible then.`,
    possible: (actions) => `What is possible: ${actions}.`,
    nothingPossible: "Nothing about that changes any more.",
    termsAlreadyPublished: (year) => `The terms of ${year} are published already. After that they never change.`,
    termsYearBegun: (year) =>
      `${year} has begun and contracts were signed for it. Terms change only at the turn of the year.`,
    termsOtherTimeZone: (year, zone) =>
      `The terms of ${year} go by the clock of ${zone}, but here all days and months go by the clock of ${timeZone}. Set timeZone to ${timeZone} and write the times by that clock.`,
    termsNotPublished: (year) => `The terms of ${year} are not published yet. It can be signed as soon as they are.`,
    renewalTooEarly: (on) => `Renewing is possible from ${on}. Until then nothing changes about this contract.`,
    notReopenable: {
      withdrawn: "This ticket was withdrawn and does not open again. Create a new ticket if it is needed after all.",
      duplicate: "This ticket was merged into another ticket. Write there what is left.",
      "ended-with-contract":
        "This ticket ended with the contract it belonged to. Create a new ticket under a next contract.",
    },
    mergeTargetClosed: (reference) => `Ticket ${reference} is closed. Choose a ticket that is still open.`,
    caseNumberNeeded: "Enter Microsoft's case number. With it the case can be found again later.",
    finalInvoiceIssued: "The final invoice of this contract has been issued. Log this work as not charged.",
    beyondInvoice: (left, asked) => `${left} of this invoice is left and this is ${asked}. Enter a lower amount.`,
    codeWrong: (left: number) =>
      left === 0
        ? "This code is not right and no longer valid. Ask for a new one."
        : left === 1
          ? "This code is not right. You can try once more."
          : `This code is not right. You can try ${left} more times.`,
    codeExpired: "This code has expired. Ask for a new one.",
    codeUsed: "This code was already used. Ask for a new one.",
    signedOut: "You are not signed in. Sign in and try again.",
    foreignOrigin: "This request did not come from a page of Kwartier. Open the page again and try once more.",
    badRequest: "This request cannot be read. Open the page again and try once more.",
    broken:
      "Something went wrong on our side and nothing was saved. Try again; if it keeps happening, mention the mark below.",
    unavailable: "Kwartier is out of reach for a moment and nothing was saved. Wait half a minute and try again.",
    diskFull: "Kwartier cannot store anything at the moment, and this neither. Try again later or call us.",
    home: "To the start",
    trouble: "That did not work",
    mark: "Mark",
  },
});
