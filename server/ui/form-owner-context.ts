import { createContext } from "preact";

/** The owner of the page, set by the layout. Every form of the page carries it (R43). */
export const FormOwnerContext = createContext<string>("");
