import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { monthOf } from "../../core/values/month.ts";
import { act } from "../../test/support/act.ts";
import { makeOrganisation, makeStaff, type TestOrganisation } from "../../test/support/make-organisation.ts";
import { createTicketAt, issueMonthOf, logWork, makeProvider } from "../../test/support/make-work.ts";
import { startTestServer, type TestServer } from "../../test/support/start-test-server.ts";
import { openDatabase, openPool } from "../db/connect.ts";
import { creditInvoice } from "../invoices/credit-invoice.ts";
import { verifyDatabase } from "./verify-database.ts";

describe("verifying while work goes on", () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(inject("ownerUrl"));
    await makeProvider(server.services);
  });
  afterAll(async () => server.close());

  /** Months of work, each invoiced and every second one credited, as fast as possible. */
  async function live(organisation: TestOrganisation): Promise<void> {
    const { services } = server;
    const helper = await makeStaff(services);
    const administrator = await makeStaff(services, "administrator");
    for (let month = 1; month <= 6; month += 1) {
      const name = `2026-0${month}`;
      const { reference } = await createTicketAt(services, organisation, { at: `${name}-05T08:00Z` });
      for (const hour of [9, 10, 11]) {
        const [start, end] = [
          `${name}-06T${hour}:00Z`.replace("T9", "T09"),
          `${name}-06T${hour}:07Z`.replace("T9", "T09"),
        ];
        await logWork(services, helper, { reference, step: "research", start, end });
      }
      const at = `2026-${String(month + 1).padStart(2, "0")}-01T08:00Z`;
      const number = await issueMonthOf(services, administrator, {
        organisationId: organisation.id,
        month: monthOf(name),
        at,
      });
      if (month % 2 === 0) continue;
      const asked = { number, positions: [1], mode: "forgive", reason: "Cadeau.", seenFingerprint: null } as const;
      const as = { kind: "administrator", personId: administrator } as const;
      await act(services, as, async (work) => creditInvoice(work, asked), Temporal.Instant.from(at));
    }
  }

  it("raises no alarm, however often it looks", async () => {
    const pool = openPool({ url: server.ownerUrl, max: 1, name: "verify", onError: () => undefined });
    const said: string[] = [];
    const life = { isOver: false };
    let looks = 0;
    const organisations = [await makeOrganisation(server.services), await makeOrganisation(server.services)];
    const living = Promise.all(organisations.map(live)).finally(() => (life.isOver = true));
    try {
      for (; !life.isOver || looks === 0; looks += 1)
        await verifyDatabase(openDatabase(pool), { files: null, report: (problem) => said.push(problem) });
      await living;
      const last = await verifyDatabase(openDatabase(pool), { files: null, report: (problem) => said.push(problem) });
      expect(last).toMatchObject({ organisations: 2, invoices: 18 });
    } finally {
      await pool.end();
    }
    expect(said).toEqual([]);
    expect(looks).toBeGreaterThan(1);
  });
});
