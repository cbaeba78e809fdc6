import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { timeZone } from "../../core/calendar/time-zone.ts";
import { readConfig } from "../../server/start/config.ts";
import { inTransaction } from "../../server/db/transaction.ts";
import { createLogger } from "../../server/start/log.ts";
import { startServer } from "../../server/start/main.ts";
import type { Services } from "../../server/services.ts";
import type { PersonId } from "../../core/values/ids.ts";
import { openSession } from "../../server/sign-in/sessions.ts";
import { makeOrganisation, makeStaff } from "./make-organisation.ts";
import { createTicketAt } from "./make-work.ts";
import type { Writer } from "./writers.ts";

/** A data directory with an embedded database and people to write for. Nobody serves it yet. */
export interface KillHouse {
  readonly folder: string;
  readonly settings: Readonly<Record<string, string>>;
  readonly writers: readonly Writer[];
  /** A cookie for requesting a page. */
  readonly cookie: string;
}

const organisations = 3;
const consultants = 2;

export async function makeKillHouse(smtpUrl: string, port: number): Promise<KillHouse> {
  const folder = mkdtempSync(join(tmpdir(), "kwartier-kill-"));
  const settings = {
    DATA_DIRECTORY: folder,
    HOST: "127.0.0.1",
    PORT: String(port),
    SMTP_URL: smtpUrl,
    MAIL_FROM: "desk@provider.example",
    ADMINISTRATOR_MAIL: "boss@provider.example",
  };
  const config = readConfig({ ...settings, STOP_PAUSE: "0", PORT: "0" }, { demo: false });
  const assets = { script: "/assets/main.js", style: "/assets/main.css" };
  const server = await startServer({ config, log: createLogger("error"), assets });
  try {
    const writers = [...(await makeCustomers(server.services)), ...(await makeConsultants(server.services))];
    return { folder, settings, writers, cookie: writers[0]?.cookie ?? "" };
  } finally {
    await server.stop();
  }
}

/** For each organisation one contact who creates tickets and one who replies to one. */
async function makeCustomers(services: Services): Promise<Writer[]> {
  const writers: Writer[] = [];
  for (let count = 0; count < organisations; count += 1) {
    const organisation = await makeOrganisation(services);
    const { reference } = await createTicketAt(services, organisation, { at: services.now().toString() });
    writers.push(
      {
        kind: "ticket",
        cookie: await cookieOf(services, organisation.first),
        ask: (text) => ({
          path: "/api/tickets",
          body: { title: text, description: "Telt.", additionalConfirmed: true, outsideHoursAgreed: true },
        }),
      },
      {
        kind: "reply",
        cookie: await cookieOf(services, organisation.second),
        ask: (text) => ({ path: `/api/tickets/${reference}/replies`, body: { body: text } }),
      },
    );
  }
  return writers;
}

/** Each records one minute after the other, of work from the start of a ticket. */
async function makeConsultants(services: Services): Promise<Writer[]> {
  const organisation = await makeOrganisation(services);
  const begin = startOfWork(services.now());
  const { reference } = await createTicketAt(services, organisation, { at: begin.toString() });
  const writers: Writer[] = [];
  for (let count = 0; count < consultants; count += 1) {
    const minutes = new Map<string, Temporal.Instant>();
    writers.push({
      kind: "entry",
      cookie: await cookieOf(services, await makeStaff(services)),
      ask: (text) => {
        const start = minutes.get(text) ?? begin.add({ minutes: minutes.size + 1 });
        minutes.set(text, start);
        return {
          path: `/api/desk/tickets/${reference}/time-entries`,
          body: {
            start: start.toString(),
            end: start.add({ minutes: 1 }).toString(),
            step: "administration",
            isChargeable: false,
            reason: "Telt.",
            description: text,
          },
        };
      },
    });
  }
  return writers;
}

/** Twenty days ago, in this year, on a whole minute: room for more entries than anybody writes. */
function startOfWork(now: Temporal.Instant): Temporal.Instant {
  const today = now.toZonedDateTimeISO(timeZone);
  const newYear = today.with({ month: 1, day: 1 }).startOfDay();
  const begin = today.subtract({ days: 20 });
  const later = Temporal.ZonedDateTime.compare(begin, newYear) > 0 ? begin : newYear;
  return later.round({ smallestUnit: "minute", roundingMode: "ceil" }).toInstant();
}

async function cookieOf(services: Services, personId: PersonId): Promise<string> {
  const { token } = await inTransaction(services.databases, { kind: "system" }, async (tx) =>
    openSession(tx, personId, services.systemNow()),
  );
  return `kwartier-session=${token}`;
}
