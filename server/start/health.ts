import { open, rm } from "node:fs/promises";
import { join } from "node:path";
import { isDiskFull } from "../files/disk-full.ts";
import type { Condition, Health } from "../http/health.ts";

interface HealthNeeds {
  /** Reaches the database with any question. */
  readonly reach: () => Promise<unknown>;
  /** The folders that must be writable. */
  readonly directories: readonly string[];
}

const patienceMs = 2000;
const lookEveryMs = 1000;
/** A full disk of the database counts until no failure has named it for this long. */
const memoryMs = 30_000;

/** Checks at most once a second, however often it is asked. */
export function createHealth({ reach, directories }: HealthNeeds): Health {
  let isLeaving = false;
  let metFullAt = -memoryMs;
  let lookedAt = -lookEveryMs;
  let last: Promise<Condition> = Promise.resolve("ready");
  const look = async (): Promise<Condition> => {
    if (!(await isInTime(reach()))) return "database-away";
    if (performance.now() - metFullAt < memoryMs) return "disk-full";
    const storable = await Promise.all(directories.map(canStore));
    return storable.every(Boolean) ? "ready" : "disk-full";
  };
  return {
    condition: async () => {
      if (performance.now() - lookedAt < lookEveryMs) return last;
      lookedAt = performance.now();
      return (last = look());
    },
    isLeaving: () => isLeaving,
    leave: () => {
      isLeaving = true;
    },
    note: (failure) => {
      // A failure of our own disk is left out: the check itself finds it.
      const isOurs = failure instanceof Error && "syscall" in failure;
      if (!isOurs && isDiskFull(failure)) metFullAt = performance.now();
    },
  };
}

async function isInTime(asked: Promise<unknown>): Promise<boolean> {
  const late = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => late.resolve(false), patienceMs);
  const answered = asked.then(
    () => true,
    () => false,
  );
  const isAnswered = await Promise.race([answered, late.promise]);
  clearTimeout(timer);
  return isAnswered;
}

/** Stores a little on the disk and removes it again. */
async function canStore(directory: string): Promise<boolean> {
  const path = join(directory, `storable.${process.pid}`);
  try {
    const file = await open(path, "w", 0o600);
    try {
      await file.write(Buffer.alloc(16_384, 1));
      await file.sync();
    } finally {
      await file.close();
    }
    return true;
  } catch (error) {
    return !isDiskFull(error);
  } finally {
    await rm(path, { force: true }).catch(() => undefined);
  }
}
