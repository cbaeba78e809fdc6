// Sends the load of a measurement from a process of its own, so that it takes no time of the server or of the bench.
import { Agent, request } from "node:http";
import pg from "pg";
import type { Asked, HttpJob, LoadJob, Measured, MeasuredSql, SqlJob } from "./load-job.ts";
import type { Value } from "./proxy.ts";

process.on("message", (job: LoadJob) => {
  const measuring: Promise<Measured | MeasuredSql> = job.kind === "http" ? askPages(job) : askDatabase(job);
  void measuring.then(
    (measured) => process.send?.({ measured }),
    (error: unknown) => process.send?.({ problem: String(error) }),
  );
});

/** Repeats some work side by side until the time is over. */
async function repeat(seconds: number, workers: readonly (() => Promise<void>)[]): Promise<Omit<Measured, "bytes">> {
  const milliseconds: number[] = [];
  const startedAt = performance.now();
  const isOver = () => performance.now() - startedAt > seconds * 1000;
  await Promise.all(
    workers.map(async (work) => {
      while (!isOver()) {
        const before = performance.now();
        await work();
        milliseconds.push(performance.now() - before);
      }
    }),
  );
  return { milliseconds, seconds: (performance.now() - startedAt) / 1000 };
}

async function askPages({ url, seconds, askers, expected }: HttpJob): Promise<Measured> {
  const agent = new Agent({ keepAlive: true, maxSockets: askers.length });
  let bytes = 0;
  const workers = askers.map(({ cookie, requests }) => {
    let next = 0;
    return async () => {
      const asked = requests[next % requests.length];
      next += 1;
      if (asked === undefined) throw new Error("nothing to ask for");
      bytes = await ask(new URL(asked.path, url), { asked, cookie, agent, expected });
    };
  });
  try {
    return { ...(await repeat(seconds, workers)), bytes };
  } finally {
    agent.destroy();
  }
}

interface Asking {
  readonly asked: Asked;
  readonly cookie: string;
  readonly agent: Agent;
  readonly expected: number;
}

async function ask(url: URL, { asked: { body }, cookie, agent, expected }: Asking): Promise<number> {
  const form = {
    origin: url.origin,
    "content-type": "application/x-www-form-urlencoded",
    "content-length": Buffer.byteLength(body ?? ""),
  };
  const headers = { cookie, "accept-encoding": "br, gzip", ...(body === undefined ? {} : form) };
  const method = body === undefined ? "GET" : "POST";
  return new Promise((resolve, reject) => {
    const asked = request(url, { method, headers, agent }, (answer) => {
      let bytes = 0;
      answer.on("data", (chunk: Buffer) => (bytes += chunk.length));
      answer.on("end", () => {
        const { statusCode, headers } = answer;
        if (statusCode === expected) resolve(bytes);
        else reject(new Error(`${method} ${url.pathname} answered ${statusCode} ${headers.location ?? ""}`));
      });
    });
    asked.on("error", reject).end(body);
  });
}

interface Pair {
  readonly desk: pg.Client;
  readonly portal: pg.Client;
}

/** They stay open from one page to the next, as the server's do. */
const pairs: Pair[] = [];
const names = new Map<string, string>();

async function askDatabase({ urls, seconds, connections, statements }: SqlJob): Promise<MeasuredSql> {
  while (pairs.length < connections) pairs.push({ desk: await open(urls.desk), portal: await open(urls.portal) });
  const asked = statements.map(({ role, text, values, isSimple }) => ({
    role,
    query: isSimple ? { text } : { name: nameOf(text), text, values: values.map(valueOf) },
  }));
  const oneAfterAnother = async (clients: Pair) => {
    for (const { role, query } of asked) await clients[role].query(query);
  };
  const together = async (clients: Pair) => {
    await Promise.all(asked.map(async ({ role, query }) => clients[role].query(query)));
  };
  const perSecond = async (work: (clients: Pair) => Promise<void>) => {
    const workers = pairs.slice(0, connections).map((clients) => async () => work(clients));
    await repeat(seconds / 4, workers);
    const { milliseconds, seconds: taken } = await repeat(seconds, workers);
    return milliseconds.length / taken;
  };
  return { single: await perSecond(oneAfterAnother), pipelined: await perSecond(together) };
}

async function open(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, pipeline: true, options: "-c timezone=UTC" });
  await client.connect();
  return client;
}

function nameOf(text: string): string {
  const name = names.get(text) ?? `p${names.size}`;
  names.set(text, name);
  return name;
}

function valueOf(value: Value): string | Buffer | null {
  return value !== null && typeof value === "object" ? Buffer.from(value.base64, "base64") : value;
}
