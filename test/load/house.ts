import { timeZone } from "../../core/calendar/time-zone.ts";
import { chargeRules } from "../../core/charges/rules.ts";
import { defaultTerms } from "../../core/contracts/terms.ts";
import { termsToJson } from "../../core/contracts/terms-json.ts";
import { firstDayOf } from "../../core/values/month.ts";
import { allTemplates } from "../../server/demo/content/templates.ts";
import { addChain, type Happening } from "./chain.ts";
import { jsonText } from "./json-text.ts";
import { day, type House, itemAt, type Loading, textOfTime } from "./loading.ts";
import { familyNames, givenNames, nameOfPerson } from "./names.ts";
import { consultantsOfPlan } from "./plan.ts";

/** The sender of the invoices. */
export const loadedProvider = {
  name: "Kwartier Voorbeeld B.V.",
  addressLines: ["Kwartierstraat 15", "1500 KW Voorbeelddam"],
  chamberOfCommerce: "00000000",
  vatNumber: "NL000000000B01",
  iban: "NL00 DEMO 0000 0000 00",
  mail: "facturen@kwartier.example",
};

/** Adds the provider: its profile, terms, own holidays, staff and articles. */
export function addHouse({ rows, chance, plan }: Omit<Loading, "house">): House {
  const { mail: mailAddress, ...provider } = loadedProvider;
  rows.add("provider_profile", { id: true, ...provider, mailAddress });
  const beginning = firstDayOf(itemAt(plan.months, 0)).subtract({ months: 1 }).toZonedDateTime(timeZone);
  const at = beginning.epochMilliseconds;
  const years = [...new Set(plan.months.map((month) => Number(month.slice(0, 4))))];
  const termsOf = new Map(years.map((year) => [year, defaultTerms(year)] as const));
  const happenings: Happening[] = [];
  for (const [year, terms] of termsOf) {
    const data = termsToJson(terms);
    rows.add("terms", { year, data: jsonText(data), publishedAt: textOfTime(at) });
    const published = { kind: "terms-published", subject: String(year), payload: { year, terms: data } } as const;
    happenings.push({ ...published, id: chance.id(at), at, actor: "system", personId: null });
  }
  const heldOn = years.map((year) => Temporal.PlainDate.from({ year, month: 12, day: 24 }));
  for (const date of heldOn) rows.add("provider_holidays", { heldOn: date.toString(), name: "Kerstavond" });
  const staff = Array.from({ length: consultantsOfPlan + 2 }, (_, place) =>
    addStaff({ rows, chance }, { place, at, isAdministrator: place >= consultantsOfPlan }),
  );
  const consultants = staff.slice(0, consultantsOfPlan);
  const rules = new Map([...termsOf].map(([year, terms]) => [year, chargeRules(terms, heldOn)] as const));
  addChain({ rows, chance }, null, happenings);
  return {
    consultants,
    administrator: itemAt(staff, consultantsOfPlan),
    termsOf,
    rulesOf: (year) => rules.get(year) ?? itemAt([], year),
    articles: addArticles({ rows, chance, plan }, consultants),
  };
}

function addStaff(
  { rows, chance }: Pick<Loading, "rows" | "chance">,
  { place, at, isAdministrator }: { place: number; at: number; isAdministrator: boolean },
): string {
  const id = chance.id<string>(at + place);
  rows.add("people", {
    id,
    name: nameOfPerson(givenNames.length - 1 - place, familyNames.length - 1 - place),
    mailAddress: `staff${place + 1}@kwartier.example`,
    language: "nl",
    staffRole: isAdministrator ? "administrator" : "consultant",
    weeklyCapacityMinutes: isAdministrator ? 0 : 1920,
    createdAt: textOfTime(at),
  });
  return id;
}

function addArticles({ rows, chance, plan }: Omit<Loading, "house">, consultants: readonly string[]): string[] {
  const articles = [...allTemplates.nl, ...allTemplates.en].flatMap(({ article }) => article ?? []);
  return articles.map(({ title, body, isPublic }, place) => {
    const at = plan.now - (place + 1) * 5 * day;
    const id = chance.id<string>(at);
    const state = place % 9 === 8 ? "retired" : place % 5 === 4 ? "draft" : "published";
    const writtenBy = itemAt(consultants, place % consultants.length);
    rows.add("articles", { id, title, body, isPublic, writtenBy, writtenAt: textOfTime(at), state });
    return id;
  });
}
