/** Phrases around the problem itself, so that no two tickets read the same. */
export const smallTalk = {
  nl: {
    greetings: ["Goedemorgen,", "Hallo,", "Beste mensen,", "Hoi,"],
    closings: ["Alvast bedankt", "Groet,", "Met vriendelijke groet,", "Dank en groet,"],
    acknowledgements: [
      "Ik heb je ticket opgepakt en kijk er nu naar. Je hoort van me zodra ik weet waar het aan ligt.",
      "Dank voor de duidelijke beschrijving. Ik begin met het logboek en laat je weten wat ik vind.",
      "We zijn ermee bezig. Mocht er intussen iets veranderen, schrijf het dan hier, dan zien we het allemaal.",
      "Opgepakt. Ik probeer het eerst bij ons na te bootsen.",
    ],
    reminders: [
      "Is hier al iets meer over bekend? Het speelt nog steeds.",
      "Ter aanvulling: sinds vanmorgen heeft een collega het ook.",
      "Ik kreeg net nog deze melding, misschien helpt het: 'Er is iets misgegaan, probeer het later opnieuw'.",
    ],
    withdrawals: [
      "Het is inmiddels opgelost, een herstart hielp. Ik trek het ticket in.",
      "Bleek aan onze internetverbinding te liggen. Dit kan weg.",
    ],
    researchDone: "De oorzaak is gevonden. We gaan verder met de oplossing en laten je weten als het klaar is.",
    noArticle: ["Eenmalige handeling", "Staat al in de handleiding van Microsoft", "Te specifiek voor deze omgeving"],
    notCharged: ["Inwerken van een collega", "Eigen fout hersteld", "Coulance: tweede keer hetzelfde probleem"],
    notChargedWork: [
      "Meegekeken met een collega",
      "Instelling van ons teruggedraaid",
      "Nagelopen of het nu goed blijft",
    ],
    administration: [
      "Aangenomen en beoordeeld",
      "Ticket beoordeeld, gegevens aangevuld",
      "Telefonisch contact over de vraag",
    ],
    evening: "In de avond uitgevoerd, zodat niemand er last van heeft",
    eveningUnagreed: "In de avond uitgevoerd omdat het onze planning beter uitkwam, tegen kantoortarief",
    askApproval:
      "Het onderzoek is klaar en we weten wat er moet gebeuren. Dat past niet binnen wat zonder overleg mag. In de schatting zitten voorbereiding, uitvoering en nalopen. Wat we niet nodig hebben, brengen we niet in rekening.",
    declined: "Te veel voor dit jaar. We houden het voorlopig zoals het is.",
    stopped:
      "Zoals afgesproken stoppen we hier. In dit ticket staat wat we hebben gevonden, zodat we later verder kunnen waar we gebleven zijn.",
    large: "Tweede deel van de uitvoering",
  },
  en: {
    greetings: ["Good morning,", "Hello,", "Hi there,"],
    closings: ["Many thanks", "Best,", "Kind regards,"],
    acknowledgements: [
      "I have picked up your ticket and am looking into it. You will hear from me once I know what is behind it.",
      "Thanks for the clear description. I will start with the logs and tell you what they say.",
      "We are on it. If anything changes meanwhile, write it here so that all of us see it.",
    ],
    reminders: [
      "Is there any news on this? It is still happening.",
      "To add: a second colleague has it as of this morning.",
    ],
    withdrawals: [
      "A restart solved it after all. Withdrawing this one.",
      "Turned out to be our own network. This can go.",
    ],
    researchDone: "We found the cause. We go on with the solution and let you know when it is done.",
    noArticle: ["One-off change", "Covered by Microsoft's own documentation"],
    notCharged: ["Training a colleague", "Repaired a mistake of our own"],
    notChargedWork: ["Looked along with a colleague", "Checked that it stays solved"],
    administration: ["Received and assessed", "Assessed, completed the details", "Called about the question"],
    evening: "Done in the evening so that nobody is disturbed",
    eveningUnagreed: "Done in the evening because it suited our planning, at the office rate",
    askApproval:
      "Research is done and we know what it takes. That goes beyond what can be spent without asking you. The estimate covers preparing, doing and checking. What is not needed is not charged.",
    declined: "Too much for this year. We leave it as it is for now.",
    stopped:
      "As agreed we stop here. What we found is in this ticket, so that we can pick it up later where we left off.",
    large: "Second part of the work",
  },
} as const;

export type SmallTalk = (typeof smallTalk)["nl" | "en"];
