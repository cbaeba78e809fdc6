import { type ComponentChildren, createContext } from "preact";

/** The running timer's strip for the bar of the desk. The desk's routes load it once for all pages. */
export const TimerContext = createContext<ComponentChildren>(undefined);
