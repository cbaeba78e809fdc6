import type { Language } from "../../core/values/language.ts";
import type { FieldProblem } from "../../core/values/refusal.ts";
import { defineMessages } from "../ui/define-messages.ts";

/** The problems of one field. */
export const fieldMessages = defineMessages({
  nl: {
    required: "Vul dit in.",
    "not-ticked": "Vink dit aan.",
    "too-long": "Dit is te lang. Maak het korter.",
    "too-short": "Dit is te kort.",
    "not-a-date": "Dit is geen datum. Kies een dag uit de kalender.",
    "not-a-time": "Dit is geen tijd. Schrijf hem als 9:05.",
    "not-whole-minute": "Dit moet op een hele minuut staan. Laat de seconden weg, of schrijf ze als :00.",
    "not-a-number": "Dit is geen getal.",
    "not-an-amount": "Dit is geen bedrag. Schrijf het als 1250 of 1250,50.",
    "not-a-duration": "Dit is geen duur. Schrijf die als 1:30 of als 90 min.",
    "too-early": "Dit is te vroeg. Kies een latere dag.",
    "in-future": "Dit ligt in de toekomst. Kies vandaag of een eerdere dag.",
    "not-whole": "Vul een heel getal in.",
    "out-of-range": "Dit is te laag of te hoog. Vul iets anders in.",
    "does-not-agree": "Dit past niet bij de andere tijden. Laat een van de drie leeg.",
    "clock-went-forward":
      "De klok ging toen een uur vooruit: tussen deze tijden zit een uur minder. Laat de duur leeg, of pas hem aan.",
    "clock-went-back":
      "De klok ging toen een uur terug: tussen deze tijden zit een uur meer. Laat de duur leeg, of pas hem aan.",
    "not-an-option": "Dit is geen keuze uit de lijst. Kies opnieuw.",
    "not-an-address": "Dit is geen e-mailadres. Schrijf het als naam@voorbeeld.nl.",
    "not-a-chamber-of-commerce-number": "Een KvK-nummer heeft acht cijfers. Kijk het na.",
    "no-month-left":
      "Een contract begint de maand na de handtekening. Van dat jaar is dan geen maand meer vrij: kies een andere dag of een ander jaar.",
    "not-an-iban": "Dit is geen IBAN. Schrijf het hele nummer, zoals NL02 ABNA 0123 4567 89.",
    "not-a-bic": "Dit is geen BIC. Die heeft 8 of 11 tekens, zoals ABNANL2A.",
    "not-a-dutch-vat-number": "Dit is geen Nederlands btw-id. Schrijf het als NL123456782B01.",
    "wrong-check-digits": "De controlecijfers kloppen niet. Kijk of er een cijfer verkeerd of verwisseld is.",
    "a-customer-already": "Er is al een klant met dit KvK-nummer. Zoek die op in de lijst.",
    "given-twice": "Dit adres staat er al bij iemand anders. Vul dat van deze persoon in.",
    "is-staff": "Dit is het adres van een collega. Een contactpersoon werkt bij de klant.",
    "gets-no-access": "Met dit adres kan iemand geen toegang krijgen. Vul een ander adres in.",
    "already-staff": "Dit adres is al van een collega. Zoek die op in de lijst, ook bij wie geschorst is.",
    "is-contact":
      "Dit is het adres van iemand bij een klant. Iemand is contactpersoon of collega; gebruik een ander adres.",
    "unknown-field": "Dit veld kennen we niet. Laat het weg.",
    "not-text": "Dit moet tekst zijn.",
  },
  en: {
    required: "Fill this in.",
    "not-ticked": "Tick this.",
    "too-long": "This is too long. Make it shorter.",
    "too-short": "This is too short.",
    "not-a-date": "This is not a date. Choose a day from the calendar.",
    "not-a-time": "This is not a time. Write it as 9:05.",
    "not-whole-minute": "This must be on a whole minute. Leave the seconds out, or write them as :00.",
    "not-a-number": "This is not a number.",
    "not-an-amount": "This is not an amount. Write it as 1250 or 1250.50.",
    "not-a-duration": "This is not a duration. Write it as 1:30 or as 90 min.",
    "too-early": "This is too early. Choose a later day.",
    "in-future": "This lies in the future. Choose today or an earlier day.",
    "not-whole": "Enter a whole number.",
    "out-of-range": "This is too low or too high. Enter something else.",
    "does-not-agree": "This does not agree with the other times. Leave one of the three empty.",
    "clock-went-forward":
      "The clock went one hour forward then: there is an hour less between these times. Leave the duration empty, or correct it.",
    "clock-went-back":
      "The clock went one hour back then: there is an hour more between these times. Leave the duration empty, or correct it.",
    "not-an-option": "This is not one of the options. Choose again.",
    "not-an-address": "This is not a mail address. Write it as name@example.com.",
    "not-a-chamber-of-commerce-number": "A Chamber of Commerce number has eight digits. Please check it.",
    "no-month-left":
      "A contract starts the month after its signature. That year then has no free month left: choose another day or year.",
    "not-an-iban": "This is not an IBAN. Write the whole number, such as NL02 ABNA 0123 4567 89.",
    "not-a-bic": "This is not a BIC. It has 8 or 11 characters, such as ABNANL2A.",
    "not-a-dutch-vat-number": "This is not a Dutch VAT number. Write it as NL123456782B01.",
    "wrong-check-digits": "The check digits do not agree. Look for a wrong digit, or two in the wrong order.",
    "a-customer-already": "There is a customer with this number already. Look it up in the list.",
    "given-twice": "Somebody else has this address here already. Enter this person's own.",
    "is-staff": "This is a colleague's address. A contact works for the customer.",
    "gets-no-access": "Nobody can get access with this address. Enter another one.",
    "already-staff": "A colleague has this address already. Look them up in the list, also among the suspended.",
    "is-contact":
      "This is the address of somebody at a customer. A person is a contact or a colleague; use another address.",
    "unknown-field": "We do not know this field. Leave it out.",
    "not-text": "This must be text.",
  },
}) satisfies (language: Language) => Readonly<Record<FieldProblem, string>>;
