import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import type { Staff } from "../../core/access/actor.ts";
import type { OrganisationId, PersonId } from "../../core/values/ids.ts";
import { monthOf } from "../../core/values/month.ts";
import { act, codeOf } from "../../test/support/act.ts";
import { query } from "../../test/embedded.ts";
import { makeOrganisation, makeStaff, type TestOrganisation } from "../../test/support/make-organisation.ts";
import { issueMonthOf, logWork, makeProvider, makeSeptemberWork, readInvoice } from "../../test/support/make-work.ts";
import { startTestServer, type TestServer } from "../../test/support/start-test-server.ts";
import { setVatPosition, type VatPositionToSet } from "./set-vat-position.ts";

describe("where a customer stands for VAT", () => {
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

  const set = async (
    organisation: Pick<TestOrganisation, "id">,
    changes: Partial<VatPositionToSet> = {},
    kind: Staff["kind"] = "administrator",
  ) => {
    const personId = kind === "administrator" ? administrator : consultant;
    const change = {
      from: monthOf("2026-09"),
      position: "eu-business",
      vatNumber: "BE0123456789",
      ...changes,
    } as const;
    return codeOf(
      await act(server.services, { kind, personId }, async (work) =>
        setVatPosition(work, { organisationId: organisation.id, ...change }),
      ),
    );
  };
  const logLate = async ({ reference }: { reference: string }, start: string) => {
    const end = Temporal.Instant.from(start).add({ minutes: 10 }).toString();
    await logWork(server.services, consultant, { reference, step: "research", start, end });
  };
  const issue = async ({ id }: Pick<TestOrganisation, "id">, at = "2026-10-01T08:00Z") =>
    issueMonthOf(server.services, administrator, { organisationId: id, month: monthOf("2026-09"), at });

  it("decides the VAT of the month's invoice, which says to whom it is reverse-charged", async () => {
    const organisation = await makeSeptemberWork(server.services);
    expect(await set(organisation)).toBe("ok");
    const { invoice, lines } = await readInvoice(server.services, await issue(organisation));
    expect(invoice).toMatchObject({ subtotalCents: 10_833n, vatCents: 0n, totalCents: 10_833n });
    expect(lines.map((line) => [line.vatCategory, line.vatPercent])).toEqual([
      ["reverse-charge", 0],
      ["reverse-charge", 0],
    ]);
    expect(invoice.snapshot).toMatchObject({
      document: {
        customer: { vatNumber: "BE0123456789" },
        notes: ["Btw verlegd: je geeft de btw zelf aan. Jouw btw-nummer is BE0123456789, het onze NL000000000B00."],
      },
    });
  });

  it("can be changed until a month is invoiced, and then only for later ones", async () => {
    const organisation = await makeSeptemberWork(server.services);
    expect(await set(organisation)).toBe("ok");
    expect(await set(organisation, { position: "domestic", vatNumber: "" })).toBe("ok");
    expect(await set(organisation, { version: 0 })).toBe("changed-meanwhile");
    expect(await issue(organisation)).toMatch(/^2026-/);
    expect(await set(organisation)).toBe("vat-month-invoiced");
    expect(await set(organisation, { from: monthOf("2026-08") })).toBe("vat-month-invoiced");
    expect(await set(organisation, { from: monthOf("2026-10") })).toBe("ok");
  });

  it("is for administrators to say, of organisations that there are, with a number that can be one", async () => {
    const organisation = await makeOrganisation(server.services);
    expect(await set(organisation, {}, "consultant")).toBe("not-allowed");
    expect(await set({ id: organisation.first as string as OrganisationId })).toBe("not-found");
    expect(await set(organisation, { vatNumber: "" })).toBe("vat-number-needed");
    expect(await set(organisation, { vatNumber: "12" })).toBe("vat-number-wrong");
  });

  it("is held while the month is invoiced, so that neither slips in between", async () => {
    const organisation = await makeSeptemberWork(server.services);
    const [issued, changed] = await Promise.all([issue(organisation), set(organisation)]);
    const { lines } = await readInvoice(server.services, issued).catch(() => ({ lines: [] }));
    // The second one met the first one's change, or its proposal had changed.
    expect([
      ["vat-month-invoiced", "standard"],
      ["ok", "reverse-charge"],
      ["ok", undefined],
    ]).toContainEqual([changed, lines[0]?.vatCategory]);
  });

  it("is kept by the database, whoever asks", async () => {
    const organisation = await makeSeptemberWork(server.services);
    const run = async (statement: string) =>
      query(server.ownerUrl, statement.replaceAll("$organisation", `'${organisation.id}'`));
    const refused = { code: "23001" };
    const insert = (month: string, position = "eu-business", number = "'BE0123456789'") =>
      `insert into vat_positions values ($organisation, '${month}', '${position}', now(), ${number})`;
    for (const number of ["null", "''"])
      await expect(run(insert("2026-09", "eu-business", number))).rejects.toMatchObject({ code: "23514" });
    await run(insert("2026-09"));
    await expect(run("update vat_positions set vat_number = null")).rejects.toMatchObject({ code: "23514" });
    expect(await issue(organisation)).toMatch(/^2026-/);
    for (const statement of [
      insert("2026-08", "domestic"),
      "update vat_positions set position = 'domestic' where organisation_id = $organisation",
      "update vat_positions set from_month = '2026-10' where organisation_id = $organisation",
      "delete from vat_positions where organisation_id = $organisation",
      "truncate vat_positions",
    ])
      await expect(run(statement), statement).rejects.toMatchObject(refused);
    await run("update vat_positions set vat_number = 'BE0999999999' where organisation_id = $organisation");
    await run(insert("2026-10", "domestic", "null"));
  });

  it("leaves a number behind in one step: late work of the months that had it still names it (CE5)", async () => {
    const organisation = await makeSeptemberWork(server.services);
    expect(await set(organisation)).toBe("ok");
    await issue(organisation);
    const october = { from: monthOf("2026-10"), position: "outside-eu", vatNumber: "" } as const;
    expect(await set(organisation, october)).toBe("ok");
    const at = "2026-11-01T08:00Z";
    await logLate(organisation, "2026-09-21T10:00+02:00");
    await logLate(organisation, "2026-10-05T10:00+02:00");
    const number = await issueMonthOf(server.services, administrator, {
      organisationId: organisation.id,
      month: october.from,
      at,
    });
    const { invoice, lines } = await readInvoice(server.services, number);
    expect(lines.map((line) => [line.month, line.vatCategory])).toEqual([
      ["2026-09", "reverse-charge"],
      ["2026-10", "outside-scope"],
    ]);
    expect(invoice.snapshot).toMatchObject({
      document: {
        customer: { vatNumber: "BE0123456789" },
        notes: [expect.stringContaining("Jouw btw-nummer is BE0123456789,") as string],
      },
    });
    await logLate(organisation, "2026-10-06T10:00+02:00");
    const later = { organisationId: organisation.id, month: monthOf("2026-11"), at: "2026-12-01T08:00Z" };
    const { invoice: last } = await readInvoice(
      server.services,
      await issueMonthOf(server.services, administrator, later),
    );
    expect(last.snapshot).toMatchObject({ document: { notes: [] } });
    expect(JSON.stringify(last.snapshot)).not.toContain("BE0123456789");
  });

  it("names each number of several with its months, and takes a wrong one back where it began", async () => {
    const organisation = await makeSeptemberWork(server.services);
    expect(await set(organisation)).toBe("ok");
    await issue(organisation);
    expect(await set(organisation, { from: monthOf("2026-10"), vatNumber: "DE123456789" })).toBe("ok");
    expect(await set(organisation, { vatNumber: "BE0999999999" })).toBe("ok");
    await logLate(organisation, "2026-09-21T11:00+02:00");
    await logLate(organisation, "2026-10-05T11:00+02:00");
    const place = { organisationId: organisation.id, month: monthOf("2026-10"), at: "2026-11-01T08:00Z" };
    const { invoice } = await readInvoice(server.services, await issueMonthOf(server.services, administrator, place));
    expect(invoice.snapshot).toMatchObject({
      document: {
        customer: { vatNumber: "DE123456789" },
        notes: [
          expect.stringContaining(
            "over september 2026: je geeft de btw zelf aan. Jouw btw-nummer was toen BE0999999999",
          ),
          expect.stringContaining("over oktober 2026: je geeft de btw zelf aan. Jouw btw-nummer was toen DE123456789"),
        ],
      },
    });
    const [row] = await query(
      server.ownerUrl,
      `select vat_number from organisations where organisation_id = '${organisation.id}'`,
    );
    expect(row).toEqual(["DE123456789"]);
  });
});
