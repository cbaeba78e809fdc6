import { timeZone } from "../../core/calendar/time-zone.ts";
import type { ContractRefusal } from "../../core/values/refusal.ts";
import type { ToldOf } from "./told.ts";

export const contractRefusals: ToldOf<ContractRefusal> = {
  "no-contract": {
    status: 409,
    words: {
      nl: ({ on }, { date }) => `Op ${date(on)} loopt er geen contract. Laat eerst een contract tekenen.`,
      en: ({ on }, { date }) => `There is no contract on ${date(on)}. Have a contract signed first.`,
    },
  },
  "renewal-too-early": {
    status: 409,
    words: {
      nl: ({ from }, { date }) =>
        `Verlengen kan vanaf ${date(from)}. Tot die tijd verandert er niets aan dit contract.`,
      en: ({ from }, { date }) =>
        `Renewing is possible from ${date(from)}. Until then nothing changes about this contract.`,
    },
  },
  "no-addendum": {
    status: 409,
    words: {
      nl: ({ on }, { date }) =>
        `Op ${date(on)} is er geen getekend addendum voor werk op locatie. Laat een tekenbevoegde van de klant er eerst een tekenen.`,
      en: ({ on }, { date }) =>
        `There is no signed addendum for work on site on ${date(on)}. Have a signatory of the customer sign one first.`,
    },
  },
  "addendum-open": {
    status: 409,
    words: {
      nl: "Er ligt al een addendum ter tekening bij de klant. Trek dat eerst in.",
      en: "An addendum already waits for the customer's signature. Withdraw that one first.",
    },
  },
  "terms-not-published": {
    status: 409,
    words: {
      nl: ({ year }) => `De voorwaarden van ${year} zijn nog niet gepubliceerd. Tekenen kan zodra dat is gebeurd.`,
      en: ({ year }) => `The terms of ${year} are not published yet. It can be signed as soon as they are.`,
    },
  },
  "terms-already-published": {
    status: 409,
    words: {
      nl: ({ year }) => `De voorwaarden van ${year} zijn al gepubliceerd. Daarna veranderen ze niet meer.`,
      en: ({ year }) => `The terms of ${year} are published already. After that they never change.`,
    },
  },
  "terms-year-begun": {
    status: 409,
    words: {
      nl: ({ year }) =>
        `${year} is al begonnen en er zijn contracten voor getekend. Voorwaarden veranderen alleen bij de jaarwisseling.`,
      en: ({ year }) =>
        `${year} has begun and contracts were signed for it. Terms change only at the turn of the year.`,
    },
  },
  "terms-other-time-zone": {
    status: 422,
    words: {
      nl: (terms) =>
        `De voorwaarden van ${terms.year} gaan uit van de klok van ${terms.timeZone}, maar hier gaan alle dagen en maanden op de klok van ${timeZone}. Zet timeZone op ${timeZone} en schrijf de tijden op die klok.`,
      en: (terms) =>
        `The terms of ${terms.year} go by the clock of ${terms.timeZone}, but here all days and months go by the clock of ${timeZone}. Set timeZone to ${timeZone} and write the times by that clock.`,
    },
  },
  "already-a-holiday": {
    status: 409,
    words: {
      nl: ({ on }, { date }) => `${date(on)} is al een vrije dag. Kies een andere datum.`,
      en: ({ on }, { date }) => `${date(on)} is a day off already. Choose another date.`,
    },
  },
  "month-invoiced": {
    status: 409,
    words: {
      nl: ({ month }, figures) =>
        `Over ${figures.month(month)} is al gefactureerd. De vrije dagen van die maand veranderen niet meer.`,
      en: ({ month }, figures) =>
        `${figures.month(month)} has been invoiced. The days off of that month no longer change.`,
    },
  },
};
