import { createContext } from "preact";

/** Whom the page is made for, set once by the layout: every form of it carries this along (R43). */
export const MadeForContext = createContext<string>("");
