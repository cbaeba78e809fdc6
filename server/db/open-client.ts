import pg from "pg";

/** A connection of its own, for what is done before anything is served: roles, migrations, what the installation is. */
export async function openClient(url: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: url,
    application_name: "kwartier start",
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
  });
  // A server lost between two statements would otherwise end the process; the next statement tells (R34).
  client.on("error", () => undefined);
  await client.connect();
  return client;
}
