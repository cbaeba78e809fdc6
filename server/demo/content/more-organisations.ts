import { demoOrganisations, type DemoOrganisation } from "./organisations.ts";

const others: readonly DemoOrganisation[] = [
  {
    key: "makelaar",
    name: "Makelaardij Thuiskomst",
    addressLines: ["Sleutelstraat 33", "6677 RS Woonburg"],
    domain: "thuiskomst.example",
    vatNumber: "NL000000110B01",
    language: "nl",
    seats: [
      { name: "Daan Vermeer", mailAddress: "daan@thuiskomst.example" },
      { name: "Lotte Prins", mailAddress: "lotte@thuiskomst.example" },
    ],
    signatory: { name: "Daan Vermeer", mailAddress: "daan@thuiskomst.example" },
    places: ["de binnendienst", "het filiaal"],
    weight: 6,
  },
  {
    key: "kwekerij",
    name: "Kwekerij Groenrand",
    addressLines: ["Kassenlaan 71", "7788 ST Bloemveen"],
    domain: "groenrand.example",
    vatNumber: "NL000000122B01",
    language: "nl",
    seats: [
      { name: "Gerda van Beek", mailAddress: "gerda@groenrand.example" },
      { name: "Mark van Beek", mailAddress: "mark@groenrand.example" },
    ],
    signatory: { name: "Mark van Beek", mailAddress: "mark@groenrand.example" },
    places: ["de kas", "de verkoop"],
    weight: 4,
    story: "started-late",
  },
  {
    key: "accountants",
    name: "Accountantskantoor Balans",
    addressLines: ["Cijferweg 365", "8899 TV Rekenstad"],
    domain: "kantoorbalans.example",
    vatNumber: "NL000000134B01",
    language: "nl",
    seats: [
      { name: "Wendy Kok", mailAddress: "wendy@kantoorbalans.example" },
      { name: "Arjan de Groot", mailAddress: "arjan@kantoorbalans.example" },
    ],
    signatory: { name: "Wendy Kok", mailAddress: "wendy@kantoorbalans.example" },
    places: ["de loonadministratie", "fiscaal", "het secretariaat"],
    weight: 9,
  },
  {
    key: "fietsen",
    name: "Rijwielhandel Spaak",
    addressLines: ["Zadelsteeg 2", "9911 VW Trapveld"],
    domain: "spaak.example",
    vatNumber: "NL000000146B01",
    language: "nl",
    seats: [{ name: "Henk Spaak", mailAddress: "henk@spaak.example" }],
    signatory: { name: "Henk Spaak", mailAddress: "henk@spaak.example" },
    places: ["de werkplaats"],
    weight: 1,
  },
  {
    key: "koor",
    name: "Vereniging Kamerkoor Morgenrood",
    addressLines: ["Zangpad 8", "1010 WX Klankdorp"],
    domain: "morgenrood.example",
    vatNumber: null,
    language: "nl",
    seats: [{ name: "Truus Bosman", mailAddress: "truus@morgenrood.example" }],
    signatory: { name: "Truus Bosman", mailAddress: "truus@morgenrood.example" },
    places: ["het bestuur"],
    weight: 0,
    story: "silent",
  },
  {
    key: "energie",
    name: "Energiecoöperatie De Wiek",
    addressLines: ["Molenweg 15", "2020 XY Windhoek"],
    domain: "dewiek.example",
    vatNumber: "NL000000158B01",
    language: "nl",
    seats: [
      { name: "Bart Dekker", mailAddress: "bart@dewiek.example" },
      { name: "Sofie Maes", mailAddress: "sofie@dewiek.example" },
    ],
    signatory: { name: "Bart Dekker", mailAddress: "bart@dewiek.example" },
    places: ["het ledenbureau"],
    weight: 0,
    story: "starts-next-month",
  },
];

export const allOrganisations: readonly DemoOrganisation[] = [...demoOrganisations, ...others];

/** The addresses that the demo's mail server refuses as unknown. */
export const addressesWithoutMailbox: ReadonlySet<string> = new Set(
  allOrganisations
    .flatMap(({ seats }) => seats)
    .filter(({ hasNoMailbox }) => hasNoMailbox === true)
    .map(({ mailAddress }) => mailAddress),
);
