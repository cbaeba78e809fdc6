import pg from "pg";

/** A connection of its own, for work before anything is served: roles, migrations, the kind of installation. */
export async function openClient(url: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: url,
    application_name: "kwartier start",
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
  });
  // Otherwise a server lost between two statements would end the process. The next statement fails instead (R34).
  client.on("error", () => undefined);
  await client.connect();
  return client;
}
