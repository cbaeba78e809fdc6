import { fork } from "node:child_process";
import { once } from "node:events";
import { globSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { startEmbedded } from "../../server/db/embedded/start-embedded.ts";
import { livingPostmaster } from "../../server/db/embedded/find-running.ts";
import { dataOf } from "../../server/db/embedded/place.ts";
import { migrate } from "../../server/db/migrate.ts";
import { openClient } from "../../server/db/open-client.ts";
import { type DatabaseUrls, ensureRoles } from "../../server/db/roles.ts";
import { packageRoot } from "../../server/root.ts";
import { loadDatabase } from "../../test/load/load-database.ts";
import { startBuilt } from "../built-server.ts";
import { openCast } from "./cast.ts";
import type { MeasuredSql } from "./load-job.ts";
import { startLoadGenerator } from "./load-generator.ts";
import { connectionCounts, type Figures, measureScene, type Measuring } from "./measure.ts";
import { type SceneFigures, type Section, writeSection } from "./performance-page.ts";
import { readProcessorTime } from "./processor-time.ts";
import { openRecordingProxy, type Recorded } from "./proxy.ts";
import { pagesOf, type Scene, writesOf } from "./scenes.ts";

const options = {
  tickets: { type: "string", default: "10000" },
  seconds: { type: "string", default: "1.2" },
  seed: { type: "string", default: "kwartier" },
} as const;

/** `npm run bench -- pages`: all main pages and deeds on a loaded database, written into docs/performance.md. */
export async function benchPages(given: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...given], options });
  const [tickets, seconds] = [Number(values.tickets), Number(values.seconds)];
  const folder = mkdtempSync(join(tmpdir(), "kwartier-bench-"));
  // The server's pools, and two connections for each one whose SQL is sent bare.
  const settings = { max_connections: "120" };
  const database = await startEmbedded({ dataDirectory: join(folder, "database"), log: () => undefined, settings });
  try {
    const urls = await ensureRoles(database.ownerUrl);
    await migrate(database.ownerUrl);
    console.log(`loading ${tickets} tickets, seed ${values.seed}`);
    await loadDatabase(database.ownerUrl, { tickets, seed: values.seed });
    await becomeDemo(database.ownerUrl);
    const postmaster = livingPostmaster(dataOf(database.home))?.pid ?? 0;
    const section = await measureAll({ folder, urls, postmaster, seconds });
    console.log(writeSection({ ...section, tickets, seconds, seed: values.seed }));
  } finally {
    await database.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A demo has a mailbox of its own, so that no mail leaves. */
async function becomeDemo(ownerUrl: string): Promise<void> {
  const owner = await openClient(ownerUrl);
  await owner.query("insert into installation (is_demo, demo_is_complete, created_at) values (true, true, now())");
  await owner.end();
}

interface Place {
  readonly folder: string;
  readonly urls: DatabaseUrls;
  readonly postmaster: number;
  readonly seconds: number;
}

async function measureAll({
  folder,
  urls,
  postmaster,
  seconds,
}: Place): Promise<Omit<Section, "tickets" | "seconds" | "seed">> {
  const owner = await openClient(urls.owner);
  const cast = await openCast(urls.owner);
  const [pages, writes] = [pagesOf(cast), writesOf(cast)];
  const sent = await recordScenes({ folder, urls }, [...pages, ...writes]);
  const server = await startBuilt(join(folder, "server"), { databaseUrl: urls.owner, logLevel: "warn" });
  const generator = startLoadGenerator();
  try {
    const memory = () => server.residentMegabytes();
    const measuring: Measuring = {
      generator,
      url: server.url,
      seconds,
      owner,
      readProcessorTime: () => readProcessorTime({ node: server.pid, postmaster }),
    };
    const scenes: SceneFigures[] = [await measureFile(measuring)];
    for (const page of pages) await withEach(measuring, page);
    const before = memory();
    for (const scene of [...pages, ...writes]) {
      const recorded = sent.get(scene.name) ?? { statements: [], waits: 0 };
      scenes.push(await measureOne(measuring, { scene, recorded, urls }));
      console.log(scene.name);
    }
    const { rows } = await owner.query<{ server_version: string }>("show server_version");
    return { scenes, postgres: rows[0]?.server_version ?? "", megabytes: { before, after: memory() } };
  } finally {
    await generator.close();
    await server.stop();
    await owner.end();
  }
}

/** Lets the server compile what it needs for a page. */
async function withEach({ generator, url }: Measuring, page: Scene): Promise<void> {
  await generator.askPages({ kind: "http", url, seconds: 0.3, askers: page.askers(2, 0), expected: 200 });
}

async function measureOne(
  measuring: Measuring,
  { scene, recorded, urls }: { readonly scene: Scene; readonly recorded: Recorded; readonly urls: DatabaseUrls },
): Promise<SceneFigures> {
  const figures = new Map<number, Figures>();
  const sql = new Map<number, MeasuredSql>();
  const { statements, waits } = recorded;
  const { generator, seconds } = measuring;
  const bare = { kind: "sql", urls, statements, seconds: seconds / 2 } as const;
  for (const connections of connectionCounts) {
    figures.set(connections, await measureScene(measuring, scene, connections));
    if (!scene.isWrite) sql.set(connections, await generator.askDatabase({ ...bare, connections }));
  }
  return { name: scene.name, sent: { statements: statements.length, waits }, figures, sql };
}

/** The statements of each scene, from a server whose connections go through a proxy. */
async function recordScenes(
  { folder, urls }: Pick<Place, "folder" | "urls">,
  scenes: readonly Scene[],
): Promise<ReadonlyMap<string, Recorded>> {
  const proxy = await openRecordingProxy(urls.owner);
  const server = await startBuilt(join(folder, "recorded"), {
    databaseUrl: proxy.through(urls.owner),
    logLevel: "warn",
  });
  const recorded = new Map<string, Recorded>();
  try {
    for (const scene of scenes) {
      const all: Recorded[] = [];
      for (let time = 0; time < 6; time += 1) {
        proxy.begin();
        await askOnce(server.url, scene);
        all.push(proxy.end());
      }
      // Connections prepare their statements first, and other work can only add.
      const [fewest] = all
        .slice(2)
        .toSorted((one, other) => one.statements.length - other.statements.length || one.waits - other.waits);
      if (fewest !== undefined) recorded.set(scene.name, fewest);
    }
    return recorded;
  } finally {
    await server.stop();
    await proxy.close();
  }
}

async function askOnce(url: string, scene: Scene): Promise<void> {
  const [asker] = scene.askers(1, 1);
  const [request] = asker?.requests ?? [];
  if (asker === undefined || request === undefined) throw new Error(`${scene.name} asks for nothing`);
  const { cookie } = asker;
  const body = request.body === undefined ? {} : { method: "POST", body: new URLSearchParams(request.body) };
  const headers = { cookie, origin: new URL(url).origin };
  const answer = await fetch(new URL(request.path, url), { ...body, headers, redirect: "manual" });
  await answer.text();
  if (answer.status !== (scene.isWrite ? 303 : 200)) throw new Error(`${scene.name} answered ${answer.status}`);
}

/** A file of the client by a bare server of Node, in the same run. */
async function measureFile(measuring: Measuring): Promise<SceneFigures> {
  const [file = ""] = globSync("dist/client/assets/*.css", { cwd: packageRoot });
  const child = fork(join(import.meta.dirname, "static-child.ts"), [join(packageRoot, file)]);
  const [port] = (await once(child, "message")) as [number];
  const asker = { cookie: "", requests: [{ path: "/" }] };
  const askers = (connections: number) => Array.from({ length: connections }, () => asker);
  const scene: Scene = { name: "a file, by bare node:http", isWrite: false, askers };
  const figures = new Map<number, Figures>();
  const here = { ...measuring, url: `http://127.0.0.1:${port}`, readProcessorTime: () => null };
  for (const connections of connectionCounts) figures.set(connections, await measureScene(here, scene, connections));
  child.kill();
  await once(child, "exit");
  return { name: scene.name, sent: null, figures, sql: new Map() };
}
