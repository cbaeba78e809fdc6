import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { makeTicket } from "../../test/support/act.ts";
import { query } from "../../test/embedded.ts";
import { makeOrganisation } from "../../test/support/make-organisation.ts";
import { startTestServer, type TestServer } from "../../test/support/start-test-server.ts";
import { searchTickets } from "./search-tickets.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer(inject("ownerUrl"));
  const organisation = await makeOrganisation(server.services);
  await makeTicket(server.services, organisation, server.services.now().subtract({ hours: 40 }));
  // Three thousand of them, oldest first in the table. Each says `outlook`, each hundredth also `zelden`,
  // the older two thousand `eerst`.
  await query(
    server.ownerUrl,
    `alter table tickets disable trigger user;
     insert into tickets (organisation_id, id, reference, title, description, created_by, created_at, month,
       number_in_month, is_additional, terms_year, start_fee_minutes, authorised_minutes, waiting_since, last_activity_at)
     select organisation_id, gen_random_uuid(), 'K26-' || 10000 + n,
       'Outlook ' || case when n % 100 = 0 then 'zelden' else 'vaak' end || case when n <= 2000 then ' eerst' else '' end, description, created_by, created_at, month,
       1000 + n, true, terms_year, start_fee_minutes, authorised_minutes, waiting_since,
       last_activity_at + n * interval '1 second'
     from tickets, generate_series(1, 3000) n;
     alter table tickets enable trigger user;
     analyze tickets`,
  );
});
afterAll(async () => server.close());

const found = async (text: string) =>
  (await server.services.databases.desk.transaction().execute(async (tx) => searchTickets(tx, text))).map(
    ({ reference }) => reference,
  );

it("finds of a word that stands everywhere the tickets that were last active, in that order", async () => {
  const newest = Array.from({ length: 50 }, (_, back) => `K26-${13_000 - back}`);
  expect(await found("outlook")).toEqual(newest);
  expect(await found("vaak or zelden")).toEqual(newest);
});

it("finds a rare word wherever it stands, alone and beside a common one", async () => {
  const rare = Array.from({ length: 30 }, (_, back) => `K26-${13_000 - back * 100}`);
  expect(await found("zelden")).toEqual(rare);
  expect(await found("outlook zelden")).toEqual(rare);
  expect(await found("nergens")).toEqual([]);
});

it("finds a common word that nobody wrote lately", async () => {
  expect(await found("eerst")).toEqual(Array.from({ length: 50 }, (_, back) => `K26-${12_000 - back}`));
});
