import type { Staff } from "../../core/access/actor.ts";
import type { Step } from "../../core/tickets/step.ts";
import type { OrganisationId, PersonId, TimeEntryId } from "../../core/values/ids.ts";
import type { Month } from "../../core/values/month.ts";
import { inTransaction } from "../../server/db/transaction.ts";
import type { Work } from "../../server/events/work.ts";
import { issueInvoice } from "../../server/invoices/issue-invoice.ts";
import { proposeForOrganisation } from "../../server/invoices/propose.ts";
import { setProvider } from "../../server/provider/set-provider.ts";
import type { Services } from "../../server/services.ts";
import { logTimeEntry } from "../../server/time/log-time-entry.ts";
import { createTicket, type CreatedTicket } from "../../server/tickets/create-ticket.ts";
import { act, consultant, seated } from "./act.ts";
import { asSystem, makeOrganisation, makeStaff, type TestOrganisation } from "./make-organisation.ts";

/** Runs work as a person of the provider, at a moment. */
export async function asStaff<Value>(
  services: Services,
  actor: Staff,
  at: Temporal.Instant,
  run: (work: Work<Staff>) => Promise<Value>,
  { reacts = true }: { readonly reacts?: boolean } = {},
): Promise<Value> {
  return inTransaction(services.databases, actor, async (tx) => run({ tx, actor, now: () => at, reacts }));
}

/** A ticket that the first contact creates at a moment, with every confirmation. */
export async function createTicketAt(
  services: Services,
  organisation: TestOrganisation,
  ticket: { at: string; title?: string; outsideHoursAgreed?: boolean },
): Promise<CreatedTicket> {
  const { at, title = "Outlook synchroniseert niet", outsideHoursAgreed = false } = ticket;
  const given = {
    title,
    description: "Sinds vanochtend.",
    isAdditionalConfirmed: true,
    outsideHoursAgreed,
    attachmentIds: [],
  };
  const created = await act(
    services,
    seated(organisation),
    async (work) => createTicket(work, given),
    Temporal.Instant.from(at),
  );
  if (!created.ok) throw new Error(created.refusal.code);
  return created.value;
}

export interface LoggedWork {
  readonly reference: string;
  readonly step: Step;
  readonly start: string;
  readonly end: string;
  /** The time of recording it; by default right after the work. */
  readonly at?: string;
  readonly isChargeable?: boolean;
}

/** Records work of a consultant on a ticket. Local times carry their offset. Answers the entry's id. */
export async function logWork(
  services: Services,
  personId: PersonId,
  { reference, step, start, end, at, isChargeable = true }: LoggedWork,
): Promise<TimeEntryId> {
  const entry = {
    reference,
    step,
    start: Temporal.Instant.from(start),
    end: Temporal.Instant.from(end),
    isChargeable,
    reason: isChargeable ? null : "Onze eigen fout.",
    description: "",
  };
  const logged = await act(
    services,
    consultant(personId),
    async (work) => logTimeEntry(work, entry),
    Temporal.Instant.from(at ?? end),
  );
  if (!logged.ok) throw new Error(logged.refusal.code);
  return logged.value.id;
}

/** Sets the sender of invoices, once. */
export async function makeProvider(services: Services): Promise<void> {
  await asSystem(services, services.now(), async (work) =>
    setProvider(work, {
      name: "Voorbeeld ICT",
      addressLines: ["Grachtkade 1", "1234 AB Amsterdam"],
      chamberOfCommerce: "00000000",
      vatNumber: "NL000000000B00",
      iban: "NL00 TEST 0000 0000 00",
      mail: "facturen@voorbeeld.example",
    }),
  );
}

/** An organisation with one ticket of September and 50 minutes of research. */
export async function makeSeptemberWork(
  services: Services,
): Promise<TestOrganisation & { reference: string; entry: TimeEntryId }> {
  const organisation = await makeOrganisation(services);
  const { reference } = await createTicketAt(services, organisation, { at: "2026-09-07T09:00+02:00" });
  const entry = await logWork(services, await makeStaff(services), {
    reference,
    step: "research",
    start: "2026-09-07T10:00+02:00",
    end: "2026-09-07T10:50+02:00",
  });
  return { ...organisation, reference, entry };
}

/** An issued invoice from the database. */
export async function readInvoice(services: Services, number: string) {
  return inTransaction(services.databases, { kind: "system" }, async (tx) => {
    const invoice = await tx.selectFrom("invoices").selectAll().where("number", "=", number).executeTakeFirstOrThrow();
    const lines = await tx
      .selectFrom("invoice_lines")
      .selectAll()
      .where("invoiceId", "=", invoice.id)
      .orderBy("position")
      .execute();
    return { invoice, lines };
  });
}

/** Issues a month's proposal at a moment; answers the number or the refusal's code. */
export async function issueMonthOf(
  services: Services,
  administrator: PersonId,
  { reacts, ...place }: { organisationId: OrganisationId; month: Month; at: string; reacts?: boolean },
): Promise<string> {
  const actor = { kind: "administrator", personId: administrator } as const;
  const issue = async (work: Work<Staff>): Promise<string> => {
    const { fingerprint } = await proposeForOrganisation(work, place);
    const issued = await issueInvoice(work, { ...place, fingerprint });
    return issued.ok ? issued.value.number : issued.refusal.code;
  };
  return asStaff(services, actor, Temporal.Instant.from(place.at), issue, { reacts: reacts ?? true });
}
