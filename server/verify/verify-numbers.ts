import { sql } from "kysely";
import { invoiceNumber } from "../../core/invoices/invoice-number.ts";
import type { Transaction } from "../db/connect.ts";

/** More gaps than this are counted without naming each. */
const mostNamed = 20;

/**
 * Whether the invoices of all organisations together have each year's numbers from its first without gaps, up to the
 * counter (R13).
 */
export async function verifyNumbers(tx: Transaction, report: (problem: string) => void): Promise<void> {
  const { rows } = await sql<{
    year: number;
    last: number;
    counted: number | null;
    issued: number;
    first: number;
    lowest: number;
  }>`
    with places as (
      select split_part(number, '-', 1)::integer as year, split_part(number, '-', 2)::integer as place from invoices
      where number ~ '^\\d{4}-\\d{1,9}$'),
    years as (select year, min(place) as lowest, max(place) as last, count(*)::integer as issued from places group by year)
    select coalesce(y.year, c.year) as year, coalesce(y.last, 0) as last, coalesce(y.issued, 0) as issued, c.last_number as counted,
      coalesce(s.first_number, 1) as first,
      coalesce(y.lowest, s.first_number, 1) as lowest
    from years y full join invoice_counters c on c.year = y.year
    left join invoice_series s on s.year = coalesce(y.year, c.year) order by 1`.execute(tx);
  const odd = await sql<{
    number: string;
  }>`select number from invoices where number !~ '^\\d{4}-\\d{1,9}$' order by 1`.execute(tx);
  for (const { number } of odd.rows) report(`${number}: that is no number of an invoice`);
  for (const { year, first, lowest, last, counted, issued } of rows) {
    if (counted !== last)
      report(`numbers of ${year}: the counter is at ${counted ?? "nothing"}, the last invoice is number ${last}`);
    if (issued !== Math.max(0, last - first + 1) || lowest < first) await reportGaps(tx, { year, first, last }, report);
  }
}

async function reportGaps(
  tx: Transaction,
  { year, first, last }: { readonly year: number; readonly first: number; readonly last: number },
  report: (problem: string) => void,
): Promise<void> {
  const below = await sql<{ number: string }>`
    select number from invoices where number ~ '^\\d{4}-\\d{1,9}$' and split_part(number, '-', 1)::integer = ${year}
      and split_part(number, '-', 2)::integer < ${first} order by 1 limit ${mostNamed}`.execute(tx);
  for (const { number } of below.rows)
    report(`numbers of ${year}: ${number} lies before the first, ${invoiceNumber(year, first)}`);
  const { rows } = await sql<{ place: number }>`
    select place from generate_series(${first}::integer, ${last}::integer) place
    where not exists (select from invoices where number = ${String(year)} || '-' || lpad(place::text, greatest(4, length(place::text)), '0'))
    order by place limit ${mostNamed + 1}`.execute(tx);
  for (const { place } of rows.slice(0, mostNamed))
    report(`numbers of ${year}: there is no ${invoiceNumber(year, place)}`);
  if (rows.length > mostNamed) report(`numbers of ${year}: and more are missing`);
}
