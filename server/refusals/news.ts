import type { Names } from "../../core/values/language.ts";

/** Above what others did meanwhile. */
export const news: Names = { nl: "Er is nieuws", en: "There is news" };
