import { numberYearOf } from "../../core/invoices/invoice-number.ts";
import { localDateOf } from "../../core/calendar/time-zone.ts";
import { atOnce } from "../db/at-once.ts";
import type { Work } from "../events/work.ts";

/** The invoice numbers of this year. */
export interface InvoiceSeries {
  readonly year: number;
  /** The number of the year's first invoice here. */
  readonly firstNumber: number;
  /** The number of the last issued one; null before the first. */
  readonly lastNumber: number | null;
}

export async function findInvoiceSeries({ tx, now }: Work): Promise<InvoiceSeries> {
  const year = numberYearOf(localDateOf(now()));
  const { series, counter } = await atOnce({
    series: tx.selectFrom("invoice_series").select("firstNumber").where("year", "=", year).executeTakeFirst(),
    counter: tx.selectFrom("invoice_counters").select("lastNumber").where("year", "=", year).executeTakeFirst(),
  });
  return { year, firstNumber: series?.firstNumber ?? 1, lastNumber: counter?.lastNumber ?? null };
}
