import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import {
  chargeableMinutesOf,
  type LoggedWork,
  minutesLeftByTotals,
  minutesLeftFor,
} from "../../core/authorisations/ceiling.ts";
import { minuteOf } from "../../core/time/time-entry.ts";
import { type Step, steps } from "../../core/tickets/step.ts";
import type { AuthorisationId, PersonId } from "../../core/values/ids.ts";
import type { Result } from "../../core/values/result.ts";
import { act, consultant, makeTicket, seated } from "../../test/support/act.ts";
import { makeOrganisation, makeStaff, type TestOrganisation } from "../../test/support/make-organisation.ts";
import { startTestServer, type TestServer } from "../../test/support/start-test-server.ts";
import { decideAuthorisation } from "../authorisations/decide-authorisation.ts";
import { requestAuthorisation } from "../authorisations/request-authorisation.ts";
import { findTicket } from "../tickets/read-ticket.ts";
import { logTimeEntry, minutesOf } from "./log-time-entry.ts";
import { voidTimeEntry } from "./void-time-entry.ts";

type Deed =
  | {
      readonly kind: "log";
      readonly step: Step;
      readonly minutes: number;
      readonly isChargeable: boolean;
      /** At one price, after its approval (T3). */
      readonly isQuoted: boolean;
    }
  | { readonly kind: "void"; readonly which: number }
  | { readonly kind: "approve"; readonly minutes: number; readonly isAtOnePrice: boolean };

const deeds = fc.array(
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({
        kind: fc.constant("log" as const),
        step: fc.constantFrom(...steps),
        minutes: fc.integer({ min: 1, max: 90 }),
        isChargeable: fc.boolean(),
        isQuoted: fc.boolean(),
      }),
    },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant("void" as const), which: fc.nat() }) },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant("approve" as const),
        minutes: fc.integer({ min: 1, max: 60 }),
        isAtOnePrice: fc.boolean(),
      }),
    },
  ),
  { minLength: 3, maxLength: 12 },
);

describe("a ticket's totals, kept by trigger (T1, T2)", () => {
  let server: TestServer;
  let organisation: TestOrganisation;
  let start: Temporal.Instant;
  let validUntil: Temporal.PlainDate;
  beforeAll(async () => {
    server = await startTestServer(inject("ownerUrl"));
    organisation = await makeOrganisation(server.services);
    start = minuteOf(server.services.now().subtract({ hours: 20 }));
    validUntil = server.services.now().toZonedDateTimeISO("Europe/Amsterdam").toPlainDate().add({ days: 1 });
  });
  afterAll(async () => server.close());

  interface Played {
    readonly reference: string;
    readonly helper: PersonId;
    /** The entries that count, as recorded. */
    readonly kept: Map<string, LoggedWork>;
    /** The entries at one price, which do not count. */
    readonly quoted: Map<string, number>;
    quote: AuthorisationId | null;
    until: Temporal.Instant;
    authorisedMinutes: number;
  }

  const stateOf = ({ kept, authorisedMinutes }: Played) => ({
    entries: [...kept.values()],
    startFeeMinutes: 15,
    authorisedMinutes,
  });

  async function log(played: Played, deed: Extract<Deed, { kind: "log" }>): Promise<void> {
    const { step, minutes, isChargeable } = deed;
    const left = minutesLeftFor(step, stateOf(played));
    const authorisationId = deed.isQuoted && isChargeable ? played.quote : null;
    const times = { start: played.until, end: played.until.add({ minutes }) };
    const reason = isChargeable ? null : "Onze eigen fout.";
    const { reference } = played;
    const entry = { reference, step, ...times, isChargeable, reason, description: "", authorisationId };
    const logged = await act(server.services, consultant(played.helper), async (work) => logTimeEntry(work, entry));
    if (authorisationId !== null) {
      played.quoted.set(done(logged).id, minutes);
      played.until = times.end;
      return;
    }
    if (isChargeable && minutes > left) {
      const refusal = { code: "beyond-ceiling", minutesLeft: left, minutesAsked: minutes };
      expect(logged).toEqual({ ok: false, refusal });
      return;
    }
    played.kept.set(done(logged).id, { step, ...times, isChargeable });
    played.until = times.end;
  }

  async function takeBack({ reference, helper, kept, quoted }: Played, which: number): Promise<void> {
    const ids = [...kept.keys(), ...quoted.keys()];
    const id = ids[which % Math.max(1, ids.length)];
    if (id === undefined) return;
    done(
      await act(server.services, consultant(helper), async (work) =>
        voidTimeEntry(work, { reference, id, reason: "Vergissing." }),
      ),
    );
    kept.delete(id);
    quoted.delete(id);
  }

  async function approve(played: Played, { minutes, isAtOnePrice }: Extract<Deed, { kind: "approve" }>): Promise<void> {
    const { reference } = played;
    const price = isAtOnePrice ? { fixedPriceCents: 95_000n, validUntil } : { validUntil: null };
    const asked = { reference, minutes, windows: ["office"], explanation: "Verder zoeken.", ...price };
    const { id } = done(
      await act(server.services, consultant(played.helper), async (work) => requestAuthorisation(work, asked)),
    );
    const decision = { reference, id, version: 1, decision: "approve", reason: null } as const;
    done(await act(server.services, seated(organisation), async (work) => decideAuthorisation(work, decision)));
    if (isAtOnePrice) played.quote = id;
    else played.authorisedMinutes += minutes;
  }

  async function totalsOfTicket({ reference }: Played) {
    const ticket = await server.services.databases.desk.transaction().execute(async (tx) => findTicket(tx, reference));
    if (ticket === undefined) throw new Error("the ticket is gone");
    const totals = minutesOf(ticket);
    const left = steps.map((step) => minutesLeftByTotals(step, totals));
    const { chargeableMinutes: spent, authorisedMinutes: authorised, quotedMinutes: quoted } = ticket;
    return { spent, authorised, quoted, left };
  }

  it("are what core makes of the entries, after any work, withdrawal and approval", async () => {
    await fc.assert(
      fc.asyncProperty(deeds, async (chosen) => {
        const reference = await makeTicket(server.services, organisation, start);
        const helper = await makeStaff(server.services);
        const nothing = { kept: new Map(), quoted: new Map(), quote: null };
        const played: Played = { reference, helper, ...nothing, until: start, authorisedMinutes: 135 };
        for (const deed of chosen) {
          if (deed.kind === "log") await log(played, deed);
          else if (deed.kind === "void") await takeBack(played, deed.which);
          else await approve(played, deed);
          const state = stateOf(played);
          expect(await totalsOfTicket(played)).toEqual({
            spent: chargeableMinutesOf(state.entries, state.startFeeMinutes),
            authorised: state.authorisedMinutes,
            quoted: [...played.quoted.values()].reduce((sum, minutes) => sum + minutes, 0),
            left: steps.map((step) => minutesLeftFor(step, state)),
          });
        }
      }),
      { numRuns: 30 },
    );
  });
});

function done<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
}
