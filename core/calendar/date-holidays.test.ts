import DateHolidays, { type HolidaysTypes } from "date-holidays";
import { describe, expect, it } from "vitest";
import { type HolidayName, publicHolidays } from "./public-holidays.ts";

/**
 * Another opinion on "Charges, exactly" 2: the npm package date-holidays, whose Dutch calendar others keep. Where the
 * two differ, the difference is listed here with its reason. Its instants follow the machine's time zone, so only the
 * dates it writes are read.
 */
const theirs = new DateHolidays("NL", { languages: ["nl"] });

const years = Array.from({ length: 100 }, (_, index) => 2000 + index);

/** What the package calls the days that both count as public holidays. */
const names = new Map<string, HolidayName>([
  ["Nieuwjaar", "new-years-day"],
  ["Pasen", "easter-sunday"],
  ["Tweede paasdag", "easter-monday"],
  ["Koningsdag", "kings-day"],
  ["Hemelvaartsdag", "ascension-day"],
  ["Pinksteren", "whit-sunday"],
  ["Tweede pinksterdag", "whit-monday"],
  ["Kerstmis", "christmas-day"],
  ["Tweede kerstdag", "second-christmas-day"],
]);

/**
 * The package's own kinds of the days that it lists and does not call public; none of them is one of ours, but
 * Liberation Day.
 */
const notPublic = {
  "Goede Vrijdag": "school",
  Bevrijdingsdag: "school",
  "Nationale Dodenherdenking": "observance",
  Moederdag: "observance",
  Vaderdag: "observance",
  Prinsjesdag: "observance",
  "Sint-Maarten": "observance",
  Sinterklaasavond: "observance",
  Koninkrijksdag: "observance",
  Oudejaarsavond: "bank",
};

/**
 * Until 2013 the Netherlands kept Queen's Day, on 30 April or on the 29th when that was a Sunday. The contract's
 * calendar has King's Day in every year, by its one rule: nothing was ever charged in those years, and a rule that
 * never applies would be one more to read.
 */
const queensDays = [
  "2000-04-29",
  "2001-04-30",
  "2002-04-30",
  "2003-04-30",
  "2004-04-30",
  "2005-04-30",
  "2006-04-29",
  "2007-04-30",
  "2008-04-30",
  "2009-04-30",
  "2010-04-30",
  "2011-04-30",
  "2012-04-30",
  "2013-04-30",
];
const kingsDaysBeforeTheKing = [
  "2000-04-27",
  "2001-04-27",
  "2002-04-27",
  "2003-04-26",
  "2004-04-27",
  "2005-04-27",
  "2006-04-27",
  "2007-04-27",
  "2008-04-26",
  "2009-04-27",
  "2010-04-27",
  "2011-04-27",
  "2012-04-27",
  "2013-04-27",
];

const dateOf = (holiday: HolidaysTypes.Holiday) => holiday.date.slice(0, 10);
const theirYear = new Map(years.map((year) => [year, theirs.getHolidays(year, "nl")]));
const theirPublic = [...theirYear.values()].flat().filter(({ type }) => type === "public");
const ourPublic = years.flatMap((year) => publicHolidays(year, "never"));

const named = (holidays: readonly { date: string; name: string | undefined }[]) =>
  holidays.map(({ date, name }) => `${date} ${name}`).toSorted();

describe("public holidays of 2000-2099 beside date-holidays (CE2)", () => {
  it("are the same days by the same names, except Queen's Day and the King's Days before there was a king", () => {
    const ours = ourPublic.map(({ date, name }) => ({ date: date.toString(), name }));
    const agreed = theirPublic
      .filter(({ name }) => name !== "Koninginnedag")
      .map((holiday) => ({ date: dateOf(holiday), name: names.get(holiday.name) }));
    const onlyOurs = kingsDaysBeforeTheKing.map((date) => ({ date, name: "kings-day" }));
    expect(agreed).toHaveLength(100 * 9 - 14);
    expect(named(ours)).toEqual(named([...agreed, ...onlyOurs]));
  });

  it("have no Queen's Day, which the package has in 2000-2013", () => {
    expect(theirPublic.filter(({ name }) => name === "Koninginnedag").map(dateOf)).toEqual(queensDays);
    const ours = new Set(ourPublic.map(({ date }) => date.toString()));
    expect(queensDays.filter((date) => ours.has(date))).toEqual([]);
  });

  it("are not what the package lists as observed, as a bank's or as a school's: Good Friday among them", () => {
    const others = [...theirYear.values()].flat().filter(({ type }) => type !== "public");
    expect(Object.fromEntries(others.map(({ name, type }) => [name, type]))).toEqual(notPublic);
    const goodFridays = others.filter(({ name }) => name === "Goede Vrijdag").map(dateOf);
    const ours = new Set(years.flatMap((year) => publicHolidays(year, "always")).map(({ date }) => date.toString()));
    expect(goodFridays).toHaveLength(100);
    expect(goodFridays.filter((date) => ours.has(date))).toEqual([]);
  });

  it("have Liberation Day by the terms, on the date that the package calls a school's", () => {
    const ours = years
      .flatMap((year) => publicHolidays(year, "always"))
      .filter(({ name }) => name === "liberation-day")
      .map(({ date }) => date.toString());
    const schools = [...theirYear.values()].flat().filter(({ name }) => name === "Bevrijdingsdag");
    expect(ours).toEqual(schools.map(dateOf));
  });

  it("are never moved to another day in place of a weekend: the package has no substitutes here either", () => {
    expect([...theirYear.values()].flat().filter(({ substitute }) => substitute === true)).toEqual([]);
  });
});
