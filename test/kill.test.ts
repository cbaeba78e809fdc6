import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { query } from "./embedded.ts";
import { buildOnce, type ChildServer, startChild } from "./support/child-server.ts";
import { makeOrganisation, type TestOrganisation } from "./support/make-organisation.ts";
import { startTestServer, type TestServer } from "./support/start-test-server.ts";

/** A ticket that somebody tried to create, and what they were told. */
interface Attempt {
  readonly title: string;
  readonly idempotencyKey: string;
  acknowledged: string | null;
}

describe("a server that is killed in the middle of its work (R33)", () => {
  let house: TestServer;
  let organisation: TestOrganisation;
  let cookie: string;
  let folder: string;
  const children: ChildServer[] = [];
  const attempts: Attempt[] = [];

  beforeAll(async () => {
    buildOnce();
    folder = mkdtempSync(join(tmpdir(), "kwartier-kill-"));
    house = await startTestServer(inject("ownerUrl"));
    organisation = await makeOrganisation(house.services);
    cookie = await house.cookie(organisation.first);
    // From here on only the processes that are killed serve and work.
    await house.stop();
  });
  afterAll(async () => {
    for (const child of children) await child[Symbol.asyncDispose]();
    await house.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const start = async (): Promise<ChildServer> => {
    const child = await startChild({ DATABASE_URL: house.ownerUrl, DATA_DIRECTORY: folder });
    children.push(child);
    return child;
  };
  const send = async (url: string, attempt: Attempt): Promise<void> => {
    const body = new URLSearchParams({
      madeFor: `${organisation.first}.${organisation.id}`,
      title: attempt.title,
      description: "Telt.",
      isAdditionalConfirmed: "yes",
      idempotencyKey: attempt.idempotencyKey,
    });
    const answer = await fetch(new URL("/portal/tickets", url), {
      method: "POST",
      redirect: "manual",
      headers: { cookie, origin: url },
      body,
    });
    if (answer.status === 303) attempt.acknowledged = answer.headers.get("location")?.split("/").at(-1) ?? null;
  };
  /** Several people who go on creating tickets until nobody answers any more. */
  const work = async (url: string, onAcknowledged: () => void): Promise<void> => {
    const worker = async (): Promise<void> => {
      for (;;) {
        const attempt: Attempt = {
          title: `Ticket ${attempts.length}`,
          idempotencyKey: randomUUID(),
          acknowledged: null,
        };
        attempts.push(attempt);
        try {
          await send(url, attempt);
        } catch {
          return;
        }
        if (attempt.acknowledged !== null) onAcknowledged();
      }
    };
    await Promise.all(Array.from({ length: 6 }, worker));
  };

  it("loses nothing that it acknowledged, does nothing twice, and runs every job", { timeout: 90_000 }, async () => {
    for (const enough of [7, 23, 16]) {
      const { process: child, url, ended } = await start();
      let acknowledged = 0;
      await work(url, () => {
        acknowledged += 1;
        if (acknowledged === enough) child.kill("SIGKILL");
      });
      await ended;
    }
    const { process: child, url, ended } = await start();
    const unanswered = attempts.filter((attempt) => attempt.acknowledged === null);
    expect(unanswered.length).toBeGreaterThan(0);
    for (const attempt of unanswered) await send(url, attempt);
    const rows = await query(house.ownerUrl, "select title, reference from tickets");
    expect(rows).toHaveLength(attempts.length);
    expect(new Map(rows as [string, string][])).toEqual(
      new Map(attempts.map(({ title, acknowledged }) => [title, acknowledged])),
    );
    const numbers = await query(
      house.ownerUrl,
      "select count(*)::int, max(number_in_month), count(distinct number_in_month)::int from tickets",
    );
    expect(numbers).toEqual([[attempts.length, attempts.length, attempts.length]]);
    expect(await query(house.ownerUrl, "select count(*)::int from events where kind = 'ticket-created'")).toEqual([
      [attempts.length],
    ]);
    await expect
      .poll(
        async () =>
          query(
            house.ownerUrl,
            "select count(*)::int from graphile_worker.jobs where task_identifier = 'react-to-event'",
          ),
        { timeout: 30_000 },
      )
      .toEqual([[0]]);
    child.kill("SIGTERM");
    expect(await ended).toEqual([0, null]);
  });
});
