import type { KyselyPlugin } from "kysely";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import type { Staff } from "../../core/access/actor.ts";
import { defaultTerms } from "../../core/contracts/terms.ts";
import type { PersonId } from "../../core/values/ids.ts";
import { monthOf } from "../../core/values/month.ts";
import type { Result } from "../../core/values/result.ts";
import { query } from "../../test/embedded.ts";
import { act, codeOf, consultant } from "../../test/support/act.ts";
import { asSystem, makeStaff } from "../../test/support/make-organisation.ts";
import { approveAt, signAddendumAt } from "../../test/support/make-on-site.ts";
import { createTicketAt, issueMonthOf, makeProvider } from "../../test/support/make-work.ts";
import { type Quoted, quotedWork, type QuotedWork } from "../../test/support/quoted-work.ts";
import { startTestServer, type TestServer } from "../../test/support/start-test-server.ts";
import { deliverQuote } from "../authorisations/deliver-quote.ts";
import { correctPrice } from "../charges/correct-price.ts";
import { publishTerms } from "../contracts/publish-terms.ts";
import { newId } from "../db/new-id.ts";
import type { Work } from "../events/work.ts";
import { saveVatPosition } from "../organisations/store-vat-positions.ts";
import { logExpense } from "../time/log-expense.ts";
import { logVisit } from "../time/log-visit.ts";
import { creditInvoice } from "./credit-invoice.ts";
import { previewEach, previewMonth } from "./preview-month.ts";
import { type ProposedInvoice, proposeForOrganisation } from "./propose.ts";

describe("the proposals of several organisations", () => {
  let server: TestServer;
  let here: QuotedWork;
  let administrator: PersonId;
  let all: readonly Quoted[];
  beforeAll(async () => {
    server = await startTestServer(inject("ownerUrl"));
    here = quotedWork(server.services);
    administrator = await makeStaff(server.services, "administrator");
    await makeProvider(server.services);
    all = [await everyKind(), await everyKind(), await onlyTime(), await credited("rebill"), await here.given()];
  });
  afterAll(async () => server.close());

  const june = () => monthOf(`${here.year}-06`);
  const july = () => monthOf(`${here.year}-07`);
  const done = async (result: Promise<Result<unknown>>) => expect(codeOf(await result)).toBe("ok");
  const as = async (to: Quoted, deed: (work: Work<Staff>) => Promise<Result<unknown>>) =>
    done(act(server.services, consultant(to.staff), deed, here.june("30T12:00")));

  async function credited(mode: "rebill" | "forgive"): Promise<Quoted> {
    const to = await here.given();
    await here.log(to, {});
    const number = await issueMonthOf(server.services, administrator, {
      organisationId: to.organisation.id,
      month: june(),
      at: `${here.year}-07-02T09:00Z`,
    });
    const actor = { kind: "administrator", personId: administrator } as const;
    const asked = { number, positions: null, mode, reason: "Niet afgesproken.", seenFingerprint: null };
    await done(
      act(
        server.services,
        actor,
        async (work) => creditInvoice(work, asked),
        Temporal.Instant.from(`${here.year}-07-03T09:00Z`),
      ),
    );
    return to;
  }

  /** Ten tickets in a month, then late work of that month, and work of another year with terms of its own. */
  async function onlyTime(): Promise<Quoted> {
    const to = await here.given();
    const { services } = server;
    const before = here.year - 1;
    await asSystem(services, Temporal.Instant.from(`${before}-01-20T09:00Z`), async (work) =>
      publishTerms(work, { ...defaultTerms(before), startFeeMinutes: 30 }),
    );
    // The contract of the year before, which no action signs afterwards.
    const { id, first } = to.organisation;
    await query(
      server.ownerUrl,
      `insert into contracts (organisation_id, id, terms_year, signed_on, signed_by, starts_on, ends_on)
       values ('${id}', '${newId()}', ${before}, '${before}-01-20', '${first}', '${before}-02-01', '${before}-12-31')`,
    );
    await createTicketAt(services, to.organisation, { at: `${before}-11-10T10:00+01:00` });
    for (let day = 10; day < 20; day += 1)
      await createTicketAt(services, to.organisation, { at: `${here.year}-06-${day}T10:00+02:00` });
    await here.log(to, {});
    const place = { organisationId: to.organisation.id, month: june(), at: `${here.year}-07-02T09:00Z` };
    await issueMonthOf(services, administrator, { ...place, month: monthOf(`${here.year}-05`) });
    await here.log(to, { start: here.june("04T20:30"), end: here.june("04T22:00") }, here.june("30T13:00"));
    return to;
  }

  /** A credit that forgives, quotes by the hour and at one price, a visit, costs, a correction, and another VAT. */
  async function everyKind(): Promise<Quoted> {
    const to = await credited("forgive");
    const { reference, organisation } = to;
    await asSystem(server.services, here.june("02T08:00"), async (work) =>
      saveVatPosition(work.tx, organisation.id, {
        from: july(),
        position: "eu-business",
        vatNumber: "BE0123456789",
        recordedAt: work.now(),
      }),
    );
    await signAddendumAt(server.services, organisation, { at: here.june("02T08:00") });
    const asked = { reference, at: here.june("02T09:00"), minutes: 500, validUntil: here.day(30) };
    const byTheHour = await approveAt(server.services, to, asked);
    const onePrice = await here.approveOnePrice(to, here.june("02T10:00"));
    await done(here.log(to, { start: here.june("04T13:00"), end: here.june("04T14:10"), authorisationId: byTheHour }));
    await as(to, async (work) => deliverQuote(work, { reference, id: onePrice, deliveredOn: here.day(12) }));
    const times = { start: here.june("05T09:00"), end: here.june("05T10:15") };
    await as(to, async (work) => logVisit(work, { reference, ...times, kilometres: 37, description: "" }));
    const spent = { reference, on: here.day(5), amountCents: 1995n, vat: "reduced", description: "Parkeren" } as const;
    await as(to, async (work) => logExpense(work, spent));
    const correction = { reference, month: june(), vat: "standard", amountCents: 5000n, reason: "Te lang" } as const;
    await as(to, async (work) => correctPrice(work, correction));
    return to;
  }

  const reading = async <Value>(read: (work: Work) => Promise<Value>): Promise<Value> =>
    asSystem(server.services, server.services.now(), read);

  const kinds = ["correction", "cost", "quote", "start-fee", "travel", "visit", "work"];
  const kindsIn = (proposals: readonly ProposedInvoice[]) =>
    new Set(proposals.flatMap(({ proposal }) => proposal.lines.map(({ kind }) => kind)));

  /** Without the functions in the rules that a quote holds. */
  const written = (proposals: readonly ProposedInvoice[]): unknown =>
    JSON.parse(JSON.stringify(proposals, (_, value: unknown) => (typeof value === "bigint" ? String(value) : value)));

  it("are those of each alone, to the cent and the fingerprint", async () => {
    for (const month of [june(), july(), monthOf(`${here.year}-05`)]) {
      const { together, alone } = await reading(async (work) => {
        const ids = all.map(({ organisation }) => organisation.id);
        const previewOf = await previewEach(work, ids, month);
        const each = [];
        for (const id of ids) each.push(await proposeForOrganisation(work, { organisationId: id, month }));
        return { together: ids.map((id) => previewOf(id).proposed), alone: each };
      });
      expect(written(together)).toEqual(written(alone));
      if (month === june()) expect([...kindsIn(together)].toSorted()).toEqual(kinds);
    }
  });

  it("take as many statements for a page of them as for one", async () => {
    const counted = async (read: (work: Work) => Promise<unknown>): Promise<number> => {
      let statements = 0;
      const counting: KyselyPlugin = {
        transformQuery: ({ node }) => {
          statements += 1;
          return node;
        },
        transformResult: async ({ result }) => result,
      };
      await reading(async (work) => read({ ...work, tx: work.tx.withPlugin(counting) }));
      return statements;
    };
    const [first] = all;
    const one = await counted(async (work) =>
      previewEach(work, first === undefined ? [] : [first.organisation.id], june()),
    );
    const ids = all.map(({ organisation }) => organisation.id);
    expect(await counted(async (work) => previewEach(work, ids, june()))).toBe(one);
    const page = await counted(async (work) => previewMonth(work, june(), { after: null }));
    expect(page).toBe(one + 1);
  });
});
