import type { ChargeRefusal } from "../../core/values/refusal.ts";
import type { ToldOf } from "./told.ts";

export const chargeRefusals: ToldOf<ChargeRefusal> = {
  "beyond-cost": {
    status: 409,
    words: {
      nl: ({ leftCents, askedCents }, { money }) =>
        `In die maand kost dit ticket nog ${money(leftCents)} tegen dat btw-tarief en dit is ${money(askedCents)}. Vul een lager bedrag in.`,
      en: ({ leftCents, askedCents }, { money }) =>
        `In that month this ticket still costs ${money(leftCents)} at that VAT rate and this is ${money(askedCents)}. Enter a lower amount.`,
    },
  },
  "start-fee-waived": {
    status: 409,
    words: {
      nl: "Het starttarief van dit ticket was al kwijtgescholden.",
      en: "The start fee of this ticket was waived before.",
    },
  },
  "no-start-fee": {
    status: 409,
    words: {
      nl: "Dit ticket heeft geen starttarief, dus er valt niets kwijt te schelden.",
      en: "This ticket has no start fee, so there is nothing to waive.",
    },
  },
  "not-in-rate-format": {
    status: 409,
    words: {
      nl: ({ reference }) =>
        `Ticket ${reference} past niet in deze uitvoer, bijvoorbeeld door werk op locatie, werk voor één prijs, een correctie of een later akkoord op werk buiten kantooruren. De factuur zelf klopt.`,
      en: ({ reference }) =>
        `Ticket ${reference} does not fit into this export, for example because of work on site, work at one price, a correction, or outside-hours work that was agreed to only later. The invoice itself is right.`,
    },
  },
  "terms-not-in-rate-format": {
    status: 409,
    words: {
      nl: ({ year }) =>
        `De voorwaarden van ${year} hebben andere uren of geen maximum aan tickets; deze uitvoer kan dat niet zeggen. De factuur zelf klopt.`,
      en: ({ year }) =>
        `The terms of ${year} have other hours or no limit of tickets; this export cannot say that. The invoice itself is right.`,
    },
  },
};
