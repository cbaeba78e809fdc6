import type { Staff } from "../../core/access/actor.ts";
import type { Step } from "../../core/tickets/step.ts";
import type { OrganisationId, PersonId } from "../../core/values/ids.ts";
import type { Month } from "../../core/values/month.ts";
import { inTransaction } from "../../server/db/transaction.ts";
import { newId, type Work } from "../../server/events/work.ts";
import { issueInvoice } from "../../server/invoices/issue-invoice.ts";
import { proposeForOrganisation } from "../../server/invoices/propose.ts";
import { saveProvider } from "../../server/invoices/provider.ts";
import type { Services } from "../../server/services.ts";
import { createTicket, type CreatedTicket } from "../../server/tickets/create-ticket.ts";
import { asSystem, type TestOrganisation } from "./make-organisation.ts";

/** Runs work as somebody of the provider, at a moment. */
export async function asStaff<Value>(
  services: Services,
  actor: Staff,
  at: Temporal.Instant,
  run: (work: Work<Staff>) => Promise<Value>,
): Promise<Value> {
  return inTransaction(services.databases, actor, async (tx) => run({ tx, actor, now: () => at, reacts: true }));
}

/** A ticket that the first contact creates at a moment, confirming whatever is asked. */
export async function makeTicket(
  services: Services,
  organisation: TestOrganisation,
  ticket: { at: string; title?: string; outsideHoursAgreed?: boolean },
): Promise<CreatedTicket> {
  const actor = {
    kind: "contact",
    personId: organisation.first,
    organisationId: organisation.id,
    seat: 1,
    isSignatory: true,
  } as const;
  const at = Temporal.Instant.from(ticket.at);
  const created = await inTransaction(services.databases, actor, async (tx) =>
    createTicket(
      { tx, actor, now: () => at, reacts: false },
      {
        title: ticket.title ?? "Outlook synchroniseert niet",
        description: "Sinds vanochtend.",
        isAdditionalConfirmed: true,
        outsideHoursAgreed: ticket.outsideHoursAgreed ?? false,
        attachmentIds: [],
      },
    ),
  );
  if (!created.ok) throw new Error(created.refusal.code);
  return created.value;
}

export interface LoggedWork {
  readonly reference: string;
  readonly step: Step;
  readonly start: string;
  readonly end: string;
  readonly isChargeable?: boolean;
}

/** Work of a consultant on a ticket; local times carry their offset. */
export async function logWork(services: Services, consultant: PersonId, work: LoggedWork): Promise<void> {
  const actor = { kind: "consultant", personId: consultant } as const;
  await asStaff(services, actor, Temporal.Instant.from(work.end), async ({ tx, now }) => {
    const ticket = await tx
      .selectFrom("tickets")
      .select(["organisation_id", "id"])
      .where("reference", "=", work.reference)
      .executeTakeFirstOrThrow();
    const isChargeable = work.isChargeable ?? true;
    await tx
      .insertInto("time_entries")
      .values({
        organisation_id: ticket.organisation_id,
        id: newId(),
        ticket_id: ticket.id,
        consultant_id: consultant,
        step: work.step,
        starts_at: Temporal.Instant.from(work.start),
        ends_at: Temporal.Instant.from(work.end),
        is_chargeable: isChargeable,
        reason: isChargeable ? null : "Onze eigen fout.",
        recorded_at: now(),
      })
      .execute();
  });
}

/** Says who sends invoices, once. */
export async function makeProvider(services: Services): Promise<void> {
  await asSystem(services, services.now(), async (work) =>
    saveProvider(work.tx, {
      name: "Voorbeeld ICT",
      addressLines: ["Grachtkade 1", "1234 AB Amsterdam"],
      chamberOfCommerce: "00000000",
      vatNumber: "NL000000000B00",
      iban: "NL00 TEST 0000 0000 00",
      mail: "facturen@voorbeeld.example",
    }),
  );
}

/** Issues what is proposed for a month, at a moment, and answers the number or the refusal's code. */
export async function issueMonthOf(
  services: Services,
  administrator: PersonId,
  place: { organisationId: OrganisationId; month: Month; at: string },
): Promise<string> {
  const actor = { kind: "administrator", personId: administrator } as const;
  return asStaff(services, actor, Temporal.Instant.from(place.at), async (work) => {
    const { fingerprint } = await proposeForOrganisation(work, place);
    const issued = await issueInvoice(work, { ...place, fingerprint });
    return issued.ok ? issued.value.number : issued.refusal.code;
  });
}
