import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import type { PersonId } from "../../core/values/ids.ts";
import { monthOf } from "../../core/values/month.ts";
import type { Result } from "../../core/values/result.ts";
import { act, codeOf } from "../../test/support/act.ts";
import { query } from "../../test/embedded.ts";
import { asSystem, makeStaff } from "../../test/support/make-organisation.ts";
import { issueMonthOf, logWork, makeProvider, makeSeptemberWork, readInvoice } from "../../test/support/make-work.ts";
import { startTestServer, type TestServer } from "../../test/support/start-test-server.ts";
import { chargeTickets } from "../charges/charge-tickets.ts";
import { creditInvoice, type AskedCredit, proposeCredit } from "./credit-invoice.ts";
import { proposeForOrganisation } from "./propose.ts";
import { lockInvoice } from "./lock-invoice.ts";
import { findCreditable } from "./read-creditable.ts";
import { verifyInvoices } from "../verify/verify-invoices.ts";

const september = monthOf("2026-09");
const october = monthOf("2026-10");
const creditedAt = Temporal.Instant.from("2026-10-12T08:00Z");

/** 15 minutes of start fee at 25.00 and 50 of research at 83.33: 108.33, with 21 % VAT 131.08. */
type September = Awaited<ReturnType<typeof makeSeptemberWork>>;

describe("crediting an invoice", () => {
  let server: TestServer;
  let administrator: PersonId;
  let consultant: PersonId;
  beforeAll(async () => {
    server = await startTestServer(inject("ownerUrl"));
    await makeProvider(server.services);
    administrator = await makeStaff(server.services, "administrator");
    consultant = await makeStaff(server.services);
  });
  afterAll(async () => server.close());

  const as = (kind: "administrator" | "consultant") =>
    ({ kind, personId: kind === "administrator" ? administrator : consultant }) as const;

  async function issued(): Promise<September & { number: string }> {
    const organisation = await makeSeptemberWork(server.services);
    const number = await issue(organisation, september, "2026-10-01T08:00Z");
    return { ...organisation, number };
  }

  const issue = async ({ id }: Pick<September, "id">, month: typeof september, at: string) =>
    issueMonthOf(server.services, administrator, { organisationId: id, month, at });

  const credit = async (
    number: string,
    changes: Partial<AskedCredit & { seenFingerprint: string | null }> = {},
    kind: "administrator" | "consultant" = "administrator",
  ): Promise<Result<{ readonly number: string }>> =>
    act(
      server.services,
      as(kind),
      async (work) =>
        creditInvoice(work, {
          number,
          positions: null,
          mode: "rebill",
          reason: "Verkeerde kostenplaats.",
          seenFingerprint: null,
          ...changes,
        }),
      creditedAt,
    );

  async function credited(...asked: Parameters<typeof credit>): Promise<string> {
    const result = await credit(...asked);
    if (!result.ok) throw new Error(result.refusal.code);
    return result.value.number;
  }

  /** The next proposal, in cents by kind. */
  const proposed = async ({ id }: Pick<September, "id">, month = october) =>
    asSystem(server.services, Temporal.Instant.from("2026-11-01T08:00Z"), async (work) => {
      const { proposal } = await proposeForOrganisation(work, { organisationId: id, month });
      return proposal.lines.map((line) => `${line.month} ${line.kind} ${line.minutes} ${line.amountCents}`);
    });

  const verified = async ({ id }: Pick<September, "id">) =>
    asSystem(server.services, creditedAt, async ({ tx }) => {
      const said: string[] = [];
      await verifyInvoices(tx, id, { files: null, report: (problem) => said.push(problem) });
      return said;
    });

  it("takes the whole back by a credit note that says of what, how and why, for the same to be charged again", async () => {
    const organisation = await issued();
    const { invoice, lines } = await readInvoice(server.services, await credited(organisation.number));
    expect(invoice).toMatchObject({
      kind: "credit-note",
      month: "2026-09",
      subtotalCents: -10_833n,
      totalCents: -13_108n,
      creditMode: "rebill",
      creditReason: "Verkeerde kostenplaats.",
      snapshot: { document: { corrects: organisation.number, kind: "credit-note" }, credit: { positions: null } },
    });
    expect(invoice.issuedOn.toString()).toBe("2026-10-12");
    expect(lines.map((line) => [line.kind, line.minutesTotal, line.minutesBefore, line.amountCents])).toEqual([
      ["start-fee", 0, 15, -2500n],
      ["work", 0, 50, -8333n],
    ]);
    expect(await proposed(organisation)).toEqual(["2026-09 start-fee 15 2500", "2026-09 work 50 8333"]);
    expect(await issue(organisation, october, "2026-11-01T08:00Z")).toMatch(/^2026-/);
    expect(await proposed(organisation)).toEqual([]);
    expect(await verified(organisation)).toEqual([]);
  });

  it("says so in words on the document", async () => {
    const { number } = await issued();
    const { invoice } = await readInvoice(server.services, await credited(number, { positions: [2], mode: "forgive" }));
    const { document } = invoice.snapshot as { document: { notes: string[]; paymentSentence: string } };
    expect(document.notes).toEqual([
      `Dit nemen we terug van factuur ${number}. De reden: Verkeerde kostenplaats.`,
      "We brengen dit niet opnieuw in rekening.",
    ]);
    expect(document.paymentSentence.replaceAll("\u00a0", " ")).toContain(
      `€ 100,83 gaat af van wat je voor factuur ${number} betaalt.`,
    );
  });

  it("forgives some lines for good, and charges what is worked later", async () => {
    const organisation = await issued();
    const number = await credited(organisation.number, { positions: [2], mode: "forgive", reason: "Onze fout." });
    const isWaiting = async () => {
      const rows = await query(
        server.ownerUrl,
        `select has_uninvoiced_work from tickets where reference = '${organisation.reference}'`,
      );
      return rows[0]?.[0];
    };
    expect([await proposed(organisation), await isWaiting()]).toEqual([[], false]);
    await logWork(server.services, consultant, {
      reference: organisation.reference,
      step: "research",
      start: "2026-09-08T10:00+02:00",
      end: "2026-09-08T10:10+02:00",
    });
    // 60 minutes are 100.00; forgiven are 83.33, invoiced and credited 0.
    expect(await proposed(organisation)).toEqual(["2026-09 work 10 1667"]);
    const reasons = await asSystem(server.services, creditedAt, async ({ tx }) => {
      const tickets = await tx
        .selectFrom("tickets")
        .selectAll()
        .where("organisationId", "=", organisation.id)
        .execute();
      return (await chargeTickets(tx, tickets)).flatMap((charge) => charge.reasons);
    });
    expect(reasons).toContainEqual({
      rule: "CE7",
      kind: "forgiven",
      minutes: 50,
      amountCents: 8333,
      reason: "Onze fout.",
      creditNote: number,
    });
    expect(await issue(organisation, october, "2026-11-01T08:00Z")).toMatch(/^2026-/);
    expect(await verified(organisation)).toEqual([]);
  });

  it("credits the rest after some lines, and nothing twice", async () => {
    const organisation = await issued();
    await credited(organisation.number, { positions: [1], mode: "forgive" });
    expect(await credit(organisation.number, { positions: [1, 2] })).toMatchObject({
      refusal: { code: "already-credited", positions: [1] },
    });
    const { invoice } = await readInvoice(server.services, await credited(organisation.number));
    expect(invoice.subtotalCents).toBe(-8333n);
    expect(codeOf(await credit(organisation.number))).toBe("already-credited");
    expect(await proposed(organisation)).toEqual(["2026-09 work 50 8333"]);
    expect(await verified(organisation)).toEqual([]);
  });

  it("is refused to consultants, for what is no invoice, without a reason and for lines there are not", async () => {
    const { number } = await issued();
    expect(codeOf(await credit(number, {}, "consultant"))).toBe("not-allowed");
    expect(codeOf(await credit("2026-9999"))).toBe("not-found");
    expect(codeOf(await credit("nonsense"))).toBe("not-found");
    const readable = async (kind: "administrator" | "consultant", asked: string) =>
      codeOf(await act(server.services, as(kind), async (work) => findCreditable(work, asked)));
    expect(await readable("consultant", number)).toBe("not-allowed");
    expect(await readable("administrator", "2026-9999")).toBe("not-found");
    const locked = await act(server.services, as("administrator"), async (work) =>
      lockInvoice(work, "2026-9999", "invoice.credit"),
    );
    expect(codeOf(locked)).toBe("not-found");
    expect(codeOf(await credit(number, { reason: "  " }))).toBe("reason-needed");
    expect(codeOf(await credit(number, { positions: [3] }))).toBe("invalid-input");
    const note = await credited(number);
    expect(codeOf(await credit(note))).toBe("nothing-to-credit");
    expect(await readable("administrator", note)).toBe("nothing-to-credit");
  });

  it("is refused without a sender", async () => {
    const { number } = await issued();
    await query(server.ownerUrl, "delete from provider_profile");
    expect(codeOf(await credit(number))).toBe("provider-unknown");
    await makeProvider(server.services);
    expect(codeOf(await credit(number))).toBe("ok");
  });

  it("is refused when it is not what was seen", async () => {
    const organisation = await issued();
    const asked = {
      number: organisation.number,
      positions: null,
      mode: "rebill",
      reason: "Verkeerde kostenplaats.",
    } as const;
    const seen = await act(server.services, as("administrator"), async (work) => proposeCredit(work, asked));
    if (!seen.ok) throw new Error(seen.refusal.code);
    await credited(organisation.number, { positions: [1] });
    expect(codeOf(await credit(organisation.number, { seenFingerprint: seen.value.fingerprint }))).toBe(
      "preview-outdated",
    );
    expect(codeOf(await credit(organisation.number, { seenFingerprint: null }))).toBe("ok");
  });

  it("lets one of two win that credit the same at once", async () => {
    const { number } = await issued();
    const answers = await Promise.all([credit(number), credit(number)]);
    expect(answers.map(codeOf).toSorted()).toEqual(["already-credited", "ok"]);
  });

  it("records it for the customer, and the database keeps what was forgiven and by what", async () => {
    const organisation = await issued();
    const number = await credited(organisation.number, { mode: "forgive" });
    const [event] = await query(
      server.ownerUrl,
      `select e.kind, e.is_visible, p.payload ->> 'number', p.payload ->> 'credits' from events e join event_payloads p on p.event_id = e.id
       where e.organisation_id = '${organisation.id}' and e.kind <> 'invoice-sent' order by sequence desc limit 1`,
    );
    expect(event).toEqual(["invoice-credited", true, number, organisation.number]);
    for (const statement of [
      "update forgiven_charges set minutes = 0",
      "delete from forgiven_charges",
      "truncate forgiven_charges",
    ])
      await expect(query(server.ownerUrl, statement)).rejects.toMatchObject({ code: "23001" });
    await expect(
      query(
        server.ownerUrl,
        `insert into forgiven_charges select organisation_id, (select id from invoices where number = '${organisation.number}'), position,
          ticket_id, month, kind, rate_window, source_id, vat_category, vat_percent, minutes, amount_cents, reason
         from forgiven_charges where organisation_id = '${organisation.id}'`,
      ),
    ).rejects.toMatchObject({ code: "23001" });
  });

  it("is found out when what was forgiven is another amount than was credited", async () => {
    const organisation = await issued();
    const number = await credited(organisation.number, { positions: [2], mode: "forgive" });
    await query(
      server.ownerUrl,
      `begin; alter table forgiven_charges disable trigger user;
       update forgiven_charges set amount_cents = amount_cents + 1 where organisation_id = '${organisation.id}';
       alter table forgiven_charges enable trigger user; commit`,
    );
    expect(await verified(organisation)).toEqual([
      `${number}: what it forgave (2026-09, work, office, standard 21%): amount is €83.34, should be €83.33`,
    ]);
  });
});
