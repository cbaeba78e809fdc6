import type pg from "pg";
import { codeNameOf } from "./column-names.ts";
import { tableClasses } from "./table-classes.ts";

interface Column {
  table: string;
  name: string;
  type: string;
  nullable: boolean;
  hasDefault: boolean;
  isGenerated: boolean;
  isView: boolean;
  /** The allowed texts of a check constraint, if it lists them. */
  options: string | null;
}

const columnQuery = `
  select c.relname as "table", a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
    not a.attnotnull as nullable, a.atthasdef as "hasDefault", a.attgenerated <> '' as "isGenerated", c.relkind = 'v' as "isView",
    (select pg_get_constraintdef(k.oid) from pg_constraint k where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum]
      and pg_get_constraintdef(k.oid) ~ '^CHECK \\(\\("?\\w+"? = ANY \\(ARRAY\\[''' limit 1) as options
  from pg_attribute a join pg_class c on c.oid = a.attrelid
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'v') and a.attnum > 0 and not a.attisdropped
    and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
  order by c.relname, a.attnum`;

const typeOf: Readonly<Record<string, string>> = {
  uuid: "string",
  text: "string",
  boolean: "boolean",
  integer: "number",
  smallint: "number",
  bigint: "bigint",
  bytea: "Buffer",
  json: "unknown",
  jsonb: "unknown",
  date: "Temporal.PlainDate",
  "timestamp with time zone": "Temporal.Instant",
  "text[]": "string[]",
  tstzrange: "string",
};
const idOf: Readonly<Record<string, string>> = {
  organisation_id: "OrganisationId",
  ticket_id: "TicketId",
  duplicate_of: "TicketId",
  person_id: "PersonId",
  created_by: "PersonId",
  author_id: "PersonId",
  assignee_id: "PersonId",
  consultant_id: "PersonId",
  requested_by: "PersonId",
  decided_by: "PersonId",
  uploaded_by: "PersonId",
  signed_by: "PersonId",
  issued_by: "PersonId",
  written_by: "PersonId",
  offered_by: "PersonId",
  delivered_by: "PersonId",
  corrected_by: "PersonId",
  recorded_by: "PersonId",
  invoice_id: "InvoiceId",
  credits_id: "InvoiceId",
  credit_note_id: "InvoiceId",
  message_id: "MessageId",
  entry_id: "TimeEntryId",
  visit_id: "VisitId",
  authorisation_id: "AuthorisationId",
  contract_id: "ContractId",
  addendum_id: "AddendumId",
};
const ownIdOf: Readonly<Record<string, string>> = {
  people: "PersonId",
  visible_people: "PersonId",
  tickets: "TicketId",
  ticket_messages: "MessageId",
  attachments: "AttachmentId",
  authorisations: "AuthorisationId",
  time_entries: "TimeEntryId",
  invoices: "InvoiceId",
  contracts: "ContractId",
  addenda: "AddendumId",
  visits: "VisitId",
  expenses: "ExpenseId",
  corrections: "CorrectionId",
};

export type TableFile = "tables-charges.ts" | "tables-customer.ts" | "tables-provider.ts";

/**
 * The customer tables about charges and invoices. They have a file of their own, because one file would be too long.
 */
const ofCharges = /^(?:addenda|corrections|expenses|forgiven_charges|invoice_.*|invoices|vat_positions|visits)$/;

/** The TypeScript types of the tables, written from the catalogue, so that code and schema stay equal. */
export async function describeTables(client: pg.Client): Promise<Record<TableFile, string>> {
  const { rows } = await client.query<Column>(columnQuery);
  const tables = Map.groupBy(
    rows.filter((row) => row.table !== "schema_steps"),
    (row) => row.table,
  );
  const customer = new Set<string>(tableClasses.customer);
  const ofCustomers = new Map([...tables].filter(([table]) => customer.has(table) && !ofCharges.test(table)));
  const charged = new Map([...tables].filter(([table]) => customer.has(table) && ofCharges.test(table)));
  const ofProvider = new Map([...tables].filter(([table]) => !customer.has(table)));
  return {
    "tables-charges.ts": fileOf("ChargeTables", charged),
    "tables-customer.ts": fileOf("CustomerTables", ofCustomers),
    "tables-provider.ts": fileOf("ProviderTables", ofProvider),
  };
}

function fileOf(name: string, tables: Map<string, Column[]>): string {
  const bodies = [...tables].map(
    ([table, columns]) =>
      `interface ${pascal(table)} {\n${columns.map((column) => `  ${codeNameOf(column.name)}: ${columnType(column)};`).join("\n")}\n}\n`,
  );
  const index = `export interface ${name} {\n${[...tables.keys()].map((table) => `  ${table}: ${pascal(table)};`).join("\n")}\n}\n`;
  const text = [...bodies, index].join("\n");
  const used = (names: string[]) => names.filter((type) => new RegExp(`\\b${type}\\b`).test(text)).join(", ");
  const ids = used([...new Set([...Object.values(idOf), ...Object.values(ownIdOf)])].toSorted());
  return [
    "// Written from the catalogue by `npm run schema`; a test keeps it true.",
    `import type { ${used(["ColumnType", "Generated", "GeneratedAlways"])} } from "kysely";`,
    `import type { ${ids} } from "../../core/values/ids.ts";`,
    "",
    text,
  ].join("\n");
}

function columnType(column: Column): string {
  const known =
    optionsOf(column) ??
    (column.name === "id" ? ownIdOf[column.table] : idOf[column.name]) ??
    typeOf[column.type] ??
    "unknown";
  const nullable = column.nullable && !column.isView ? `${known} | null` : known;
  if (column.type === "jsonb" || column.type === "json") {
    const written = column.nullable && !column.isView ? "string | null" : "string";
    return `ColumnType<unknown, ${written}, ${written}>`;
  }
  if (column.isGenerated) return `GeneratedAlways<${nullable}>`;
  return column.hasDefault ? `Generated<${nullable}>` : nullable;
}

function optionsOf(column: Column): string | null {
  const quoted = column.options?.match(/'[^']+'(?=::text)/g);
  return quoted?.map((option) => `"${option.slice(1, -1)}"`).join(" | ") ?? null;
}

function pascal(name: string): string {
  return name.replaceAll(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
