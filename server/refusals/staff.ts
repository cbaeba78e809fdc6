import type { StaffRefusal } from "../../core/values/refusal.ts";
import type { ToldOf } from "./told.ts";

export const staffRefusals: ToldOf<StaffRefusal> = {
  "own-access": {
    status: 409,
    words: {
      nl: "Je eigen toegang kun je niet afnemen. Vraag dat aan een andere beheerder.",
      en: "You cannot take away your own access. Ask another administrator to do so.",
    },
  },
  "last-administrator": {
    status: 409,
    words: {
      nl: "Dit is de laatste beheerder. Maak eerst iemand anders beheerder.",
      en: "This is the last administrator. Make somebody else an administrator first.",
    },
  },
  "is-suspended": {
    status: 409,
    words: {
      nl: "Deze collega is geschorst. Haal die eerst terug.",
      en: "This colleague is suspended. Bring them back first.",
    },
  },
};
