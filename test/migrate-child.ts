import { migrate } from "../server/db/migrate.ts";

// A separate process for the test that kills it in the middle of a migration.
const [ownerUrl = "", folder = ""] = process.argv.slice(2);
await migrate(ownerUrl, folder);
