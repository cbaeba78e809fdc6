import { afterAll, beforeAll, describe, expect, inject, it, vi } from "vitest";
import { defaultTerms } from "../core/contracts/terms.ts";
import { termsToJson } from "../core/contracts/terms-json.ts";
import { makeOrganisation, makeStaff, type TestOrganisation } from "../test/support/make-organisation.ts";
import { createTicketAt, logWork } from "../test/support/make-work.ts";
import { startTestServer, type TestServer } from "../test/support/start-test-server.ts";
import { publishTermsCommand } from "./publish-terms.ts";
import { replayCommand } from "./replay.ts";
import { runInTest } from "./run-in-test.ts";
import { termsCommand } from "./terms.ts";

describe("kwartier on a database", () => {
  let server: TestServer;
  let [bakery, garage]: TestOrganisation[] = [];
  let year: number;
  beforeAll(async () => {
    server = await startTestServer(inject("ownerUrl"));
    const { services } = server;
    year = services.now().toZonedDateTimeISO("Europe/Amsterdam").year;
    bakery = await makeOrganisation(services, "Bakkerij De Vries");
    garage = await makeOrganisation(services, "Garage De Vries");
    await makeOrganisation(services, "Stille Klant");
    const helper = await makeStaff(services);
    for (const organisation of [bakery, garage]) {
      const { reference } = await createTicketAt(services, organisation, { at: `${year}-06-08T09:00+02:00` });
      const [start, end] = [
        `${year}-06-08T1${organisation === bakery ? 0 : 2}:00+02:00`,
        `${year}-06-08T1${organisation === bakery ? 1 : 3}:40+02:00`,
      ];
      await logWork(services, helper, { reference, step: "research", start, end });
    }
    vi.stubEnv("DATABASE_URL", server.ownerUrl);
    vi.stubEnv("DATA_DIRECTORY", server.dataDirectory);
  });
  afterAll(async () => {
    vi.unstubAllEnvs();
    await server.close();
  });

  const replay = async (terms: unknown, ...parameters: readonly string[]) =>
    runInTest(async (io) => replayCommand(["--terms", "t.json", ...parameters], io), { "t.json": terms });

  describe("replays a year under other terms", () => {
    it("prints a table of months for each organisation that has charges, and for all", async () => {
      const { code, stdout, stderr } = await replay({ rates: { office: 11_000 }, authorisedMinutes: 100 });
      expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
      // 15 + 100 min: 191.67 and 210.83.
      const months = (of: string, before: string, after: string, difference: string) =>
        [
          of,
          "                   charged     other terms      difference",
          `  ${year}-06 ${before.padStart(16)}${after.padStart(16)}${difference.padStart(16)}`,
          `  ${year}    ${before.padStart(16)}${after.padStart(16)}${difference.padStart(16)}`,
          "",
        ].join("\n");
      const beyond = "  beyond the ceiling: 1 ticket, 0:15\u00a0h\n\n";
      expect(stdout).toBe(
        months("Bakkerij De Vries", "€191.67", "€210.83", "€19.16") +
          beyond +
          months("Garage De Vries", "€191.67", "€210.83", "€19.16") +
          beyond +
          months("All: 2 organisations", "€383.34", "€421.66", "€38.32"),
      );
    });

    it("prints every line, month and sum as one JSON document", async () => {
      const { stdout } = await replay({ rates: { office: 11_000 } }, "--json", "--year", String(year));
      const { totals, organisations, ...rest } = JSON.parse(stdout) as {
        totals: object;
        organisations: { lines: object[] }[];
      };
      expect(rest).toMatchObject({ year, terms: { year, paymentDays: 14 } });
      expect(totals).toMatchObject({ differenceCents: 3832, before: { subtotalCents: 38_334 } });
      expect(organisations).toMatchObject([
        { name: "Bakkerij De Vries", differenceCents: 1916, months: [{ month: `${year}-06`, differenceCents: 1916 }] },
        { name: "Garage De Vries", differenceCents: 1916 },
      ]);
      expect(organisations[0]?.lines).toHaveLength(2);
    });

    it("is of one organisation, by id, name or a part of it", async () => {
      for (const named of [bakery?.id ?? "", "bakkerij de vries", "BAKK"]) {
        const { stdout } = await replay({}, "--organisation", named);
        expect(stdout).toContain("Bakkerij De Vries");
        expect(stdout).toContain("All: 1 organisation\n");
      }
      const { code, stderr } = await replay({}, "--organisation", "de vries");
      expect(code).toBe(2);
      expect(stderr).toMatch(
        /^several organisations fit de vries: Bakkerij De Vries \([0-9a-f-]{36}\), Garage De Vries/,
      );
      expect(await replay({}, "--organisation", "niemand")).toMatchObject({
        code: 2,
        stderr: "there is no organisation niemand\n",
      });
    });

    it("differs by nothing under the year's own terms, and says when there is nothing at all", async () => {
      const printed = await runInTest(async (io) => termsCommand([], io));
      const { stdout } = await replay(printed.stdout, "--json");
      expect(JSON.parse(stdout)).toMatchObject({ totals: { differenceCents: 0 } });
      expect(await replay({}, "--organisation", "Stille Klant")).toMatchObject({
        stdout: `Nothing was charged in ${year}.\n`,
      });
    });

    it("refuses wrong terms, and a year without any, in a line each", async () => {
      expect(await replay({ vatPercent: 101 })).toEqual({
        code: 2,
        stdout: "",
        stderr: "$.vatPercent: must be a whole number from 0 to 100\n",
      });
      expect(await replay({}, "--year", "2005")).toMatchObject({
        code: 2,
        stderr: "no terms of 2005 were published, so nothing was charged in it\n",
      });
      expect(await replay({ vatPercent: 101, officeOpens: 9 }, "--year", "2005", "--organisation", "Nobody")).toEqual({
        code: 2,
        stdout: "",
        stderr: [
          "no terms of 2005 were published, so nothing was charged in it",
          "$.officeOpens: must be a time of day as HH:MM, from 00:00 to 23:59",
          "$.vatPercent: must be a whole number from 0 to 100",
          "there is no organisation Nobody\n",
        ].join("\n"),
      });
    });
  });

  describe("prints terms to be edited", () => {
    const terms = async (...parameters: readonly string[]) => runInTest(async (io) => termsCommand(parameters, io));

    it("those that were published, or else those to start with, and says which", async () => {
      expect(await terms()).toMatchObject({ code: 0, stderr: "" });
      const { stdout, stderr } = await terms("--year", "2044");
      expect(JSON.parse(stdout)).toEqual(termsToJson(defaultTerms(2044)));
      expect(stderr).toMatch(/^No terms of 2044 were published/);
      expect(JSON.parse((await terms("--default", "--year", "2031")).stdout)).toEqual(termsToJson(defaultTerms(2031)));
    });

    it("says what it can be asked", async () => {
      for (const wrong of [["2027"], ["--year", "27"], ["--years", "2027"]])
        expect(await terms(...wrong)).toMatchObject({
          code: 2,
          stdout: "",
          stderr: expect.stringMatching(/^usage/) as string,
        });
    });
  });

  describe("publishes terms", () => {
    const publish = async (terms: unknown, ...parameters: readonly string[]) =>
      runInTest(async (io) => publishTermsCommand(["t.json", ...parameters], io), { "t.json": terms });

    it("once, beside the running server", async () => {
      const next = termsToJson({ ...defaultTerms(year + 1), paymentDays: 30 });
      expect(await publish(next)).toEqual({ code: 0, stdout: `The terms of ${year + 1} are published.\n`, stderr: "" });
      expect(await publish(next)).toMatchObject({
        code: 1,
        stdout: "",
        stderr: expect.stringContaining("published already") as string,
      });
      const { stdout } = await runInTest(async (io) => termsCommand(["--year", String(year + 1)], io));
      expect(JSON.parse(stdout)).toEqual(next);
    });

    it("not twice for the running year, and no terms that do not check or are not whole", async () => {
      expect(await publish(termsToJson(defaultTerms(year)))).toMatchObject({ code: 1 });
      expect(await publish({ ...termsToJson(defaultTerms(2050)), vatPercent: 101 })).toMatchObject({
        code: 2,
        stderr: "$.vatPercent: must be a whole number from 0 to 100\n",
      });
      expect(
        await publish({ ...termsToJson(defaultTerms(2050)), timeZone: "America/New_York", noticeMonths: "x" }),
      ).toEqual({
        code: 2,
        stdout: "",
        stderr: "$.noticeMonths: must be a number\n$.timeZone: must be Europe/Amsterdam, the provider's time zone\n",
      });
      expect(await publish({ year: 2050 })).toMatchObject({
        code: 2,
        stderr: expect.stringContaining("$.week: is required") as string,
      });
      expect(await publish({}, "more")).toMatchObject({
        code: 2,
        stderr: "usage: kwartier publish-terms TERMS.json\n",
      });
    });
  });

  it("says in one line that there is no database", async () => {
    vi.stubEnv("DATABASE_URL", "postgres://owner:secret@127.0.0.1:1/kwartier");
    expect(await replay({})).toMatchObject({ code: 1, stdout: "" });
    vi.stubEnv("DATABASE_URL", server.ownerUrl);
  });
});
