import type { ChargeTables } from "./tables-charges.ts";
import type { CustomerTables } from "./tables-customer.ts";
import type { ProviderTables } from "./tables-provider.ts";

/** Every table and view, for Kysely. */
export interface Tables extends ChargeTables, CustomerTables, ProviderTables {}
