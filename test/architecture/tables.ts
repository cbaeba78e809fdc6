import { dirname } from "node:path/posix";
import { Visitor, type Program } from "oxc-parser";
import type { tableClasses } from "../../server/db/table-classes.ts";
import { ruleOfEachFile, type Rule } from "./rule.ts";
import type { SourceFile } from "./source-file.ts";

type Classes = typeof tableClasses;
type Table = Classes[keyof Classes][number];

/** The folder under server/ that writes a table; the compiler refuses a table that has none. */
const owners: Readonly<Record<Table, string>> = {
  addenda: "contracts",
  articles: "knowledge",
  attachments: "tickets",
  authorisations: "authorisations",
  busy_times: "time",
  contract_recordings: "contracts",
  contracts: "contracts",
  corrections: "charges",
  event_heads: "events",
  event_payloads: "events",
  events: "events",
  expenses: "time",
  forgiven_charges: "charges",
  idempotency_keys: "http",
  installation: "start",
  invitations: "sign-in",
  invoice_counters: "invoices",
  invoice_documents: "invoices",
  invoice_lines: "invoices",
  invoice_payments: "invoices",
  invoice_sendings: "invoices",
  invoice_series: "invoices",
  invoice_vat: "invoices",
  invoices: "invoices",
  kept_forms: "http",
  known_browsers: "sign-in",
  month_counters: "tickets",
  organisation_notes: "organisations",
  organisations: "organisations",
  outgoing_mails: "mail",
  people: "people",
  provider_event_head: "events",
  provider_event_payloads: "events",
  provider_events: "events",
  provider_holidays: "contracts",
  provider_profile: "provider",
  rate_limits: "sign-in",
  refused_accesses: "events",
  running_timers: "time",
  schema_steps: "db",
  seats: "organisations",
  sessions: "sign-in",
  sign_in_codes: "sign-in",
  signatories: "organisations",
  terms: "contracts",
  ticket_articles: "knowledge",
  ticket_messages: "tickets",
  ticket_notes: "tickets",
  tickets: "tickets",
  time_entries: "time",
  vat_positions: "organisations",
  visits: "time",
};

/** Files that write tables outside of a store. */
const otherWriters: Readonly<Record<string, string>> = {
  "server/jobs/clean-up.ts": "deletes the expired rows of all owners, in one transaction",
  "server/db/migrate.ts": "records each step in the transaction that runs it",
};

const storeOf = /^server\/([\w-]+)\/store(?:-[\w-]+)?\.ts$/;

const changes = new Set(["insertInto", "updateTable", "deleteFrom", "mergeInto"]);
const changesInSql =
  /\b(?:insert\s+into|delete\s+from|update(?=\s+[\w."]+(?:\s+(?:as\s+)?\w+)?\s+set\b))\s+([\w."]+)/gi;

export const tablesHaveOneWriter: Rule = ruleOfEachFile(
  "a table is written in its owner's store",
  "What a row must keep true is known where it is written; a second writer forgets the event or the limit that belongs to it.",
  (file) => {
    if (file.isTest || Object.hasOwn(otherWriters, file.path)) return [];
    const [, owner] = storeOf.exec(file.path) ?? [];
    return writtenIn(file)
      .filter((table) => isTable(table) && owner !== owners[table])
      .map((table) => `writes ${table}`);
  },
);

export const storesArePrivate: Rule = ruleOfEachFile(
  "a store is imported in its own folder",
  "Writes go through the actions of their folder: whoever calls a store from outside passes the permission and the event by. What others may read stands in a read file.",
  (file) =>
    file.isTest
      ? []
      : file.imports
          .filter(({ target }) => storeOf.test(target) && dirname(target) !== dirname(file.path))
          .map(({ target }) => `imports ${target}`),
);

export const storesOnlyWrite: Rule = ruleOfEachFile(
  "a store writes or locks in each of its functions",
  "A reading in a store can be used in its own folder alone, so that others write it once more; it stands in a read file.",
  (file) => {
    if (!storeOf.test(file.path)) return [];
    const functions = file.program.body.flatMap(functionOf);
    const texts = new Map(functions.map((one) => [one.name, file.text.slice(one.start, one.end)]));
    const own = [...texts].filter(([, text]) => writesOrLocks.test(text)).map(([name]) => name);
    const callsOne = new RegExp(`\\b(?:${own.join("|")})\\(`);
    return functions
      .filter(({ name, isExported }) => isExported && !own.includes(name))
      .filter(({ name }) => own.length === 0 || !callsOne.test(texts.get(name) ?? ""))
      .map(({ name }) => `only reads in ${name}`);
  },
);

const writesOrLocks =
  /\.(?:insertInto|updateTable|deleteFrom|mergeInto|for(?:NoKey)?Update|for(?:Key)?Share)\(|\b(?:insert into|delete from|update [\w.]+ set|nextval|pg_advisory\w*)\b/;

interface StoreFunction {
  readonly name: string;
  readonly isExported: boolean;
  readonly start: number;
  readonly end: number;
}

function functionOf(statement: Program["body"][number]): StoreFunction[] {
  const isExported = statement.type === "ExportNamedDeclaration";
  const declared = isExported ? statement.declaration : statement;
  if (declared?.type !== "FunctionDeclaration" || declared.id === null) return [];
  return [{ name: declared.id.name, isExported, start: declared.start, end: declared.end }];
}

const isTable = (name: string): name is Table => Object.hasOwn(owners, name);

function writtenIn(file: SourceFile): string[] {
  const found: string[] = [];
  const readSql = (text: string) => {
    for (const [, name = ""] of text.matchAll(changesInSql))
      found.push(name.replaceAll('"', "").replace("public.", ""));
  };
  new Visitor({
    CallExpression({ callee, arguments: [first] }) {
      if (callee.type !== "MemberExpression" || callee.property.type !== "Identifier") return;
      if (!changes.has(callee.property.name) || first?.type !== "Literal") return;
      found.push(String(first.value).split(" ")[0] ?? "");
    },
    Literal({ value }) {
      if (typeof value === "string") readSql(value);
    },
    TemplateLiteral({ quasis }) {
      readSql(quasis.map((part) => part.value.raw).join("?"));
    },
  }).visit(file.program);
  return found;
}
