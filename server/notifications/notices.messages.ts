import { defineMessages } from "../ui/define-messages.ts";

/** The words of mails to contacts and consultants: the event and the next step. Never a deadline (B1). */
export const noticeMessages = defineMessages({
  nl: {
    hello: (name: string) => `Hallo ${name},`,
    somebody: "Kwartier",
    openTicket: "Bekijk het ticket",
    decide: "Bekijk het verzoek en beslis",
    openInvoice: "Bekijk de factuur met uitleg per regel",
    notByMail: "Antwoord in het portaal; een antwoord op deze mail lezen we niet.",
    notByMailClosed: "Het gesprek blijft te lezen; een antwoord op deze mail lezen we niet.",
    created: (name: string, reference: string) => `${name} maakte ticket ${reference} aan.`,
    createdByYou: (reference: string) => `We hebben je vraag: ${reference}.`,
    createdAim: (aim: string) => `We streven ernaar het ticket binnen ${aim} op te pakken.`,
    createdNext: "Je hoort het zodra iemand ermee begint.",
    pickedUp: (name: string) => `${name} heeft het ticket opgepakt.`,
    pickedUpNext: "Als er iets ontbreekt, vragen we het je in het ticket.",
    stepMoved: (step: string) => `Het ticket is nu bij de stap ${step}.`,
    stepNext: {
      administration: "We bekijken of we alles weten wat nodig is.",
      research: "We zoeken de oorzaak.",
      resolution: "We werken aan de oplossing.",
    },
    wrote: (name: string) => `${name} schreef:`,
    youWrote: "Je schreef:",
    restInTicket: "Dit is het begin. De rest staat in het ticket; de link staat hieronder.",
    files: (count: number) =>
      count === 1 ? "Met dit bestand, te openen in het ticket:" : "Met deze bestanden, te openen in het ticket:",
    moreFiles: (count: number) => `en nog ${count}`,
    nextIsYou: "We wachten op jullie antwoord; daarna gaan we verder.",
    nextIsUs: "Wij zijn weer aan zet.",
    nextIsMicrosoft: "We wachten op Microsoft en laten het weten als er nieuws is.",
    nextIsPlanned: "We hebben dit ingepland en gaan er dan mee verder.",
    microsoftCase: (number: string) => `Microsoft behandelt het onder zaaknummer ${number}.`,
    reopened: (name: string) => `${name} heeft het ticket heropend.`,
    merged: (name: string, into: string) =>
      `${name} heeft dit ticket samengevoegd met ${into}, omdat ze over hetzelfde gaan.`,
    mergedNext: "We gaan daar verder. Wat hier geschreven en vastgelegd is, blijft staan.",
    endedWithContract: (on: string) =>
      `Het contract is op ${on} geëindigd, en dit ticket daarmee ook. We werken er niet verder aan.`,
    outsideAgreed: (name: string) =>
      `${name} ging ermee akkoord dat er ook buiten kantooruren aan dit ticket wordt gewerkt, tegen de tarieven die daarvoor gelden.`,
    outsideNoted: (name: string, colleague: string) =>
      `${colleague} noteerde na overleg dat ${name} ermee akkoord ging dat er ook buiten kantooruren aan dit ticket wordt gewerkt, tegen de tarieven die daarvoor gelden.`,
    outsideNext: "Klopt dit niet, laat het dan weten in het ticket.",
    resolved: (name: string) => `${name} heeft het ticket afgerond en schreef:`,
    outcome: (outcome: string) => `Uitkomst: ${outcome}.`,
    resolvedNext: "Is het toch niet klaar, heropen het ticket dan in het portaal.",
    withdrawn: (name: string) =>
      `${name} trok het ticket in. We werken er niet verder aan; het starttarief blijft staan.`,
    asked: (kind: string, duration: string, amount: string) =>
      `We vragen jullie akkoord voor een ${kind}: ${duration} werk, hooguit ${amount} exclusief btw.`,
    validUntil: (date: string) => `De offerte is geldig tot en met ${date}.`,
    askedNext:
      "Beslissen kan alleen in het portaal, door een van jullie contactpersonen. Tot dan werken we niet verder dan wat al is afgesproken.",
    approved: (name: string, duration: string) => `${name} gaf akkoord voor ${duration} werk. We gaan verder.`,
    declined: (name: string, duration: string) => `${name} wees het verzoek voor ${duration} werk af.`,
    declinedReason: (reason: string) => `Reden: ${reason}`,
    declinedNext: "We overleggen in het ticket over hoe het verder kan.",
    askWithdrawn: "We hebben het verzoek om akkoord ingetrokken. Jullie hoeven er niets meer mee te doen.",
    invoiceSubject: (number: string, month: string) => `Factuur ${number}, ${month}`,
    creditSubject: (number: string, month: string) => `Creditfactuur ${number}, ${month}`,
    invoice: (number: string, organisation: string, month: string) =>
      `Hierbij factuur ${number} voor ${organisation}, over ${month}.`,
    credit: (number: string, organisation: string, month: string) =>
      `Hierbij creditfactuur ${number} voor ${organisation}, over ${month}.`,
    invoiceTotal: (amount: string, due: string) =>
      `Het bedrag is ${amount} inclusief btw, te betalen tot en met ${due}.`,
    creditOf: (number: string, reason: string) => `Dit nemen we terug van factuur ${number}. De reden: ${reason}`,
    creditModes: {
      rebill: "Wat er wel voor staat, komt op een volgende factuur.",
      forgive: "We brengen dit niet opnieuw in rekening.",
    },
    creditTotal: (amount: string) => `We betalen ${amount} inclusief btw terug of verrekenen het.`,
    invoiceWhy: "In het portaal staat bij elke regel waarom hij er staat en hoe het bedrag is berekend.",
    staffReplied: (name: string, organisation: string) => `${name} van ${organisation} schreef:`,
    staffApproved: (name: string, organisation: string, duration: string) =>
      `${name} van ${organisation} gaf akkoord voor ${duration} werk.`,
    staffDeclined: (name: string, organisation: string, duration: string) =>
      `${name} van ${organisation} wees het verzoek voor ${duration} werk af.`,
    staffWithdrawn: (name: string, organisation: string) => `${name} van ${organisation} trok het ticket in.`,
    staffReopened: (name: string, organisation: string) => `${name} van ${organisation} heropende het ticket.`,
    staffAgreed: (name: string, organisation: string) =>
      `${name} van ${organisation} gaat ermee akkoord dat er ook buiten kantooruren aan dit ticket wordt gewerkt.`,
  },
  en: {
    hello: (name) => `Hello ${name},`,
    somebody: "Kwartier",
    openTicket: "Look at the ticket",
    decide: "Look at the request and decide",
    openInvoice: "Look at the invoice, every line explained",
    notByMail: "Answer in the portal; we do not read answers to this mail.",
    notByMailClosed: "The conversation stays to be read; we do not read answers to this mail.",
    created: (name, reference) => `${name} created ticket ${reference}.`,
    createdByYou: (reference) => `We have your question: ${reference}.`,
    createdAim: (aim) => `We aim to pick it up within ${aim}.`,
    createdNext: "You will hear as soon as somebody starts on it.",
    pickedUp: (name) => `${name} has picked up the ticket.`,
    pickedUpNext: "If something is missing, we ask you in the ticket.",
    stepMoved: (step) => `The ticket is now at the step ${step}.`,
    stepNext: {
      administration: "We look at whether we know all we need.",
      research: "We are looking for the cause.",
      resolution: "We are working on the solution.",
    },
    wrote: (name) => `${name} wrote:`,
    youWrote: "You wrote:",
    restInTicket: "This is the beginning. The rest is in the ticket; the link is below.",
    files: (count) =>
      count === 1 ? "With this file, to be opened in the ticket:" : "With these files, to be opened in the ticket:",
    moreFiles: (count) => `and ${count} more`,
    nextIsYou: "We wait for your answer, then go on.",
    nextIsUs: "It is our turn again.",
    nextIsMicrosoft: "We wait for Microsoft and tell you when there is news.",
    nextIsPlanned: "We have planned this and go on with it then.",
    microsoftCase: (number) => `Microsoft handles it as case ${number}.`,
    reopened: (name) => `${name} has reopened the ticket.`,
    merged: (name, into) => `${name} has merged this ticket into ${into}, because they are about the same thing.`,
    mergedNext: "We go on there. What was written and logged here stays.",
    endedWithContract: (on) => `The contract ended on ${on}, and this ticket with it. We work on it no further.`,
    outsideAgreed: (name) =>
      `${name} agreed that this ticket is also worked on outside office hours, at the rates for those hours.`,
    outsideNoted: (name, colleague) =>
      `${colleague} noted after a call that ${name} agreed that this ticket is also worked on outside office hours, at the rates for those hours.`,
    outsideNext: "If this is not right, say so in the ticket.",
    resolved: (name) => `${name} has finished the ticket and wrote:`,
    outcome: (outcome) => `Outcome: ${outcome}.`,
    resolvedNext: "If it is not done after all, reopen the ticket in the portal.",
    withdrawn: (name) => `${name} withdrew the ticket. We work on it no further; the start fee stands.`,
    asked: (kind, duration, amount) =>
      `We ask your authorisation for a ${kind}: ${duration} of work, ${amount} excluding VAT at most.`,
    validUntil: (date) => `The quote is valid up to and including ${date}.`,
    askedNext:
      "It can only be decided in the portal, by one of your contacts. Until then we work no further than what was already agreed.",
    approved: (name, duration) => `${name} authorised ${duration} of work. We go on.`,
    declined: (name, duration) => `${name} declined the request for ${duration} of work.`,
    declinedReason: (reason) => `Reason: ${reason}`,
    declinedNext: "In the ticket we discuss how to go on.",
    askWithdrawn: "We have withdrawn the request for an authorisation. There is nothing for you to do about it.",
    invoiceSubject: (number, month) => `Invoice ${number}, ${month}`,
    creditSubject: (number, month) => `Credit note ${number}, ${month}`,
    invoice: (number, organisation, month) => `This is invoice ${number} for ${organisation}, about ${month}.`,
    credit: (number, organisation, month) => `This is credit note ${number} for ${organisation}, about ${month}.`,
    invoiceTotal: (amount, due) => `The amount is ${amount} including VAT, to be paid by ${due}.`,
    creditOf: (number, reason) => `We take this back from invoice ${number}. The reason: ${reason}`,
    creditModes: {
      rebill: "What is due for it comes on a later invoice.",
      forgive: "We do not charge for it again.",
    },
    creditTotal: (amount) => `We pay back ${amount} including VAT or settle it.`,
    invoiceWhy: "In the portal every line says why it is there and how its amount was computed.",
    staffReplied: (name, organisation) => `${name} of ${organisation} wrote:`,
    staffApproved: (name, organisation, duration) => `${name} of ${organisation} authorised ${duration} of work.`,
    staffDeclined: (name, organisation, duration) =>
      `${name} of ${organisation} declined the request for ${duration} of work.`,
    staffWithdrawn: (name, organisation) => `${name} of ${organisation} withdrew the ticket.`,
    staffReopened: (name, organisation) => `${name} of ${organisation} reopened the ticket.`,
    staffAgreed: (name, organisation) =>
      `${name} of ${organisation} agrees that this ticket is also worked on outside office hours.`,
  },
});
