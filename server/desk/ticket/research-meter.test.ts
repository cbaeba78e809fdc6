import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { defaultTerms } from "../../../core/contracts/terms.ts";
import { minuteOf } from "../../../core/time/time-entry.ts";
import { makeTicket } from "../../../test/support/act.ts";
import { asSystem, makeOrganisation, makeStaff } from "../../../test/support/make-organisation.ts";
import { startTestServer, type TestServer } from "../../../test/support/start-test-server.ts";
import { publishTerms } from "../../contracts/publish-terms.ts";

describe("the research meter of a ticket (D2)", () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(inject("ownerUrl"));
    const { services } = server;
    // Ninety minutes of research, with one warning when forty are left.
    const year = services.now().toZonedDateTimeISO("UTC").year;
    await asSystem(services, services.now(), async (work) =>
      publishTerms(work, { ...defaultTerms(year), researchMinutes: 90, researchWarnings: [40] }),
    );
  });
  afterAll(async () => server.close());

  it("counts down, warns as the terms say, and at the end asks to consult the customer", async () => {
    const start = minuteOf(server.services.now().subtract({ hours: 20 }));
    const reference = await makeTicket(server.services, await makeOrganisation(server.services), start);
    const sanne = await server.browser(await makeStaff(server.services));
    await sanne.post(`/desk/tickets/${reference}/step`, { step: "research", version: "1" });
    const meterAfter = async (fromMinute: number, duration: string) => {
      const local = start.add({ minutes: fromMinute }).toZonedDateTimeISO("Europe/Amsterdam");
      const logged = await sanne.post(`/desk/tickets/${reference}/time`, {
        date: local.toPlainDate().toString(),
        start: local.toPlainTime().toString({ smallestUnit: "minute" }),
        end: "",
        duration,
        step: "research",
        description: "",
        reason: "",
      });
      expect(logged.status).toBe(303);
      return (await (await sanne.get(`/desk/tickets/${reference}`)).text()).replaceAll("\u00a0", " ");
    };
    expect(await meterAfter(0, "0:40")).toContain("Nog 0:50 u onderzoek voor overleg met de klant (D2)");
    expect(await meterAfter(40, "0:15")).toContain("Nog 0:35 u onderzoek, de laatste 0:40 u is ingegaan");
    expect(await meterAfter(55, "0:35")).toContain("De onderzoekstijd is op: overleg met de klant");
  });
});
