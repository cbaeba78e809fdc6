import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import type { TestDatabase } from "../../../test/database.ts";
import { query } from "../../../test/embedded.ts";
import { createMigratedDatabase } from "../../../test/support/migrated-database.ts";
import { writePayload } from "../payload.ts";
import { catalogue, eventSchema } from "./all.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createMigratedDatabase(inject("ownerUrl"));
});
afterAll(async () => database.drop());

const read = async <Row extends unknown[]>(sql: string) => (await query(database.ownerUrl, sql)) as Row[];
const kinds: readonly string[] = catalogue.map(({ kind }) => kind);

describe("the catalogue of events", () => {
  it("names the events that contacts record as the database does", async () => {
    const list = kinds.map((kind) => `('${kind}')`).join();
    const rows = await read<[string]>(`select kind from (values ${list}) v (kind) where is_contacts_event(kind)`);
    const byContacts = catalogue.filter(({ recordedBy }) => recordedBy === "anyone").map(({ kind }) => kind);
    expect(rows.flat().toSorted()).toEqual(byContacts.toSorted());
  });

  it("knows every kind that functions, views and indexes of the database name", async () => {
    const rows = await read<[string]>(`
      select pg_get_functiondef(oid) from pg_proc where pronamespace = 'public'::regnamespace and prokind = 'f'
      union all select definition from pg_views where schemaname = 'public'
      union all select indexdef from pg_indexes where schemaname = 'public' and tablename like '%events'`);
    const about = rows.flat().filter((text) => /\bevents\b|is_contacts_event/.test(text));
    const lists = about.flatMap((text) => text.match(/\bkind (?:= |in |<> )(?:ANY )?\(*(?:ARRAY\[)?'[^)\]]*/g) ?? []);
    const named = lists.flatMap((each) => each.match(/(?<=')[a-z][a-z-]+(?=')/g) ?? []);
    expect(named).toEqual(expect.arrayContaining(["invoice-issued", "ticket-replied"]));
    expect(named.filter((kind) => !kinds.includes(kind))).toEqual([]);
  });

  it("names each kind once", () => {
    expect(new Set(kinds).size).toBe(kinds.length);
  });
});

describe("a payload", () => {
  const moved = { before: "research", after: "resolution" } as const;

  it("is stored as it is given, amounts as texts", () => {
    expect(writePayload({ kind: "ticket-step-moved", payload: moved })).toBe(JSON.stringify(moved));
    const payload = { correctionId: "id", amountCents: 1250n, month: "2026-11" };
    expect(JSON.parse(writePayload({ kind: "correction-withdrawn", payload }))).toEqual({
      ...payload,
      amountCents: "1250",
    });
  });

  it("is not recorded when it does not fit its kind, or says more than its kind names", () => {
    const wrong = { kind: "time-logged", payload: moved } as const;
    expect(() => writePayload(wrong)).toThrow("the payload of time-logged does not fit the catalogue");
    const more = { kind: "ticket-step-moved", payload: { ...moved, note: "between us" } } as const;
    expect(() => writePayload(more)).toThrow("the payload of ticket-step-moved says what the catalogue does not name");
  });

  it.each([
    ["ticket-replied", { body: "Hello", isStaff: true, waitsFor: "customer" }, { messageId: null, caseNumber: null }],
    ["ticket-withdrawn", { reference: "K26-00001", title: "Mail" }, { isStartFeeWaived: false }],
    ["authorisation-withdrawn", { authorisationId: "id", minutes: 60 }, { wasApproved: false }],
    ["invoice-issued", { number: "2026-0001", month: "2026-09", totalCents: "121" }, { totalCents: 121n }],
  ])("of %s that an early version wrote shorter is read", (kind, payload, expected) => {
    expect(eventSchema.parse({ kind, payload })).toMatchObject({ kind, payload: expected });
  });
});
