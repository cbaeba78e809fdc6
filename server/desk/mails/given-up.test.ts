import { afterAll, beforeAll, describe, expect, inject, it, vi } from "vitest";
import { query } from "../../../test/embedded.ts";
import { asSystem, makeOrganisation, makeStaff } from "../../../test/support/make-organisation.ts";
import { startTestServer, type TestBrowser, type TestServer } from "../../../test/support/start-test-server.ts";

describe("work that was given up", () => {
  let server: TestServer;
  let administrator: TestBrowser;
  let consultant: TestBrowser;
  let contact: TestBrowser;
  beforeAll(async () => {
    server = await startTestServer(inject("ownerUrl"));
    const organisation = await makeOrganisation(server.services);
    administrator = await server.browser(await makeStaff(server.services, "administrator"));
    consultant = await server.browser(await makeStaff(server.services));
    contact = await server.browser(organisation.first);
  });
  afterAll(async () => server.close());

  /** The runner names its tasks in the database a moment after the server's start. */
  const giveUp = async (task: string): Promise<string> =>
    vi.waitUntil(async () => {
      const [[id] = []] = await query(
        server.ownerUrl,
        `insert into graphile_worker._private_jobs (task_id, payload, attempts, max_attempts, last_error)
         select id, '{}', 875, 875, 'the font <Inter> is gone' from graphile_worker._private_tasks where identifier = '${task}'
         returning id::text`,
      );
      return typeof id === "string" ? id : undefined;
    }, 10_000);
  const text = async (browser: TestBrowser, path: string): Promise<string> => (await browser.get(path)).text();

  it("is told on the board and listed beneath the mail, with what went wrong, for staff", async () => {
    expect(await text(consultant, "/desk")).not.toContain("Er is werk op de achtergrond dat niet lukt.");
    expect(await text(consultant, "/desk/mails")).not.toContain("Opgegeven werk");
    await giveUp("make-invoice-document");
    expect(await text(consultant, "/desk")).toContain("Er is werk op de achtergrond dat niet lukt.");
    const list = await text(consultant, "/desk/mails");
    for (const words of [
      "Opgegeven werk",
      "Een factuur als pdf maken",
      "the font &lt;Inter> is gone",
      "Een beheerder kan het",
    ])
      expect(list).toContain(words);
    expect(list).not.toContain("/try-again");
    expect((await contact.get("/desk/mails")).status).toBe(403);
  });

  it("is tried again when an administrator says so, which is recorded", async () => {
    const id = await giveUp("clean-up");
    expect(await text(administrator, "/desk/mails")).toContain(`action="/desk/jobs/${id}/try-again"`);
    const tried = await administrator.post(`/desk/jobs/${id}/try-again`, {});
    expect([tried.status, tried.headers.get("location")]).toEqual([303, "/desk/mails"]);
    // This server's runner does it, and it succeeds this time.
    const left = `select count(*)::int from graphile_worker._private_jobs where id = ${id}`;
    await expect.poll(async () => query(server.ownerUrl, left), { timeout: 15_000 }).toEqual([[0]]);
    const recorded = await asSystem(server.services, server.services.now(), async ({ tx }) =>
      tx.selectFrom("provider_events").select("subject").where("kind", "=", "job-tried-again").execute(),
    );
    expect(recorded).toEqual([{ subject: `job.${id}` }]);
  });

  it("is not tried by others, and nothing else is", async () => {
    const id = await giveUp("end-tickets");
    expect((await consultant.post(`/desk/jobs/${id}/try-again`, {})).status).toBe(403);
    expect((await contact.post(`/desk/jobs/${id}/try-again`, {})).status).toBe(403);
    for (const other of ["0", "x", "999999999", "99999999999999999999", "1%27"])
      expect((await administrator.post(`/desk/jobs/${other}/try-again`, {})).status).toBe(404);
    const rows = await query(server.ownerUrl, `select attempts from graphile_worker._private_jobs where id = ${id}`);
    expect(rows).toEqual([[875]]);
  });
});
