import { sql } from "kysely";
import { localDateOf } from "../../../core/calendar/time-zone.ts";
import { compiledOne } from "../../db/compiled.ts";
import type { Work } from "../../events/work.ts";

const firstMonthForNextYear = 11;

const findMissing = compiledOne((from, year: number, comingYear: number) =>
  from.selectNoFrom([
    sql<boolean>`not exists (select from visible_provider)`.as("provider"),
    sql<boolean>`not exists (select from visible_terms where year = ${year})`.as("terms"),
    sql<boolean>`not exists (select from visible_terms where year = ${comingYear})`.as("comingTerms"),
    sql<boolean>`(select count(*) from (select from people where staff_role is not null and deactivated_at is null limit 2) few) < 2`.as(
      "colleagues",
    ),
    sql<boolean>`not exists (select from organisations)`.as("customers"),
  ]),
);

/** What is left before customers can be helped and invoiced, in the order in which it is best done. */
export async function listStillToDo(
  { tx, now }: Work,
  mailer: { readonly isSet: boolean },
): Promise<readonly StillToDo[]> {
  const { year, month } = localDateOf(now());
  const missing = await findMissing(tx, year, month < firstMonthForNextYear ? year : year + 1);
  if (missing === undefined) return [];
  return [
    ...(missing.provider ? [{ kind: "provider" } as const] : []),
    ...(missing.terms ? [{ kind: "terms", year } as const] : []),
    ...(missing.comingTerms && month >= firstMonthForNextYear ? [{ kind: "terms", year: year + 1 } as const] : []),
    ...(mailer.isSet ? [] : [{ kind: "mail" } as const]),
    ...(missing.colleagues ? [{ kind: "colleagues" } as const] : []),
    ...(missing.customers ? [{ kind: "customers" } as const] : []),
  ];
}

export type StillToDo =
  | { readonly kind: "provider" | "mail" | "colleagues" | "customers" }
  | { readonly kind: "terms"; readonly year: number };
