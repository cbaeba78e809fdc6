import { existsSync, mkdirSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { giveTo } from "./account.ts";
import { placeBinaries } from "./binaries.ts";
import { createCluster, setPasswords } from "./create-cluster.ts";
import { toEmbeddedError } from "./embedded-error.ts";
import { adoptPostmaster, endPostmaster, livingPostmaster, ownerUrlOf } from "./find-running.ts";
import { lockInstance } from "./instance-lock.ts";
import { type Launch, type Postmaster, launchPostmaster } from "./launch-postmaster.ts";
import { type Log, type Place, dataOf, settlePlace } from "./place.ts";
import { clusterName } from "./processes.ts";
import { type ClusterRecord, writeRecord } from "./record.ts";
import type { Programs } from "./run-program.ts";
import { type EmbeddedServer, superviseServer } from "./supervise-server.ts";
import type { Settings } from "./settings.ts";

export type EmbeddedOptions = {
  /** The product's data directory; made if it is missing. */
  readonly dataDirectory: string;
  readonly log: Log;
  /** PostgreSQL settings that replace the usual ones, for throw-away clusters of tests. */
  readonly settings?: Settings;
};

/** Starts the embedded PostgreSQL of a data directory, or takes over a running one. Throws an EmbeddedError. */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  try {
    mkdirSync(options.dataDirectory, { recursive: true });
    const directory = realpathSync(options.dataDirectory);
    const unlock = lockInstance(directory);
    try {
      return await startLocked(directory, options, unlock);
    } catch (error) {
      unlock();
      throw error;
    }
  } catch (error) {
    throw toEmbeddedError(error, options.dataDirectory);
  }
}

async function startLocked(
  directory: string,
  { log, settings = {} }: EmbeddedOptions,
  unlock: () => void,
): Promise<EmbeddedServer> {
  const startedAt = performance.now();
  const place = settlePlace(directory, log);
  const programs = { binaries: placeBinaries(directory, place.account), account: place.account };
  const isNew = await makeIfMissing(place, programs, settings);
  const launch = { home: place.record.home, programs, settings };
  const { postmaster, adopted } = await launchOrAdopt(place, launch);
  const record = { ...place.record, port: postmaster.port, isCreated: true };
  if (!isSame(record, place.record) || place.needsPasswords) writeRecord(record);
  log("the embedded database takes connections", {
    ...postmaster,
    isNew,
    adopted,
    milliseconds: Math.round(performance.now() - startedAt),
  });
  const ownerUrl = ownerUrlOf(record, postmaster.port);
  return superviseServer({
    facts: { ownerUrl, dataDirectory: directory, home: record.home, isNew, adopted },
    launch,
    postmaster,
    log,
    unlock,
  });
}

async function makeIfMissing({ record }: Place, programs: Programs, settings: Settings): Promise<boolean> {
  if (existsSync(join(dataOf(record.home), "PG_VERSION"))) {
    giveTo(programs.account, dataOf(record.home));
    return false;
  }
  await createCluster(record, programs, settings["fsync"] !== "off");
  return true;
}

async function launchOrAdopt(place: Place, launch: Launch): Promise<{ postmaster: Postmaster; adopted: boolean }> {
  const { record, needsPasswords } = place;
  const data = dataOf(record.home);
  const living = needsPasswords ? livingPostmaster(data) : undefined;
  if (living !== undefined) await endPostmaster(living.pid, clusterName(data));
  const adopted = await adoptPostmaster(record);
  if (adopted !== undefined) return { postmaster: adopted, adopted: true };
  if (needsPasswords) await setPasswords(record, launch.programs);
  return { postmaster: await launchPostmaster(launch, { port: record.port, isFixed: false }), adopted: false };
}

function isSame(one: ClusterRecord, other: ClusterRecord): boolean {
  return one.port === other.port && one.isCreated === other.isCreated;
}
