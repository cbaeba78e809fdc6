export { listOfTicket as listAuthorisations } from "./store.ts";
export type { Authorisation } from "./store.ts";
