import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { defaultTerms } from "../../../core/contracts/terms.ts";
import type { OrganisationId, PersonId } from "../../../core/values/ids.ts";
import { monthOf } from "../../../core/values/month.ts";
import { act, makeTicket } from "../../../test/support/act.ts";
import { asSystem, makeOrganisation, makeStaff } from "../../../test/support/make-organisation.ts";
import { issueMonthOf, makeProvider, makeSeptemberWork } from "../../../test/support/make-work.ts";
import { startTestServer, type TestBrowser, type TestServer } from "../../../test/support/start-test-server.ts";
import { offerContract } from "../../contracts/offer-contract.ts";
import { publishTerms } from "../../contracts/publish-terms.ts";
import { creditInvoice } from "../../invoices/credit-invoice.ts";
import { recordPayment } from "../../invoices/record-payment.ts";
import { addOrganisation } from "../../organisations/add-organisation.ts";

describe("the list of customers", () => {
  let server: TestServer;
  let administrator: PersonId;
  let desk: TestBrowser;
  beforeAll(async () => {
    server = await startTestServer(inject("ownerUrl"));
    await makeProvider(server.services);
    administrator = await makeStaff(server.services, "administrator");
    desk = await server.browser(administrator);
  });
  afterAll(async () => server.close());

  const bare = async (name: string) =>
    asSystem(server.services, server.services.now(), async (work) =>
      addOrganisation(work, {
        name,
        addressLines: [],
        invoiceMailAddress: "f@klant.example",
        vatNumber: null,
        language: "nl",
      }),
    );
  /** The cells of a customer's row, as text. */
  const rowOf = async (name: string) => {
    const html = await (await desk.get(`/desk/organisations?q=${encodeURIComponent(name)}`)).text();
    const rows = (html.split("</table>")[0] ?? "").split("<tr").slice(1);
    return (rows.find((each) => each.includes(name)) ?? "")
      .split(/<t[dh]\b/)
      .slice(1)
      .map((cell) =>
        cell
          .slice(cell.indexOf(">") + 1)
          .replaceAll(/<[^>]*>/g, "")
          .replaceAll("\u00a0", " ")
          .trim(),
      );
  };
  const openOf = async (id: OrganisationId) =>
    asSystem(server.services, server.services.now(), async ({ tx }) => {
      const row = await tx
        .selectFrom("organisations")
        .select("openCents")
        .where("organisationId", "=", id)
        .executeTakeFirstOrThrow();
      return row.openCents;
    });

  it("tells the contract, the tickets of this month of those in the price, and when something last happened", async () => {
    const organisation = await makeOrganisation(server.services, "Klant met contract");
    await makeTicket(server.services, organisation);
    await makeTicket(server.services, organisation);
    const [, contract, tickets, open, active] = await rowOf("Klant met contract");
    expect([contract, tickets, open]).toEqual(["Loopt", "2 van 15", ""]);
    expect(active).toMatch(/^\d{1,2} \w+ \d{4}$/);
    await bare("Klant zonder contract");
    expect((await rowOf("Klant zonder contract")).slice(1, 4)).toEqual(["Geen contract", "", ""]);
    const next = server.services.now().toZonedDateTimeISO("Europe/Amsterdam").year + 1;
    await asSystem(server.services, server.services.now(), async (work) => publishTerms(work, defaultTerms(next)));
    const offered = await bare("Klant met aanbod");
    await act(server.services, { kind: "administrator", personId: administrator }, async (work) =>
      offerContract(work, { organisationId: offered, termsYear: next }),
    );
    expect((await rowOf("Klant met aanbod"))[1]).toBe("Aangeboden");
  });

  it("tells the open amount, which follows each invoice, payment and credit note", async () => {
    const customer = await makeSeptemberWork(server.services);
    const place = { organisationId: customer.id, month: monthOf("2026-09"), at: "2026-10-01T08:00Z" };
    const number = await issueMonthOf(server.services, administrator, place);
    // € 108,33 and VAT.
    expect(await openOf(customer.id)).toBe(13_108n);
    expect((await rowOf(customer.name))[3]).toBe("€ 131,08");
    const as = { kind: "administrator", personId: administrator } as const;
    const at = Temporal.Instant.from("2026-10-05T08:00Z");
    const paidOn = Temporal.PlainDate.from("2026-10-05");
    const paid = await act(
      server.services,
      as,
      async (work) => recordPayment(work, { number, paidOn, amountCents: 5000n }),
      at,
    );
    expect(paid.ok).toBe(true);
    expect(await openOf(customer.id)).toBe(8108n);
    const credit = { number, positions: null, mode: "forgive", reason: "Cadeau", seenFingerprint: null } as const;
    const credited = await act(server.services, as, async (work) => creditInvoice(work, credit), at);
    expect(credited.ok).toBe(true);
    expect(await openOf(customer.id)).toBe(-5000n);
  });

  it("is nobody's to set: the amount follows the invoices alone", async () => {
    await expect(
      asSystem(server.services, server.services.now(), async ({ tx }) =>
        tx.updateTable("organisations").set({ openCents: 0n }).execute(),
      ),
    ).rejects.toMatchObject({ code: "42501" });
  });

  it("is a page of forty at a time, and finds by a part of the name", async () => {
    for (let index = 0; index < 45; index += 1) await bare(`Reeks ${String(index).padStart(2, "0")}`);
    const first = await (await desk.get("/desk/organisations?q=Reeks")).text();
    expect([first.includes("Reeks 39"), first.includes("Reeks 40")]).toEqual([true, false]);
    const next = /href="(\/desk\/organisations\?[^"]*after=[^"]*)"/.exec(first)?.[1]?.replaceAll("&amp;", "&") ?? "";
    const second = await (await desk.get(next)).text();
    expect([second.includes("Reeks 44"), second.includes("Reeks 39")]).toEqual([true, false]);
  });
});
