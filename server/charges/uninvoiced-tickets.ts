export { listUninvoicedTickets, lockUninvoicedTickets, type TicketToCharge } from "./store.ts";
