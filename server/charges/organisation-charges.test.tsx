import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { defaultTerms, standardWindows } from "../../core/contracts/terms.ts";
import type { PersonId } from "../../core/values/ids.ts";
import { monthOf } from "../../core/values/month.ts";
import { codeOf, act } from "../../test/support/act.ts";
import { asSystem, makeOrganisation, makeStaff, type TestOrganisation } from "../../test/support/make-organisation.ts";
import { createTicketAt, logWork } from "../../test/support/make-work.ts";
import { startTestServer, type TestServer } from "../../test/support/start-test-server.ts";
import { signContract } from "../contracts/sign-contract.ts";
import { publishTerms } from "../contracts/publish-terms.ts";
import { inTransaction } from "../db/transaction.ts";
import { findTicket } from "../tickets/read-ticket.ts";
import { renderToString } from "preact-render-to-string";
import { CostSoFar } from "./cost-so-far.tsx";
import { monthToDate } from "./organisation-charges.ts";
import { chargesOfTicket } from "./ticket-charges.ts";

const plain = (text: string) => text.replaceAll("\u00a0", " ");

describe("what an organisation's month costs", () => {
  let server: TestServer;
  let consultant: PersonId;
  beforeAll(async () => {
    server = await startTestServer(inject("ownerUrl"));
    consultant = await makeStaff(server.services);
  });
  afterAll(async () => server.close());

  const log = async (reference: string, start: string, end: string) =>
    logWork(server.services, consultant, { reference, step: "research", start, end, at: "2027-02-01T12:00Z" });
  const contactOf = (organisation: TestOrganisation) =>
    ({
      kind: "contact",
      personId: organisation.first,
      organisationId: organisation.id,
      seat: 1,
      isSignatory: true,
    }) as const;
  const inShort = async (organisation: TestOrganisation, month: string) =>
    inTransaction(server.services.databases, contactOf(organisation), async (tx) => {
      const { charges } = await monthToDate(tx, organisation.id, monthOf(month));
      return charges.map((charge) => `${charge.kind} ${charge.window} ${charge.minutes} ${charge.amountCents}`);
    });

  it("counts what was created or worked on in it, also across midnight of its ends, read as the contact", async () => {
    const organisation = await makeOrganisation(server.services);
    const { reference } = await createTicketAt(server.services, organisation, {
      at: "2026-06-30T22:00+02:00",
      outsideHoursAgreed: true,
    });
    await log(reference, "2026-06-30T23:50+02:00", "2026-07-01T00:20+02:00");
    expect(await inShort(organisation, "2026-06")).toEqual(["start-fee office 15 2500", "work outside 10 2083"]);
    expect(await inShort(organisation, "2026-07")).toEqual(["work outside 20 4167"]);
    expect(await inShort(organisation, "2026-08")).toEqual([]);
  });

  it("shows nothing of other organisations", async () => {
    const [one, other] = [await makeOrganisation(server.services), await makeOrganisation(server.services)];
    await createTicketAt(server.services, one, { at: "2026-06-10T10:00+02:00" });
    const seen = await inTransaction(server.services.databases, contactOf(other), async (tx) =>
      monthToDate(tx, one.id, monthOf("2026-06")),
    );
    expect(seen.charges).toEqual([]);
  });

  it("charges a provider's own holiday as a holiday", async () => {
    const organisation = await makeOrganisation(server.services);
    const { reference } = await createTicketAt(server.services, organisation, {
      at: "2026-06-11T10:00+02:00",
      outsideHoursAgreed: true,
    });
    await log(reference, "2026-06-11T11:00+02:00", "2026-06-11T11:30+02:00");
    await asSystem(server.services, server.services.now(), async ({ tx }) =>
      tx
        .insertInto("provider_holidays")
        .values({ heldOn: Temporal.PlainDate.from("2026-06-11"), name: "Jubileum" })
        .execute(),
    );
    expect(await inShort(organisation, "2026-06")).toEqual([
      "start-fee office 15 2500",
      "work weekend-holiday 30 7250",
    ]);
  });

  it("takes each minute's rate from the terms of its year, and says the sum on the ticket (CE6)", async () => {
    const organisation = await makeOrganisation(server.services);
    const newYear = {
      ...defaultTerms(2027),
      windows: standardWindows({ office: 20_000n, outside: 25_000n, "weekend-holiday": 30_000n }),
    };
    await asSystem(server.services, Temporal.Instant.from("2026-11-05T12:00Z"), async (work) =>
      publishTerms(work, newYear),
    );
    const signed = await act(
      server.services,
      { kind: "system" },
      async (work) =>
        signContract(work, { organisationId: organisation.id, signedBy: organisation.first, termsYear: 2027 }),
      Temporal.Instant.from("2026-11-06T12:00Z"),
    );
    expect(codeOf(signed)).toBe("ok");
    const { reference } = await createTicketAt(server.services, organisation, {
      at: "2026-12-31T10:00+01:00",
      outsideHoursAgreed: true,
    });
    await log(reference, "2026-12-31T23:30+01:00", "2027-01-01T00:30+01:00");
    expect(await inShort(organisation, "2026-12")).toEqual(["start-fee office 15 2500", "work outside 30 6250"]);
    expect(await inShort(organisation, "2027-01")).toEqual(["work weekend-holiday 30 15000"]);
    await inTransaction(server.services.databases, contactOf(organisation), async (tx) => {
      const ticket = await findTicket(tx, reference);
      if (ticket === undefined) throw new Error("no ticket");
      const html = plain(
        renderToString(<CostSoFar charges={await chargesOfTicket(tx, ticket)} language="nl" ticket={ticket} />),
      );
      for (const text of [
        "1:15 u van 2:15 u",
        "Nog 1:00 u zonder nieuw akkoord.",
        "€ 237,50",
        "Werk, weekend of feestdag, januari 2027",
        "(CE4)",
      ])
        expect(html).toContain(text);
    });
  });
});
