import { open, rm } from "node:fs/promises";
import { join } from "node:path";
import { isDiskFull } from "../files/disk-full.ts";
import type { Condition, Health } from "../http/health.ts";

interface HealthNeeds {
  /** Asks the database for anything. */
  readonly reach: () => Promise<unknown>;
  /** Folders in which something must be storable. */
  readonly directories: readonly string[];
}

const patienceMs = 2000;
const lookEveryMs = 1000;
/** A full disk that the database met counts as full until nobody met it for so long. */
const memoryMs = 30_000;

/** Looks at most once a second, however often it is asked. */
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
      // What our own disk said is seen by looking.
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

/** Stores a little, down to the disk, and takes it away again. */
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
