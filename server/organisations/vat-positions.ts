export { lastInvoicedMonth, listVatPositions } from "./store-vat-positions.ts";
