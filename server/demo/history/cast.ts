import type { NewPerson } from "../../people/add-person.ts";
import type { DemoOrganisation } from "../content/organisations.ts";
import type { Random } from "./random.ts";

/** The provider's people. `share` is each one's part of the tickets. */
export const staff = [
  {
    name: "Sanne Bakker",
    mailAddress: "sanne@kwartier.example",
    language: "nl",
    staffRole: "consultant",
    weeklyCapacityMinutes: 1920,
    share: 35,
  },
  {
    name: "Joris van Leeuwen",
    mailAddress: "joris@kwartier.example",
    language: "nl",
    staffRole: "consultant",
    weeklyCapacityMinutes: 2160,
    share: 32,
  },
  {
    name: "Femke Visser",
    mailAddress: "femke@kwartier.example",
    language: "en",
    staffRole: "consultant",
    weeklyCapacityMinutes: 1440,
    share: 25,
  },
  {
    name: "Marieke Smit",
    mailAddress: "marieke@kwartier.example",
    language: "nl",
    staffRole: "administrator",
    weeklyCapacityMinutes: 720,
    share: 8,
  },
] as const satisfies readonly (NewPerson & { share: number })[];

export const administrator = "marieke@kwartier.example";

const names = {
  nl: [
    "Mila",
    "Jasper",
    "Noor",
    "Thijs",
    "Fleur",
    "Sem",
    "Roos",
    "Karim",
    "Anouk",
    "Wouter",
    "Lisa",
    "Gijs",
    "Marloes",
    "Stefan",
    "Hanneke",
    "Rachid",
    "Iris",
    "Maarten",
    "Yvonne",
    "Floris",
  ],
  en: ["Alice", "Marco", "Ben", "Ines", "Oscar", "Hannah", "Tomas", "Grace", "Viktor", "Nadia"],
} as const;

/** Fills the slots of a ticket's texts, the same in all of them. */
export function createTeller(organisation: DemoOrganisation, random: Random): (text: string) => string {
  const [who, other] = random.shuffle(names[organisation.language]);
  const slots: Readonly<Record<string, string>> = {
    who: who ?? "",
    other: other ?? "",
    place: random.pick(organisation.places),
    domain: organisation.domain,
    count: String(random.between(3, 8)),
  };
  return (text) => text.replaceAll(/\{(\w+)\}/g, (_, slot: string) => slots[slot] ?? "");
}
