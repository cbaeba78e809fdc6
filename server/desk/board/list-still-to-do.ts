import { localDateOf } from "../../../core/calendar/time-zone.ts";
import { listPublishedYears } from "../../contracts/read-contracts.ts";
import { atOnce } from "../../db/at-once.ts";
import type { Work } from "../../events/work.ts";
import { hasOrganisations } from "../../organisations/find-organisations.ts";
import { hasSeveralStaff } from "../../people/read-people.ts";
import { findProvider } from "../../provider/read-provider.ts";

/** From this month on the coming year's terms are asked for. */
const firstMonthForNextYear = 11;

/** What is left before customers can be helped and invoiced, in the order in which it is best done. */
export async function listStillToDo(
  { tx, now }: Work,
  mailer: { readonly isSet: boolean },
): Promise<readonly StillToDo[]> {
  const { year, month } = localDateOf(now());
  const { provider, published, isTeam, hasCustomers } = await atOnce({
    provider: findProvider(tx),
    published: listPublishedYears(tx),
    isTeam: hasSeveralStaff(tx),
    hasCustomers: hasOrganisations(tx),
  });
  const years = month < firstMonthForNextYear ? [year] : [year, year + 1];
  const unpublished = years.filter((each) => !published.includes(each));
  return [
    ...(provider === null ? [{ kind: "provider" } as const] : []),
    ...unpublished.map((each) => ({ kind: "terms", year: each }) as const),
    ...(mailer.isSet ? [] : [{ kind: "mail" } as const]),
    ...(isTeam ? [] : [{ kind: "colleagues" } as const]),
    ...(hasCustomers ? [] : [{ kind: "customers" } as const]),
  ];
}

export type StillToDo =
  | { readonly kind: "provider" | "mail" | "colleagues" | "customers" }
  | { readonly kind: "terms"; readonly year: number };
