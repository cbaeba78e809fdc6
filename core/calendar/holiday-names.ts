import type { Names } from "../values/language.ts";
import type { HolidayName } from "./public-holidays.ts";

/** The names of public holidays, as written within a sentence. (CE2) */
export const holidayNames: Readonly<Record<HolidayName, Names>> = {
  "new-years-day": { nl: "Nieuwjaarsdag", en: "New Year's Day" },
  "easter-sunday": { nl: "eerste paasdag", en: "Easter Sunday" },
  "easter-monday": { nl: "tweede paasdag", en: "Easter Monday" },
  "kings-day": { nl: "Koningsdag", en: "King's Day" },
  "liberation-day": { nl: "Bevrijdingsdag", en: "Liberation Day" },
  "ascension-day": { nl: "Hemelvaartsdag", en: "Ascension Day" },
  "whit-sunday": { nl: "eerste pinksterdag", en: "Whit Sunday" },
  "whit-monday": { nl: "tweede pinksterdag", en: "Whit Monday" },
  "christmas-day": { nl: "eerste kerstdag", en: "Christmas Day" },
  "second-christmas-day": { nl: "tweede kerstdag", en: "Second Christmas Day" },
};
