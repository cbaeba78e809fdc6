/**
 * A person of a customer. Without a mail address of its own it has one from the local part and the organisation's
 * domain.
 */
export interface DemoPerson {
  readonly name: string;
  readonly mailAddress: string;
  readonly language?: "nl" | "en";
  /** The mail server refuses mail to this person, so that the page of mail has something to show. */
  readonly hasNoMailbox?: true;
}

/**
 * One customer of the demo. `story` names a special course: the contract starts later, or a month exceeds its fifteen
 * tickets. `weight` is its share of the tickets.
 */
export interface DemoOrganisation {
  readonly key: string;
  readonly name: string;
  readonly addressLines: readonly string[];
  readonly domain: string;
  readonly vatNumber: string | null;
  /** A business in another EU country, with reverse-charged VAT. */
  readonly isElsewhereInEu?: boolean;
  readonly language: "nl" | "en";
  readonly seats: readonly [DemoPerson, ...DemoPerson[]];
  readonly signatory: DemoPerson;
  /** Held the last seat until a signatory gave it to its present holder, before the first ticket. */
  readonly predecessor?: DemoPerson;
  /** What the provider noted when the customer came. */
  readonly details?: { readonly phone: string; readonly purchaseReference: string; readonly notes: string };
  readonly places: readonly string[];
  readonly weight: number;
  /** Signs for the coming year as soon as possible, so that the offered personas can go on in January. */
  readonly signsAtOnce?: boolean;
  readonly story?:
    | "anna"
    | "busy"
    | "silent"
    | "starts-next-month"
    | "started-late"
    | "work-order"
    | "expired-quote"
    | "night-work";
}

const yasmin: DemoPerson = {
  name: "Yasmin Haddad",
  mailAddress: "yasmin@haddad-administratie.example",
  language: "en",
};

/** Twenty invented customers, at domains that cannot exist. */
export const demoOrganisations: readonly DemoOrganisation[] = [
  {
    key: "bakkerij",
    name: "Bakkerij De Vries",
    addressLines: ["Korenpad 12", "1234 AB Voorbeelddam"],
    domain: "bakkerij-devries.example",
    vatNumber: "NL000000012B01",
    language: "nl",
    seats: [
      { name: "Anna de Vries", mailAddress: "anna@bakkerij-devries.example" },
      { name: "Tom Verhoeven", mailAddress: "tom@bakkerij-devries.example" },
    ],
    signatory: { name: "Hendrik de Vries", mailAddress: "hendrik@bakkerij-devries.example" },
    predecessor: { name: "Loes Hoekstra", mailAddress: "loes@bakkerij-devries.example" },
    details: {
      phone: "010 555 01 23",
      purchaseReference: "IT-BAKKERIJ",
      notes: "De bakkerij begint om vier uur 's nachts. Bel na tienen: dan is iemand op kantoor.",
    },
    places: ["de winkel", "het kantoor", "de bakkerij"],
    signsAtOnce: true,
    weight: 4,
    story: "anna",
  },
  {
    key: "notaris",
    name: "Notariskantoor Van der Laan",
    addressLines: ["Zegelstraat 3", "2345 BC Aktestede"],
    domain: "vanderlaan-notarissen.example",
    vatNumber: "NL000000024B01",
    language: "nl",
    seats: [
      { name: "Petra van der Laan", mailAddress: "petra@vanderlaan-notarissen.example" },
      { name: "Ruben Meijer", mailAddress: "ruben@vanderlaan-notarissen.example" },
    ],
    signatory: { name: "Petra van der Laan", mailAddress: "petra@vanderlaan-notarissen.example" },
    places: ["de aktenkamer", "de receptie", "het archief"],
    weight: 7,
    story: "work-order",
  },
  {
    key: "scholen",
    name: "Scholengroep De Bongerd",
    addressLines: ["Lindelaan 88", "3456 CD Lerendam"],
    domain: "debongerd.example",
    vatNumber: null,
    language: "nl",
    seats: [
      { name: "Ingrid Postma", mailAddress: "i.postma@debongerd.example" },
      { name: "Samir Amrani", mailAddress: "s.amrani@debongerd.example", hasNoMailbox: true },
    ],
    signatory: { name: "Willem Brandsma", mailAddress: "w.brandsma@debongerd.example" },
    places: ["de leerlingadministratie", "locatie Oost", "locatie West", "het bestuursbureau"],
    weight: 14,
    story: "busy",
  },
  {
    key: "woning",
    name: "Woningstichting Het Baken",
    addressLines: ["Havenkade 101", "4567 DE Bakenstad"],
    domain: "hetbaken.example",
    vatNumber: "NL000000036B01",
    language: "nl",
    seats: [
      { name: "Carla Jonker", mailAddress: "carla.jonker@hetbaken.example" },
      { name: "Dennis Wouters", mailAddress: "dennis.wouters@hetbaken.example", hasNoMailbox: true },
    ],
    signatory: { name: "Ria Hoekstra", mailAddress: "ria.hoekstra@hetbaken.example" },
    places: ["de klantenservice", "vastgoed", "de afdeling Leefbaarheid"],
    weight: 11,
    story: "expired-quote",
  },
  {
    key: "architecten",
    name: "Lijn en Licht Architecten",
    addressLines: ["Tekenplein 7", "5678 EF Bouwveld"],
    domain: "lijnenlicht.example",
    vatNumber: "NL000000048B01",
    language: "nl",
    seats: [
      { name: "Esra Yilmaz", mailAddress: "esra@lijnenlicht.example" },
      { name: "Pieter Kuiper", mailAddress: "pieter@lijnenlicht.example" },
    ],
    signatory: { name: "Esra Yilmaz", mailAddress: "esra@lijnenlicht.example" },
    places: ["de ontwerpstudio", "de maquettewerkplaats"],
    weight: 7,
    story: "night-work",
  },
  {
    key: "zonnehof",
    name: "Praktijk Zonnehof",
    addressLines: ["Zonnehof 1", "6789 FG Heelwijk"],
    domain: "praktijkzonnehof.example",
    vatNumber: null,
    language: "nl",
    seats: [yasmin, { name: "Jeroen Blom", mailAddress: "jeroen@praktijkzonnehof.example" }],
    signatory: yasmin,
    places: ["de balie", "de spreekkamers"],
    signsAtOnce: true,
    weight: 4,
  },
  {
    key: "buurthuis",
    name: "Stichting Buurthuis Noord",
    addressLines: ["Noorderplein 20", "7890 GH Samenstad"],
    domain: "buurthuisnoord.example",
    vatNumber: null,
    language: "nl",
    seats: [{ name: "Fatima el Idrissi", mailAddress: "fatima@buurthuisnoord.example" }, yasmin],
    signatory: { name: "Kees Molenaar", mailAddress: "kees@buurthuisnoord.example" },
    places: ["de grote zaal", "het vrijwilligersbureau"],
    signsAtOnce: true,
    weight: 2,
  },
  {
    key: "vertalers",
    name: "Harbourlight Translations",
    addressLines: ["Taalkade 4", "8901 HJ Woordhaven"],
    domain: "harbourlight.example",
    vatNumber: "NL000000061B01",
    language: "en",
    seats: [
      { name: "Emily Carter", mailAddress: "emily@harbourlight.example", language: "en" },
      { name: "Luca Romano", mailAddress: "luca@harbourlight.example", language: "en" },
    ],
    signatory: { name: "Emily Carter", mailAddress: "emily@harbourlight.example", language: "en" },
    places: ["the Porto team", "the office"],
    weight: 6,
  },
  {
    key: "biolab",
    name: "Meadow Biosciences",
    addressLines: ["Serrelaan 60", "9999 Voorbeeldgem", "Belgium"],
    domain: "meadowbio.example",
    vatNumber: "BE0000000073",
    isElsewhereInEu: true,
    language: "en",
    seats: [
      { name: "Priya Raman", mailAddress: "priya@meadowbio.example", language: "en" },
      { name: "Jonas Lindqvist", mailAddress: "jonas@meadowbio.example", language: "en" },
    ],
    signatory: { name: "Helen Brooks", mailAddress: "helen@meadowbio.example", language: "en" },
    places: ["the lab", "regulatory affairs", "the design group"],
    weight: 7,
  },
  {
    key: "studio",
    name: "Kestrel Games Studio",
    addressLines: ["Pixelstraat 256", "1122 KL Speelveen"],
    domain: "kestrelgames.example",
    vatNumber: "NL000000085B01",
    language: "en",
    seats: [{ name: "Noah van Dijk", mailAddress: "noah@kestrelgames.example", language: "en" }],
    signatory: { name: "Noah van Dijk", mailAddress: "noah@kestrelgames.example", language: "en" },
    places: ["the art team", "production"],
    weight: 4,
    story: "started-late",
  },
  {
    key: "transport",
    name: "Transportbedrijf Gebroeders Mulder",
    addressLines: ["Rijksweg 5", "2233 LM Laadveld"],
    domain: "mulder-transport.example",
    vatNumber: "NL000000097B01",
    language: "nl",
    seats: [
      { name: "Linda Mulder", mailAddress: "linda@mulder-transport.example" },
      { name: "Erik Mulder", mailAddress: "erik@mulder-transport.example" },
    ],
    signatory: { name: "Erik Mulder", mailAddress: "erik@mulder-transport.example" },
    places: ["de planning", "de werkplaats"],
    weight: 6,
  },
  {
    key: "advocaten",
    name: "Roest en Van Veen Advocaten",
    addressLines: ["Pleitgracht 14", "3344 MN Rechtwijk"],
    domain: "roestvanveen.example",
    vatNumber: "NL000000109B01",
    language: "nl",
    seats: [
      { name: "Marjolein Roest", mailAddress: "roest@roestvanveen.example" },
      { name: "Bas Timmer", mailAddress: "timmer@roestvanveen.example" },
    ],
    signatory: { name: "Marjolein Roest", mailAddress: "roest@roestvanveen.example" },
    places: ["het secretariaat", "de bibliotheek"],
    weight: 8,
  },
  {
    key: "museum",
    name: "Museum De Oude Sluis",
    addressLines: ["Sluiskade 1", "4455 NP Waterstede"],
    domain: "oudesluis.example",
    vatNumber: null,
    language: "nl",
    seats: [
      { name: "Saskia Terpstra", mailAddress: "saskia@oudesluis.example" },
      { name: "Joost Hermans", mailAddress: "joost@oudesluis.example" },
    ],
    signatory: { name: "Saskia Terpstra", mailAddress: "saskia@oudesluis.example" },
    places: ["de museumwinkel", "het depot", "educatie"],
    weight: 5,
  },
  {
    key: "huisartsen",
    name: "Huisartsen aan de Vecht",
    addressLines: ["Vechtzicht 9", "5566 PR Heelwijk"],
    domain: "huisartsenvecht.example",
    vatNumber: null,
    language: "nl",
    seats: [{ name: "Nienke Schouten", mailAddress: "nienke@huisartsenvecht.example" }],
    signatory: { name: "Nienke Schouten", mailAddress: "nienke@huisartsenvecht.example" },
    places: ["de balie", "de apotheek"],
    weight: 5,
  },
];
