import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import type { Staff } from "../../core/access/actor.ts";
import { localDateOf } from "../../core/calendar/time-zone.ts";
import { monthOf } from "../../core/values/month.ts";
import { query } from "../../test/embedded.ts";
import { act, codeOf } from "../../test/support/act.ts";
import { asSystem, makeStaff } from "../../test/support/make-organisation.ts";
import { issueMonthOf, makeProvider, makeSeptemberWork } from "../../test/support/make-work.ts";
import { startTestServer, type TestServer } from "../../test/support/start-test-server.ts";
import { verifyNumbers } from "../verify/verify-numbers.ts";
import { setInvoiceSeries } from "./set-invoice-series.ts";

const october = Temporal.Instant.from("2026-10-01T08:00Z");

describe("the number of a year's first invoice (R13)", () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(inject("ownerUrl"));
    await makeProvider(server.services);
  });
  afterAll(async () => server.close());

  let current = 1;
  const set = async (firstNumber: number, kind: Staff["kind"] = "administrator", seenFirst = current) => {
    const personId = await makeStaff(server.services, kind);
    const seen = { year: 2026, firstNumber: seenFirst };
    const code = codeOf(
      await act(
        server.services,
        { kind, personId },
        async (work) => setInvoiceSeries(work, { firstNumber, seen }),
        october,
      ),
    );
    if (code === "ok") current = firstNumber;
    return code;
  };
  const issue = async () => {
    const organisation = await makeSeptemberWork(server.services);
    const administrator = await makeStaff(server.services, "administrator");
    return issueMonthOf(server.services, administrator, {
      organisationId: organisation.id,
      month: monthOf("2026-09"),
      at: october.toString(),
    });
  };
  const problems = async () => {
    const found: string[] = [];
    await asSystem(server.services, server.services.now(), async ({ tx }) =>
      verifyNumbers(tx, (problem) => found.push(problem)),
    );
    return found;
  };

  it("is not for consultants: not-allowed", async () => {
    expect(await set(48, "consultant")).toBe("not-allowed");
  });

  it("is set on the page of the provider's details, as long as no invoice has it", async () => {
    const desk = await server.browser(await makeStaff(server.services, "administrator"));
    const { year } = localDateOf(server.services.now());
    const path = "/desk/provider/invoice-series";
    const post = async (firstNumber: string, seenFirst: string) =>
      desk.post(path, new URLSearchParams({ firstNumber, seenYear: String(year), seenFirst }));
    expect((await post("12", "1")).status).toBe(303);
    expect(await (await desk.get("/desk/provider")).text()).toContain(`${year}-0012`);
    for (const wrong of ["0", "twaalf", "900001"]) expect((await post(wrong, "12")).status).toBe(422);
    expect((await post("7", "1")).status).toBe(409);
    expect((await post("1", "12")).status).toBe(303);
  });

  it("is not set over a colleague's number, by one of two at once: changed-meanwhile", async () => {
    expect(await set(30)).toBe("ok");
    expect(await set(7, "administrator", 1)).toBe("changed-meanwhile");
    const both = await Promise.all([set(40, "administrator", 30), set(41, "administrator", 30)]);
    expect(new Set(both)).toEqual(new Set(["ok", "changed-meanwhile"]));
  });

  it("begins the year there, counts on, and is fixed from the first invoice on: series-begun", async () => {
    expect(await set(48)).toBe("ok");
    expect(await issue()).toBe("2026-0048");
    expect(await set(100)).toBe("series-begun");
    expect(await issue()).toBe("2026-0049");
    expect(await problems()).toEqual([]);
  });

  it("leaves no number out unseen", async () => {
    await query(server.ownerUrl, "alter table invoice_series disable trigger user");
    await query(server.ownerUrl, "update invoice_series set first_number = 46 where year = 2026");
    expect(await problems()).toEqual([
      "numbers of 2026: there is no 2026-0046",
      "numbers of 2026: there is no 2026-0047",
    ]);
    await query(server.ownerUrl, "update invoice_series set first_number = 49 where year = 2026");
    expect(await problems()).toEqual(["numbers of 2026: 2026-0048 lies before the first, 2026-0049"]);
    await query(server.ownerUrl, "update invoice_series set first_number = 48 where year = 2026");
    await query(server.ownerUrl, "alter table invoice_series enable trigger user");
    await expect(
      query(server.ownerUrl, "update invoice_series set first_number = 1 where year = 2026"),
    ).rejects.toThrow("the numbers of a year have begun");
  });
});
