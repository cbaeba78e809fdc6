import { localDateOf } from "../../core/calendar/time-zone.ts";
import type { AddendumTerms } from "../../core/contracts/addendum.ts";
import type { AddendumId, AuthorisationId, PersonId } from "../../core/values/ids.ts";
import type { Cents } from "../../core/values/money.ts";
import { monthOfDate } from "../../core/values/month.ts";
import { decideAuthorisation } from "../../server/authorisations/decide-authorisation.ts";
import { requestAuthorisation } from "../../server/authorisations/request-authorisation.ts";
import { correctPrice } from "../../server/charges/correct-price.ts";
import { offerAddendum } from "../../server/contracts/offer-addendum.ts";
import { signAddendum } from "../../server/contracts/sign-addendum.ts";
import type { Services } from "../../server/services.ts";
import { logExpense } from "../../server/time/log-expense.ts";
import { logVisit } from "../../server/time/log-visit.ts";
import { act, consultant, seated } from "./act.ts";
import type { TestOrganisation } from "./make-organisation.ts";

/** € 110 an hour on site, at least an hour, 42 cents a kilometre. */
export const exampleAddendum: AddendumTerms = {
  visitHourlyRate: 11_000n,
  minimumVisitMinutes: 60,
  travel: { kind: "per-kilometre", centsPerKilometre: 42n },
};

/** An addendum that the product makes and the first contact signs at a moment. */
export async function signAddendumAt(
  services: Services,
  organisation: TestOrganisation,
  { at, terms = exampleAddendum }: { at: Temporal.Instant; terms?: AddendumTerms },
): Promise<AddendumId> {
  const { id: organisationId, first: signedBy } = organisation;
  const signed = await act(
    services,
    { kind: "system" },
    async (work) => {
      const offered = await offerAddendum(work, { organisationId, terms });
      if (!offered.ok) return offered;
      const period = await signAddendum(work, { organisationId, id: offered.value.id, signedBy });
      return period.ok ? offered : period;
    },
    at,
  );
  if (!signed.ok) throw new Error(signed.refusal.code);
  return signed.value.id;
}

interface Approved {
  readonly reference: string;
  readonly at: Temporal.Instant;
  readonly minutes?: number;
  readonly fixedPriceCents?: Cents | null;
  readonly validUntil?: Temporal.PlainDate | null;
}

/** An authorisation that a consultant requests and the first contact approves at a moment. */
export async function approveAt(
  services: Services,
  { organisation, staff }: { organisation: TestOrganisation; staff: PersonId },
  { reference, at, minutes = 60, fixedPriceCents = null, validUntil = null }: Approved,
): Promise<AuthorisationId> {
  const windows = ["office"];
  const explanation = "De postvakken moeten over.";
  const asked = await act(
    services,
    consultant(staff),
    async (work) =>
      requestAuthorisation(work, { reference, minutes, windows, explanation, validUntil, fixedPriceCents }),
    at,
  );
  if (!asked.ok) throw new Error(asked.refusal.code);
  const { id } = asked.value;
  const decided = await act(
    services,
    seated(organisation),
    async (work) => decideAuthorisation(work, { reference, id, version: 1, decision: "approve", reason: null }),
    at,
  );
  if (!decided.ok) throw new Error(decided.refusal.code);
  return id;
}

/** A ticket's work besides time: a visit, a cost and a correction, by their tables' names. */
export interface MoreWork {
  readonly addenda: string;
  readonly visits: string;
  readonly expenses: string;
  readonly corrections: string;
}

/**
 * Adds one of each to a ticket: a visit of an hour, a cost and a correction of its month. Their texts hold the secret.
 */
export async function makeMoreWork(
  services: Services,
  { organisation, staff }: { organisation: TestOrganisation; staff: PersonId },
  { reference, start, secret }: { reference: string; start: Temporal.Instant; secret: string },
): Promise<MoreWork> {
  const addenda = await signAddendumAt(services, organisation, { at: start });
  const end = start.add({ hours: 1 });
  const on = localDateOf(end);
  const [description, reason] = [`Bezoek ${secret}`, `Coulance ${secret}`];
  const visit = { reference, start, end, kilometres: 12, description };
  const expense = { reference, on, amountCents: 450n, vat: "standard", description } as const;
  const correction = { reference, month: monthOfDate(on), vat: "standard", amountCents: 100n, reason } as const;
  const as = consultant(staff);
  const made = [
    await act(services, as, async (work) => logVisit(work, visit), end),
    await act(services, as, async (work) => logExpense(work, expense), end),
    await act(services, as, async (work) => correctPrice(work, correction), end),
  ];
  const [visits = "", expenses = "", corrections = ""] = made.map((one) => {
    if (!one.ok) throw new Error(one.refusal.code);
    return one.value.id;
  });
  return { addenda, visits, expenses, corrections };
}
