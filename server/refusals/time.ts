import type { TimeRefusal } from "../../core/values/refusal.ts";
import type { ToldOf } from "./told.ts";

export const timeRefusals: ToldOf<TimeRefusal> = {
  "entry-ends-before-start": {
    status: 422,
    words: {
      nl: "Het einde ligt voor of op het begin. Controleer de tijden; ging het werk door na middernacht, vul dan een duur in.",
      en: "The end lies before or at the start. Check the times; if the work went on after midnight, enter a duration.",
    },
  },
  "entry-too-long": {
    status: 422,
    words: {
      nl: ({ limitHours }) => `Een urenregel duurt hooguit ${limitHours} uur. Splits hem op.`,
      en: ({ limitHours }) => `A time entry lasts ${limitHours} hours at most. Split it.`,
    },
  },
  "entry-outside-calendar": {
    status: 422,
    words: {
      nl: "Werk ligt in de jaren 2000 tot en met 2099. Het kan eindigen op 1 januari 2100 om 0:00, en niet later.",
      en: "Work lies in the years 2000-2099. It can end on 1 January 2100 at 0:00, and no later.",
    },
  },
  "entry-in-future": {
    status: 422,
    words: {
      nl: "Dit ligt in de toekomst. Leg vast wat al is geweest.",
      en: "This lies in the future. Log what has already been.",
    },
  },
  "entry-before-ticket": {
    status: 422,
    words: {
      nl: "Het ticket bestond toen nog niet. Kies een tijd bij of na het aanmaken van het ticket.",
      en: "The ticket did not exist then. Choose a time at or after its creation.",
    },
  },
  "entry-after-closing": {
    status: 409,
    words: {
      nl: "Het ticket was toen al gesloten. Alleen werk van voor het sluiten kan nog worden vastgelegd.",
      en: "The ticket was closed by then. Only work from before its closing can still be logged.",
    },
  },
  "entry-overlaps": {
    status: 409,
    words: {
      nl: (entry, { moment, end }) =>
        `Je werkte toen al aan ${entry.reference}, van ${moment(entry.start)} tot ${end(entry)}. Pas de tijden aan.`,
      en: (entry, { moment, end }) =>
        `You were working on ${entry.reference} then, from ${moment(entry.start)} to ${end(entry)}. Change the times.`,
    },
  },
  "entry-without-contract": {
    status: 409,
    words: {
      nl: ({ on }, { date }) =>
        `Op ${date(on)} liep er geen contract, dus dit werk kan niet in rekening worden gebracht. Leg het vast als niet in rekening gebracht.`,
      en: ({ on }, { date }) =>
        `There was no contract on ${date(on)}, so this work cannot be charged. Log it as not charged.`,
    },
  },
  "final-invoice-issued": {
    status: 409,
    words: {
      nl: "De laatste factuur van dit contract is al opgemaakt. Leg dit werk vast als niet in rekening gebracht.",
      en: "The final invoice of this contract has been issued. Log this work as not charged.",
    },
  },
  "beyond-ceiling": {
    status: 409,
    words: {
      nl: ({ minutesLeft, minutesAsked }, { duration }) =>
        `Er zijn nog ${duration(minutesLeft)} over van het urenplafond en dit is ${duration(minutesAsked)}. Vraag eerst akkoord, of leg de rest vast als niet in rekening gebracht.`,
      en: ({ minutesLeft, minutesAsked }, { duration }) =>
        `There are ${duration(minutesLeft)} left of the ceiling and this is ${duration(minutesAsked)}. Ask for an authorisation first, or log the rest as not charged.`,
    },
  },
  "no-such-local-time": {
    status: 422,
    words: {
      nl: ({ local }, { localTime, clockPut }) => {
        const put = clockPut(local);
        return `De tijd ${localTime(local)} bestaat niet: de klok ging toen een uur vooruit${put === null ? "" : `, van ${put.from} naar ${put.to}`}. Kies een andere tijd.`;
      },
      en: ({ local }, { localTime, clockPut }) => {
        const put = clockPut(local);
        return `The time ${localTime(local)} does not exist: the clock went one hour forward then${put === null ? "" : `, from ${put.from} to ${put.to}`}. Choose another time.`;
      },
    },
  },
  "local-time-twice": {
    status: 422,
    words: {
      nl: ({ local }, { localTime, clockPut }) => {
        const put = clockPut(local);
        return `De tijd ${localTime(local)} kwam die nacht twee keer voor: de klok ging een uur terug${put === null ? "" : `, van ${put.from} naar ${put.to}`}. Kies een tijd buiten dat uur; bij werk kan dat met de duur erbij.`;
      },
      en: ({ local }, { localTime, clockPut }) => {
        const put = clockPut(local);
        return `The time ${localTime(local)} came twice that night: the clock went one hour back${put === null ? "" : `, from ${put.from} to ${put.to}`}. Choose a time outside that hour; for work it can be given with the duration.`;
      },
    },
  },
  "timer-running": {
    status: 409,
    words: {
      nl: ({ reference }) => `Je timer loopt al op ${reference}. Stop die eerst.`,
      en: ({ reference }) => `Your timer is already running on ${reference}. Stop it first.`,
    },
  },
  "timer-not-running": {
    status: 409,
    words: {
      nl: "Er loopt geen timer. Die is intussen gestopt.",
      en: "No timer is running. It was stopped in the meantime.",
    },
  },
  "timer-forgotten": {
    status: 409,
    words: {
      nl: ({ minutes, limitHours }, { duration }) =>
        `De timer liep ${duration(minutes)}, meer dan ${limitHours} uur achter elkaar. Controleer tot wanneer je werkte en leg die tijden vast.`,
      en: ({ minutes, limitHours }, { duration }) =>
        `The timer ran for ${duration(minutes)}, more than ${limitHours} hours on end. Check until when you worked and log those times.`,
    },
  },
  "timer-too-short": {
    status: 409,
    words: {
      nl: "De timer liep korter dan een minuut; er is niets vastgelegd. Wat je schreef staat er nog.",
      en: "The timer ran for less than a minute; nothing was logged. What you wrote is still here.",
    },
  },
};
