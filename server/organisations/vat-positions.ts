export { lastInvoicedMonth, listVatPositions, listVatRegistrations } from "./store-vat-positions.ts";
