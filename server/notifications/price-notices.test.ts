import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import type { Contact, Staff } from "../../core/access/actor.ts";
import type { AuthorisationId } from "../../core/values/ids.ts";
import { monthOf } from "../../core/values/month.ts";
import type { Result } from "../../core/values/result.ts";
import { seated } from "../../test/support/act.ts";
import { type Quoted, quotedWork, type QuotedWork } from "../../test/support/quoted-work.ts";
import { startTestServer, type TestServer } from "../../test/support/start-test-server.ts";
import { waitForMail } from "../../test/support/visitor.ts";
import { decideAuthorisation } from "../authorisations/decide-authorisation.ts";
import { deliverQuote } from "../authorisations/deliver-quote.ts";
import { requestAuthorisation } from "../authorisations/request-authorisation.ts";
import { withdrawAuthorisation } from "../authorisations/withdraw-authorisation.ts";
import { correctPrice } from "../charges/correct-price.ts";
import { withdrawCorrection } from "../charges/withdraw-correction.ts";
import { inTransaction } from "../db/transaction.ts";
import type { Work } from "../events/work.ts";
import type { DemoMail } from "../mail/demo-mail.ts";
import { pickUpTicket } from "../tickets/pick-up-ticket.ts";
import { waiveStartFee } from "../tickets/waive-start-fee.ts";
import { withdrawTicket } from "../tickets/withdraw-ticket.ts";

describe("what changes about a price is told to both contacts (P3)", () => {
  let server: TestServer;
  let here: QuotedWork;
  let mine: Quoted;
  let staff: Staff;
  let dutch: string;
  let english: string;
  let consultant: string;

  beforeAll(async () => {
    server = await startTestServer(inject("ownerUrl"));
    here = quotedWork(server.services);
    mine = await here.given();
    staff = { kind: "consultant", personId: mine.staff };
    const { reference } = mine;
    await act(staff, async (work) => pickUpTicket(work, { reference }));
    const people = await inTransaction(server.services.databases, { kind: "system" }, async (tx) =>
      tx.selectFrom("people").select(["id", "mailAddress"]).execute(),
    );
    const addressOf = (id: string) => people.find((person) => person.id === id)?.mailAddress ?? "";
    const { first, second } = mine.organisation;
    [dutch, english, consultant] = [addressOf(first), addressOf(second), addressOf(mine.staff)];
  });
  afterAll(async () => server.close());

  async function act<Who extends Contact | Staff, Value>(
    actor: Who,
    run: (work: Work<Who>) => Promise<Result<Value>>,
  ): Promise<Value> {
    const result = await inTransaction(server.services.databases, actor, async (tx) =>
      run({ tx, actor, now: () => here.june("12T12:00"), reacts: true }),
    );
    if (!result.ok) throw new Error(result.refusal.code);
    return result.value;
  }
  const saying = (text: string) => (mail: DemoMail) => mail.text.replaceAll("\u00a0", " ").includes(text);
  /** Waits for a mail with a text; answers its whole text. */
  const mailTo = async (address: string, text: string) =>
    (await waitForMail(server, address, saying(text))).text.replaceAll("\u00a0", " ");
  const ask = async (fixedPriceCents: bigint) => {
    const { reference } = mine;
    const quote = { minutes: 600, windows: [], explanation: "De postvakken gaan over.", validUntil: here.day(30) };
    const asked = await act(staff, async (work) =>
      requestAuthorisation(work, { reference, ...quote, fixedPriceCents }),
    );
    return asked.id;
  };
  const decide = async (id: AuthorisationId, decision: "approve" | "decline") => {
    const { reference, organisation } = mine;
    await act(seated(organisation), async (work) =>
      decideAuthorisation(work, { reference, id, version: 1, decision, reason: null }),
    );
  };

  it("asks for one price and not for hours, tells who decides, and when it was delivered (T3)", async () => {
    const { reference } = mine;
    const id = await ask(95_000n);
    expect(await mailTo(dutch, "het werk voor één prijs van € 950,00 exclusief btw, hoelang het ook duurt")).toContain(
      reference,
    );
    expect(await mailTo(english, "the work at one price of €950.00 excluding VAT")).toContain(reference);
    await decide(id, "approve");
    expect(await mailTo(english, "authorised the work at one price of €950.00. We go on.")).toContain(reference);
    expect(await mailTo(consultant, "gaf akkoord voor het werk voor één prijs van € 950,00")).toContain(reference);
    await act(staff, async (work) => deliverQuote(work, { reference, id, deliveredOn: here.day(12) }));
    expect(await mailTo(dutch, `op 12 jun ${here.year} is opgeleverd`)).toContain(reference);
    expect(await mailTo(english, "further time is no longer under this quote")).toContain(reference);
  });

  it("says it when one price is declined, or withdrawn although it was approved", async () => {
    const { reference } = mine;
    await decide(await ask(80_000n), "decline");
    expect(await mailTo(english, "declined the quote of €800.00")).toContain(reference);
    expect(await mailTo(consultant, "wees de offerte van € 800,00 af")).toContain(reference);
    const id = await ask(70_000n);
    await decide(id, "approve");
    await act(staff, async (work) => withdrawAuthorisation(work, { reference, id }));
    expect(await mailTo(dutch, "Jullie betalen er niets voor")).toContain(reference);
    const open = await ask(60_000n);
    await act(staff, async (work) => withdrawAuthorisation(work, { reference, id: open }));
    expect(await mailTo(dutch, "Jullie hoeven er niets meer mee te doen")).toContain(reference);
  });

  it("gives the reason of a reduction and of a waived start fee, and tells when a reduction is withdrawn (CE7, T1)", async () => {
    const { reference } = mine;
    const month = monthOf(`${here.year}-06`);
    const asked = { reference, month, vat: "standard", amountCents: 1000n, reason: "Te lang gezocht." } as const;
    const { id } = await act(staff, async (work) => correctPrice(work, asked));
    expect(await mailTo(dutch, `haalde € 10,00 exclusief btw af van de prijs van dit ticket over juni`)).toContain(
      reference,
    );
    expect(await mailTo(english, "took €10.00 excluding VAT off")).toContain("> Te lang gezocht.");
    await act(staff, async (work) => withdrawCorrection(work, { reference, id }));
    expect(await mailTo(english, "withdrew the reduction of €10.00 for June")).toContain(reference);
    await act(staff, async (work) => waiveStartFee(work, { reference, reason: "Onze eigen storing." }));
    const waived = await mailTo(dutch, "schold het starttarief van dit ticket kwijt");
    expect(waived).toContain("> Onze eigen storing.");
    expect(waived).toContain("staat het verschil op de volgende");
    await act(seated(mine.organisation), async (work) => withdrawTicket(work, { reference }));
    expect(await mailTo(english, "the start fee was waived.")).toContain("withdrew the ticket");
  });
});
