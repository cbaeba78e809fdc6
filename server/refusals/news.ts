import type { Names } from "../../core/values/language.ts";

/** The title above changes by others. */
export const news: Names = { nl: "Er is nieuws", en: "There is news" };
