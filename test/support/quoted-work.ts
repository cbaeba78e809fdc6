import type { AuthorisationId, PersonId } from "../../core/values/ids.ts";
import type { Cents } from "../../core/values/money.ts";
import { monthOf } from "../../core/values/month.ts";
import { monthToDate } from "../../server/charges/organisation-charges.ts";
import { inTransaction } from "../../server/db/transaction.ts";
import type { Services } from "../../server/services.ts";
import { findTicket, type TicketRow } from "../../server/tickets/read-ticket.ts";
import { entriesOfTicket, type ListedEntry } from "../../server/time/read-entries.ts";
import { logTimeEntry, type NewTimeEntry } from "../../server/time/log-time-entry.ts";
import { act, consultant, seated } from "./act.ts";
import { approveAt } from "./make-on-site.ts";
import { makeOrganisation, makeStaff, type TestOrganisation } from "./make-organisation.ts";
import { createTicketAt } from "./make-work.ts";

/** A ticket of 1 June of the current year, with a consultant. */
export interface Quoted {
  readonly organisation: TestOrganisation;
  readonly reference: string;
  readonly staff: PersonId;
}

/** Everything on one ticket's pages. */
interface Standing {
  readonly ticket: TicketRow;
  readonly entries: readonly ListedEntry[];
}

/** The helpers for tests of work under quotes, all in June of the current year, when Amsterdam is two hours ahead. */
export interface QuotedWork {
  readonly year: number;
  june(time: string): Temporal.Instant;
  day(number: number): Temporal.PlainDate;
  given(): Promise<Quoted>;
  approveOnePrice(to: Quoted, at?: Temporal.Instant, fixedPriceCents?: Cents): Promise<AuthorisationId>;
  /** Records work on the 30th; by default an hour of resolution on the 3rd. */
  log(to: Quoted, entry: Partial<NewTimeEntry>, at?: Temporal.Instant): ReturnType<typeof logTimeEntry>;
  standing(of: Quoted): Promise<Standing>;
  /** The charges of June as the contact sees them: "work 60 10000". */
  charges(of: Quoted): Promise<readonly string[]>;
}

export function quotedWork(services: Services): QuotedWork {
  const { year } = services.now().toZonedDateTimeISO("Europe/Amsterdam");
  const june = (time: string) => Temporal.Instant.from(`${year}-06-${time}+02:00`);
  const day = (number: number) => Temporal.PlainDate.from({ year, month: 6, day: number });
  return {
    year,
    june,
    day,
    async given() {
      const organisation = await makeOrganisation(services);
      const { reference } = await createTicketAt(services, organisation, { at: `${year}-06-01T10:00+02:00` });
      return { organisation, reference, staff: await makeStaff(services) };
    },
    async approveOnePrice(to, at = june("02T09:00"), fixedPriceCents = 95_000n) {
      const { reference } = to;
      return approveAt(services, to, { reference, at, minutes: 600, fixedPriceCents, validUntil: day(30) });
    },
    async log({ reference, staff }, entry, at = june("30T12:00")) {
      const hour = { start: june("03T09:00"), end: june("03T10:00") };
      const whole = { step: "resolution", isChargeable: true, reason: null, description: "", ...hour } as const;
      return act(
        services,
        consultant(staff),
        async (work) => logTimeEntry(work, { reference, ...whole, ...entry }),
        at,
      );
    },
    async standing({ reference }) {
      return inTransaction(services.databases, { kind: "system" }, async (tx) => {
        const ticket = await findTicket(tx, reference);
        if (ticket === undefined) throw new Error(reference);
        return { ticket, entries: await entriesOfTicket(tx, ticket) };
      });
    },
    async charges({ organisation }) {
      return inTransaction(services.databases, seated(organisation), async (tx) => {
        const of = await monthToDate(tx, organisation.id, monthOf(`${year}-06`));
        return of.charges.map(({ kind, minutes, amountCents }) => `${kind} ${minutes} ${amountCents}`);
      });
    },
  };
}
