import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { ensureRoles } from "../server/db/roles.ts";
import { query } from "./embedded.ts";
import { buildOnce, type ChildServer, startChild } from "./support/child-server.ts";
import { freePort } from "./support/free-port.ts";
import { makeOrganisation } from "./support/make-organisation.ts";
import { type Proxy, startProxy } from "./support/proxy.ts";
import { withOwnerFirst, formOwnerOfSession, startTestServer, type TestServer } from "./support/start-test-server.ts";

const patient = { timeout: 60_000 };

/** Actions that mail people have a limit per person and hour. */
const mostTickets = 90;

describe("two servers behind a proxy that are restarted in turn", { timeout: 120_000 }, () => {
  let house: TestServer;
  let cookie: string;
  let owner: string;
  let folder: string;
  let proxy: Proxy;
  let ports: number[];
  const sink = new SMTPServer({
    disabledCommands: ["STARTTLS", "AUTH"],
    onData: (stream, _, done) => void stream.resume().on("end", () => done()),
  });
  const children = new Map<number, ChildServer>();

  const start = async (port: number): Promise<void> => {
    const child = await startChild({
      DATABASE_URL: house.ownerUrl,
      DATA_DIRECTORY: folder,
      PORT: String(port),
      PUBLIC_URL: proxy.url,
      SMTP_URL: `smtp://127.0.0.1:${(sink.server.address() as AddressInfo).port}`,
      MAIL_FROM: "desk@kwartier.example",
      ADMINISTRATOR_MAIL: "admin@kwartier.example",
      STOP_PAUSE: "1",
    });
    children.set(port, child);
  };

  beforeAll(async () => {
    buildOnce();
    folder = mkdtempSync(join(tmpdir(), "kwartier-rolling-"));
    sink.listen(0, "127.0.0.1");
    house = await startTestServer(inject("ownerUrl"));
    const organisation = await makeOrganisation(house.services);
    cookie = await house.cookie(organisation.first);
    owner = await formOwnerOfSession(house, cookie);
    await house.stop();
    await query(house.ownerUrl, "update installation set is_demo = false");
    ports = [await freePort(), await freePort()];
    proxy = await startProxy(ports);
    await Promise.all(ports.map(start));
  });
  afterAll(async () => {
    await proxy.close();
    for (const child of children.values()) await child[Symbol.asyncDispose]();
    await house.close();
    await new Promise<void>((resolve) => sink.close(resolve));
    rmSync(folder, { recursive: true, force: true });
  });

  const readPage = async (): Promise<number> =>
    (await fetch(new URL("/portal", proxy.url), { headers: { cookie }, redirect: "manual" })).status;
  const createTicket = async (title: string): Promise<number> => {
    const fields = { title, description: "Telt.", isAdditionalConfirmed: "yes", idempotencyKey: randomUUID() };
    const body = withOwnerFirst(fields, owner);
    const headers = { cookie, origin: proxy.url };
    const at = new URL("/portal/tickets", proxy.url);
    return (await fetch(at, { method: "POST", redirect: "manual", headers, body })).status;
  };

  it("fail no request, lose no ticket and leave no job locked", async () => {
    const statuses: number[] = [];
    const titles: string[] = [];
    const over = new AbortController();
    const work = async (): Promise<void> => {
      while (!over.signal.aborted) {
        statuses.push(await readPage().catch(() => 0));
        if (titles.length >= mostTickets) continue;
        const title = `Ticket ${titles.length}`;
        titles.push(title);
        statuses.push(await createTicket(title).catch(() => 0));
      }
    };
    const { desk: deskUrl } = await ensureRoles(house.ownerUrl);
    await expect.poll(proxy.ready, patient).toBe(2);
    const working = Promise.all([work(), work(), work()]);
    for (const port of ports) {
      const before = statuses.length;
      await expect.poll(() => statuses.length, patient).toBeGreaterThan(before + 10);
      const child = children.get(port);
      child?.process.kill("SIGTERM");
      expect(await child?.ended).toEqual([0, null]);
      expect(await lockedByNobody(deskUrl)).toBe(0);
      await start(port);
      await expect.poll(proxy.ready, patient).toBe(2);
    }
    over.abort();
    await working;
    expect(statuses.filter((status) => status !== 200 && status !== 303)).toEqual([]);
    const rows = await query(house.ownerUrl, "select title from tickets");
    expect(rows.map(([title]) => String(title)).toSorted()).toEqual(titles.toSorted());
    const jobs = "select count(*)::int from graphile_worker.jobs";
    await expect.poll(async () => query(house.ownerUrl, jobs), patient).toEqual([[0]]);
  });
});

/** The number of locked jobs without a process that works on them. */
async function lockedByNobody(deskUrl: string): Promise<number> {
  const rows = await query(
    deskUrl,
    `select count(*)::int from graphile_worker._private_jobs where locked_by is not null and not exists (
       select from pg_stat_activity where application_name = 'kwartier jobs ' || locked_by)`,
  );
  return Number(rows[0]?.[0]);
}
