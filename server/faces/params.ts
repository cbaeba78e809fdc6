import { isMonth, type Month } from "../../core/values/month.ts";
import { uuid } from "../http/fields.ts";

/** The parts of an address by the names that its route gives them. */
type Params = Readonly<Record<string, string>>;

/** A ticket's reference; a text that no ticket has is not found. */
export function referenceOf(params: Params): string {
  return params["reference"] ?? "";
}

/** An invoice's number; a text that no invoice has is not found. */
export function invoiceNumberOf(params: Params): string {
  return params["number"] ?? "";
}

/** An id; null for what is none, which is not found. */
export function idOf(params: Params, name = "id"): string | null {
  const id = uuid.safeParse(params[name]);
  return id.success ? id.data : null;
}

/** A month; null for what is none, which is not found. */
export function monthOfAddress(params: Params): Month | null {
  const month = params["month"] ?? "";
  return isMonth(month) ? month : null;
}

/** A calendar year; null for what is none, which is not found. */
export function yearOf(params: Params): number | null {
  const text = params["year"] ?? "";
  return /^20\d\d$/.test(text) ? Number(text) : null;
}
