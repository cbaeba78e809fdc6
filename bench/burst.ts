// Two hundred wrong sign-in codes at once, from fifty networks, beside people who read pages and a health check.
import { request } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { openClient } from "../server/db/open-client.ts";
import { type Figure, percentile } from "./figures.ts";

const attempts = 200;
const askedOfNetwork = 4;
const budget = 200;

interface Sent {
  readonly status: number;
  readonly cookie: string;
  readonly milliseconds: number;
}

interface Burst {
  readonly url: string;
  readonly ownerUrl: string;
  /** Somebody who is signed in. */
  readonly cookie: string;
}

/** The effect on others of a burst that anybody may send (R42). */
export async function benchBurst({ url, ownerUrl, cookie }: Burst): Promise<Figure[]> {
  const browsers: Browser[] = [];
  for (let index = 0; index < attempts; index += 1) browsers.push(await ask(url, index));
  await untilJobsAreDone(ownerUrl);
  const burst = { isOver: false };
  const readers = ["/portal", "/sign-in", "/healthz"].map(async (path) => read(new URL(path, url), cookie, burst));
  const startedAt = performance.now();
  const answers = await Promise.all(browsers.map(async (browser) => guess(url, browser)));
  const seconds = (performance.now() - startedAt) / 1000;
  burst.isOver = true;
  const [page = [], signIn = [], health = []] = await Promise.all(readers);
  const served = [...page, ...signIn, ...health].filter(({ status }) => status === 200).length;
  const answersOf = (wanted: number) => answers.filter(({ status }) => status === wanted).length;
  const during = `during ${attempts} wrong codes at once`;
  return [
    { what: `portal, home, ${during}, p95`, value: timesAt(page), unit: "ms", budget },
    { what: `sign-in page ${during}, p95`, value: timesAt(signIn), unit: "ms", budget },
    { what: `health ${during}, p95`, value: timesAt(health), unit: "ms", budget },
    {
      what: `pages and health refused ${during}`,
      value: page.length + signIn.length + health.length - served,
      unit: "answers",
    },
    { what: "codes looked at, of these", value: answersOf(422), unit: "answers" },
    { what: "codes told to come back, of these", value: answersOf(503), unit: "answers" },
    { what: "until the last of these was answered", value: seconds, unit: "s" },
  ];
}

function timesAt(sent: readonly Sent[]): number {
  return percentile(
    sent.map(({ milliseconds }) => milliseconds),
    0.95,
  );
}

interface Browser {
  readonly cookie: string;
  readonly address: string;
}

async function ask(url: string, index: number): Promise<Browser> {
  const address = `127.0.0.${10 + Math.floor(index / askedOfNetwork)}`;
  const fields = { mailAddress: `nobody${index}@burst.example` };
  const { status, cookie } = await send(new URL("/sign-in", url), { address, fields });
  if (status !== 303) throw new Error(`asking for a code answered ${status}`);
  return { cookie, address };
}

async function guess(url: string, { cookie, address }: Browser): Promise<Sent> {
  return send(new URL("/sign-in/code", url), { address, cookie, fields: { code: "12345678" } });
}

/** A reader who asks again after each answer and a short pause. */
async function read(page: URL, cookie: string, burst: { isOver: boolean }): Promise<Sent[]> {
  const sent: Sent[] = [];
  while (!burst.isOver) {
    sent.push(await send(page, { cookie }));
    await pause(20);
  }
  return sent;
}

interface Sending {
  readonly cookie?: string;
  /** One of this machine's loopback addresses. Each is a network of its own. */
  readonly address?: string;
  readonly fields?: Readonly<Record<string, string>>;
}

async function send(url: URL, { cookie, address, fields }: Sending): Promise<Sent> {
  const startedAt = performance.now();
  const body = fields === undefined ? undefined : new URLSearchParams(fields).toString();
  const headers = {
    ...(cookie === undefined ? {} : { cookie }),
    ...(body === undefined
      ? {}
      : { origin: url.origin, "content-type": "application/x-www-form-urlencoded", "content-length": body.length }),
  };
  const method = body === undefined ? "GET" : "POST";
  return new Promise((resolve, reject) => {
    const asked = request(url, { method, headers, localAddress: address, agent: false }, (answer) => {
      const [set = ""] = answer.headers["set-cookie"] ?? [];
      answer.resume().on("end", () =>
        resolve({
          status: answer.statusCode ?? 0,
          cookie: set.split(";")[0] ?? "",
          milliseconds: performance.now() - startedAt,
        }),
      );
    });
    asked.on("error", reject).end(body);
  });
}

/** Waits for the mails of the codes, which also hash, so that only the burst is measured. */
async function untilJobsAreDone(ownerUrl: string): Promise<void> {
  const client = await openClient(ownerUrl);
  const waiting = async () => {
    const { rows } = await client.query<{ count: string }>(
      "select count(*) from graphile_worker._private_jobs where run_at <= now() and attempts < max_attempts",
    );
    return Number(rows[0]?.count ?? 0);
  };
  while ((await waiting()) > 0) await pause(100);
  await client.end();
}
