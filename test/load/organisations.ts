import { timeZone } from "../../core/calendar/time-zone.ts";
import type { AddendumTerms } from "../../core/contracts/addendum.ts";
import { firstDayOf } from "../../core/values/month.ts";
import { addendumTermsToJson } from "../../server/contracts/addendum-schema.ts";
import { jsonText } from "./json-text.ts";
import { type Customer, day, hour, itemAt, type Loading, textOfTime } from "./loading.ts";
import { nameOfOrganisation, nameOfPerson } from "./names.ts";

/** € 110 an hour on site, at least an hour, 42 cents a kilometre. */
export const loadedAddendum: AddendumTerms = {
  visitHourlyRate: 11_000n,
  minimumVisitMinutes: 60,
  travel: { kind: "per-kilometre", centsPerKilometre: 42n },
};

/** Adds an organisation with two seats, a signatory, and a signed contract of every year with tickets. */
export function addOrganisation(loading: Loading, place: number): Customer {
  const { rows, chance, plan } = loading;
  const first = firstDayOf(itemAt(plan.months, 0));
  const createdAt = first.toZonedDateTime(timeZone).epochMilliseconds - 10 * day + place * 1000;
  const id = chance.id<string>(createdAt);
  const contacts: [string, string] = [chance.id(createdAt + 1), chance.id(createdAt + 2)];
  const names: [string, string] = [nameOfPerson(place, place * 3), nameOfPerson(place + 17, place * 5 + 11)];
  const domain = `klant${place + 1}.example`;
  const customer: Customer = {
    id,
    place,
    name: nameOfOrganisation(place),
    addressLines: [`Dorpsstraat ${(place % 200) + 1}`, `${1000 + (place % 9000)} AB Voorbeeld`],
    vatNumber: `NL${String(100_000_000 + place)}B01`,
    language: place % 9 === 8 ? "en" : "nl",
    domain,
    contacts,
    names,
    createdAt,
    addendumId: place % 5 === 0 ? chance.id(createdAt + 4) : null,
    happenings: [],
  };
  const created = textOfTime(createdAt);
  rows.add("organisations", {
    organisationId: id,
    name: customer.name,
    addressLines: customer.addressLines,
    invoiceMailAddress: `facturen@${domain}`,
    vatNumber: customer.vatNumber,
    language: customer.language,
    createdAt: created,
  });
  const recorded = { at: createdAt, actor: "system", personId: null, subject: id } as const;
  const payload = { name: customer.name };
  customer.happenings.push({ ...recorded, id: chance.id(createdAt), kind: "organisation-added", payload });
  for (const [index, person] of contacts.entries()) {
    rows.add("people", {
      id: person,
      name: itemAt(names, index),
      mailAddress: `contact${index + 1}@${domain}`,
      language: customer.language,
      staffRole: null,
      weeklyCapacityMinutes: 0,
      createdAt: created,
    });
    rows.add("seats", { organisationId: id, seatNumber: index + 1, personId: person, assignedAt: created });
    const seat = { seat: index + 1, before: null, after: person };
    customer.happenings.push({ ...recorded, id: chance.id(createdAt), kind: "seat-assigned", payload: seat });
  }
  rows.add("signatories", { organisationId: id, personId: contacts[0], appointedAt: created });
  const appointed = { after: contacts[0] };
  customer.happenings.push({ ...recorded, id: chance.id(createdAt), kind: "signatory-appointed", payload: appointed });
  addContracts(loading, customer);
  return customer;
}

/** The first contract begins with the first month, each other one with its year. */
function addContracts({ rows, chance, plan, house }: Loading, customer: Customer): void {
  const { id: organisationId, contacts, addendumId, happenings } = customer;
  const first = firstDayOf(itemAt(plan.months, 0));
  let contractId = "";
  for (const termsYear of house.termsOf.keys()) {
    const january = Temporal.PlainDate.from({ year: termsYear, month: 1, day: 1 });
    const starts = termsYear === first.year ? first : january;
    const signedOn = starts.subtract({ days: 5 });
    const at = signedOn.toZonedDateTime({ timeZone, plainTime: { hour: 14 } }).epochMilliseconds + customer.place;
    contractId = chance.id<string>(at);
    const period = { startsOn: starts.toString(), endsOn: `${termsYear}-12-31` };
    rows.add("contracts", {
      organisationId,
      id: contractId,
      termsYear,
      offeredAt: textOfTime(at - hour),
      signedOn: signedOn.toString(),
      signedBy: contacts[0],
      ...period,
    });
    happenings.push({
      id: chance.id(at),
      at,
      actor: "contact",
      personId: contacts[0],
      kind: "contract-signed",
      subject: contractId,
      payload: { ...period, termsYear },
    });
    if (addendumId === null || termsYear !== lastYear(house.termsOf.keys())) continue;
    rows.add("addenda", {
      organisationId,
      id: addendumId,
      contractId,
      terms: jsonText(addendumTermsToJson(loadedAddendum)),
      offeredBy: house.administrator,
      offeredAt: textOfTime(at - hour),
      signedBy: contacts[0],
      signedOn: signedOn.toString(),
      ...period,
    });
    const subject = addendumId;
    const signed = { at, actor: "contact", personId: contacts[0], subject, payload: period } as const;
    happenings.push({ ...signed, id: chance.id(at), kind: "contract-addendum-signed" });
  }
}

function lastYear(years: Iterable<number>): number {
  return Math.max(...years);
}
