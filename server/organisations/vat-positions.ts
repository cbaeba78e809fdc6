export { lastInvoicedMonth, listVatPositions, listVatRegistrations, vatVersion } from "./store-vat-positions.ts";
