import pg from "pg";

export interface Installation {
  readonly isDemo: boolean;
  /** The database was made just now: a demo still has to be filled. */
  readonly isNew: boolean;
}

/**
 * What this database is. A new one becomes a demo when asked to; an existing one stays what it was made as. A demo that was
 * cut off while it was filled is emptied and made anew. Runs as the owner, before anything is served.
 */
export async function openInstallation(ownerUrl: string, options: { demo: boolean; remake: () => Promise<void> }): Promise<Installation> {
  const found = await readInstallation(ownerUrl);
  if (found !== null && !(found.is_demo && !found.demo_is_complete)) return { isDemo: found.is_demo, isNew: false };
  if (found !== null) {
    await runAsOwner(ownerUrl, "drop schema public cascade; create schema public; drop schema graphile_worker cascade");
    await options.remake();
  }
  await runAsOwner(ownerUrl, `insert into installation (is_demo, created_at) values (${options.demo ? "true" : "false"}, now())`);
  return { isDemo: options.demo, isNew: true };
}

/** Marks a demo as filled, so that it is found and not made again at the next start. */
export async function completeDemo(ownerUrl: string): Promise<void> {
  await runAsOwner(ownerUrl, "update installation set demo_is_complete = true");
}

async function readInstallation(ownerUrl: string): Promise<{ is_demo: boolean; demo_is_complete: boolean } | null> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ is_demo: boolean; demo_is_complete: boolean }>("select is_demo, demo_is_complete from installation");
    return rows[0] ?? null;
  } finally {
    await client.end();
  }
}

async function runAsOwner(ownerUrl: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
}
