import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { monthOf } from "../../core/values/month.ts";
import { act } from "../../test/support/act.ts";
import { asSystem, makeOrganisation, makeStaff } from "../../test/support/make-organisation.ts";
import { createTicketAt, logWork, makeProvider } from "../../test/support/make-work.ts";
import { startTestServer, type TestServer } from "../../test/support/start-test-server.ts";
import { issueInvoice } from "./issue-invoice.ts";
import { previewMonth } from "./preview-month.ts";

describe("a page of a month's proposals", () => {
  let server: TestServer;
  const month = monthOf("2026-09");
  beforeAll(async () => {
    server = await startTestServer(inject("ownerUrl"));
    await makeProvider(server.services);
  });
  afterAll(async () => server.close());

  it("is filled with those that have something to invoice, behind others with only later work", async () => {
    const names = ["Een", "Twee", "Drie", "Vier", "Vijf"];
    const now = server.services.now();
    const clerk = await makeStaff(server.services, "administrator");
    for (const name of names) {
      const organisation = await makeOrganisation(server.services, name);
      const { reference } = await createTicketAt(server.services, organisation, { at: "2026-09-29T09:00+02:00" });
      for (const day of ["2026-09-29", "2026-10-01"])
        await logWork(server.services, await makeStaff(server.services), {
          reference,
          step: "research",
          start: `${day}T10:00+02:00`,
          end: `${day}T10:30+02:00`,
        });
    }
    const page = async (after: Parameters<typeof previewMonth>[2]["after"]) =>
      asSystem(server.services, now, async (work) => previewMonth(work, month, { after, size: 2 }));
    const namesOf = ({ previews }: Awaited<ReturnType<typeof page>>) => previews.map((one) => one.organisation.name);
    const first = await page(null);
    expect(namesOf(first)).toEqual(["Een", "Twee"]);
    for (const { organisation, proposed } of first.previews)
      await act(server.services, { kind: "administrator", personId: clerk }, async (work) =>
        issueInvoice(work, { organisationId: organisation.id, month, fingerprint: proposed.fingerprint }),
      );
    const second = await page(null);
    expect(namesOf(second)).toEqual(["Drie", "Vier"]);
    const third = await page(second.next);
    expect([namesOf(third), third.next]).toEqual([["Vijf"], null]);
  });
});
