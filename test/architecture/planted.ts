import { plantedInPages } from "./planted-in-pages.ts";
import type { Planted } from "./rule.ts";

const rooms = "client and cli -> server -> core";
const coreNouns = "nouns of core point one way";
const serverNouns = "nouns of the server point one way, and keep their store to themselves";

export const planted: readonly Planted[] = [
  {
    rule: rooms,
    what: "core that imports the server",
    sources: {
      "core/tickets/a.ts": 'import { q } from "../../server/db/q.ts"; q();',
      "server/tickets/b.ts": 'import { q } from "../../core/tickets/q.ts"; q();',
    },
    violations: ["core/tickets/a.ts"],
  },
  {
    rule: rooms,
    what: "the browser that runs code of the server, or of core by import()",
    sources: {
      "client/a.ts": 'import { q, type R } from "../server/ui/q.ts"; q();',
      "client/b.ts": 'await import("../core/values/money.ts");',
      "client/c.ts": 'import type { R } from "../server/ui/q.ts"; import { type S } from "../core/s.ts";',
    },
    violations: ["client/a.ts", "client/b.ts"],
  },
  {
    rule: rooms,
    what: "the server that imports the command line, or a test's support outside a test",
    sources: {
      "server/a.ts": 'export { q } from "../cli/q.ts";',
      "server/b.ts": 'import "../test/database.ts";',
      "server/b.test.ts": 'import "../test/database.ts";',
    },
    violations: ["server/a.ts", "server/b.ts"],
  },
  {
    rule: "core imports nothing of npm or of Node",
    what: "a package, a part of Node",
    sources: {
      "core/values/a.ts": 'import { z } from "zod"; z;',
      "core/values/b.ts": 'import { readFileSync } from "node:fs"; readFileSync;',
      "core/values/a.test.ts": 'import { it } from "vitest"; it;',
      "server/a.ts": 'import { z } from "zod"; z;',
    },
    violations: ["core/values/a.ts", "core/values/b.ts"],
  },
  {
    rule: "core has no clock, no chance and no I/O",
    what: "the clock, chance, the process",
    sources: {
      "core/values/a.ts": "export const now = () => new Date();",
      "core/values/b.ts": "export const now = () => Temporal.Now.instant();",
      "core/values/c.ts": "export const luck = () => Math.random();",
      "core/values/d.ts": "export const zone = process.env.TZ;",
      "core/values/e.ts": "export const fine = (a: { process: number }) => a.process + Math.abs(1) + Temporal.x;",
    },
    violations: ["core/values/a.ts", "core/values/b.ts", "core/values/c.ts", "core/values/d.ts"],
  },
  {
    rule: coreNouns,
    what: "a ticket that knows invoices, even their types",
    sources: {
      "core/tickets/a.ts": 'import type { Invoice } from "../invoices/i.ts";',
      "core/invoices/b.ts": 'import { t } from "../tickets/t.ts"; t;',
      "core/knowledge/c.ts": 'import { t } from "../tickets/t.ts"; t;',
    },
    violations: ["core/tickets/a.ts", "core/knowledge/c.ts"],
  },
  {
    rule: coreNouns,
    what: "access that runs a noun, a noun that asks access, a noun nobody has placed",
    sources: {
      "core/access/a.ts": 'import { t } from "../tickets/t.ts"; t;',
      "core/access/b.ts": 'import type { T } from "../tickets/t.ts"; import { v } from "../values/v.ts"; v;',
      "core/tickets/c.ts": 'import type { Actor } from "../access/actor.ts";',
      "core/dreams/d.ts": "export const d = 1;",
    },
    violations: ["core/access/a.ts", "core/tickets/c.ts", "core/dreams/d.ts"],
  },
  {
    rule: serverNouns,
    what: "an arrow back, a neighbour's store",
    sources: {
      "server/tickets/a.ts": 'import { issue } from "../invoices/issue-invoice.ts"; issue;',
      "server/invoices/b.ts": 'import { load } from "../tickets/store.ts"; load;',
      "server/invoices/c.ts":
        'import { load } from "./store.ts"; import { t } from "../tickets/load-ticket.ts"; load(t);',
      "server/time/d.ts": 'import type { Row } from "../tickets/ticket-store.ts";',
    },
    violations: ["server/tickets/a.ts", "server/invoices/b.ts", "server/time/d.ts"],
  },
  {
    rule: "building blocks know no business",
    what: "mail that knows tickets, a folder nobody has placed",
    sources: {
      "server/mail/a.ts": 'import type { Ticket } from "../tickets/ticket.ts";',
      "server/mail/b.ts": 'import { read } from "../db/read.ts"; read;',
      "server/demo/c.ts": 'import { create } from "../tickets/create-ticket.ts"; create;',
      "server/magic/d.ts": "export const d = 1;",
    },
    violations: ["server/mail/a.ts", "server/magic/d.ts"],
  },
  {
    rule: "what only tests use is used by tests only",
    what: "code that leans on a naive counterpart",
    sources: {
      "core/charges/a.ts": 'import { charge } from "./testing/naive-charging.ts"; charge();',
      "core/charges/a.test.ts": 'import { charge } from "./testing/naive-charging.ts"; charge();',
      "core/charges/testing/naive-charging.ts":
        'import { wall } from "../../calendar/testing/naive-calendar.ts"; wall();',
    },
    violations: ["core/charges/a.ts"],
  },
  {
    rule: "no folder imports one that leads back to it",
    what: "two building blocks that import each other, were it types, and three in a circle",
    sources: {
      "server/db/a.ts": 'import type { Logger } from "../start/log.ts";',
      "server/start/b.ts": 'import { pool } from "../db/pool.ts"; pool;',
      "server/mail/c.ts": 'import { record } from "../events/record.ts"; record;',
      "server/events/d.ts": 'import { nameOf } from "../people/names.ts"; nameOf;',
      "server/people/e.ts": 'import { parse } from "../mail/address.ts"; parse;',
      "server/http/f.ts": 'import { nameOf } from "../people/names.ts"; import { g } from "./g.ts"; nameOf(g);',
      "server/people/e.test.ts": 'import { answer } from "../http/f.ts"; answer;',
    },
    violations: ["server/db/a.ts", "server/start/b.ts", "server/mail/c.ts", "server/events/d.ts", "server/people/e.ts"],
  },
  {
    rule: "nobody imports the composition root",
    what: "a page that imports the app",
    sources: {
      "server/tickets/a.ts": 'import { app } from "../app.ts"; app;',
      "server/start/main.ts": 'import { app } from "../app.ts"; app;',
    },
    violations: ["server/tickets/a.ts"],
  },
  {
    rule: "no comment beyond column 120",
    what: "a comment of one line, and one line of a longer one",
    sources: {
      "cli/a.ts": `/** ${"a".repeat(120)} */\nexport {};`,
      "cli/b.ts": `/**\n * ${"b".repeat(118)}\n */\nexport {};`,
      "cli/c.ts": `/** ${"c".repeat(113)} */\nexport const c = "${"c".repeat(120)}";`,
    },
    violations: ["cli/a.ts", "cli/b.ts"],
  },
  {
    rule: "fewer than 1 cast in 1000 lines",
    what: "two casts among few lines, each named",
    sources: {
      "server/tickets/a.ts": 'import { a as b } from "./b.ts"; export const id = b as string;',
      "server/tickets/c.ts": "export const d = <string>e; export const f = [1] as const;",
      "server/tickets/c.test.ts": "export const d = e as string;",
    },
    violations: ["server/tickets/a.ts", "server/tickets/c.ts"],
  },
  {
    rule: "no file of more than 300 lines",
    what: "301 lines",
    sources: { "cli/a.ts": "export {};\n".repeat(301), "cli/b.ts": "export {};\n".repeat(300) },
    violations: ["cli/a.ts"],
  },
  {
    rule: "every exported function of core has a docstring",
    what: "a function and an arrow without one",
    sources: {
      "core/values/a.ts": "// not a docstring\nexport function a() {}",
      "core/values/b.ts": "/** Not next to it. */\nconst c = 1;\nexport const b = () => c;",
      "core/values/c.ts":
        "/** Answers. */\nexport function a() {}\n/** Also. */\nexport const b = () => 1;\nexport const c = 1;",
      "core/values/d.ts": "export function d() {}\n/** Of the next. */\nexport function e() {}",
    },
    violations: ["core/values/a.ts", "core/values/b.ts", "core/values/d.ts"],
  },
  ...plantedInPages,
  {
    rule: "no file hands on what another one exports",
    what: "a door to a store, by name, by type, as a whole, and after an import",
    sources: {
      "server/tickets/a.ts": 'export { findTicket } from "./store.ts";',
      "server/tickets/b.ts": 'export type { TicketRow } from "./store.ts";',
      "server/tickets/c.ts": 'export * from "./store.ts";',
      "core/tickets/d.ts": 'import { step } from "./step.ts"; export { step };',
      "core/tickets/e.ts": 'import { step } from "./step.ts"; const next = step; export { next };',
    },
    violations: ["server/tickets/a.ts", "server/tickets/b.ts", "server/tickets/c.ts", "core/tickets/d.ts"],
  },
  {
    rule: "pages ask for abilities",
    what: "a page and an endpoint that ask the table of roles, and a page that compares a seat",
    sources: {
      "server/desk/a.tsx": 'import { can } from "../../core/access/can.ts"; can();',
      "server/api/b.ts": 'import { can } from "../../core/access/can.ts"; can();',
      "server/tickets/c.ts": 'import { can } from "../../core/access/can.ts"; can();',
      "server/desk/d.tsx": 'import { abilitiesOf } from "../../core/access/abilities.ts"; abilitiesOf();',
      "server/portal/e.tsx": "export const mayReply = (actor) => actor.seat !== null;",
    },
    violations: ["server/desk/a.tsx", "server/api/b.ts", "server/portal/e.tsx"],
  },
  {
    rule: "pages ask no tables",
    what: "a page with a query of its own, a loader of the desk that writes SQL",
    sources: {
      "server/tickets/desk-a.tsx": 'export const a = (tx) => tx.selectFrom("people").execute();',
      "server/desk/b.ts": "export const b = (tx) => sql`select 1`.execute(tx);",
      "server/tickets/c.ts": 'export const c = (tx) => tx.selectFrom("people").execute();',
    },
    violations: ["server/tickets/desk-a.tsx", "server/desk/b.ts"],
  },
  {
    rule: "a table is written in its owner's store",
    what: "another noun that writes, by a query, by SQL in a template, by SQL in a string, and a file beside the store",
    sources: {
      "server/invoices/a.ts": 'export const a = (tx) => tx.updateTable("tickets").execute();',
      "server/invoices/b.ts": "export const b = (tx) => sql`\n  delete from tickets where x = ${1}`.execute(tx);",
      "cli/c.ts": 'export const c = (client) => client.query("update public.tickets as t set x = 1");',
      "server/invoices/d.ts": 'export const d = (tx) => tx.selectFrom("tickets").execute();',
      "server/tickets/store.ts": 'export const e = (tx) => tx.insertInto("tickets as t").execute();',
      "server/tickets/store-notes.ts": 'export const n = (tx) => tx.insertInto("ticket_notes").execute();',
      "server/tickets/close.ts": 'export const g = (tx) => tx.mergeInto("tickets").execute();',
      "server/time/store.ts": 'export const h = (tx) => tx.deleteFrom("tickets").execute();',
      "server/invoices/f.ts": "export const f = sql`select 1 from tickets for update`;",
    },
    violations: [
      "server/invoices/a.ts",
      "server/invoices/b.ts",
      "cli/c.ts",
      "server/tickets/close.ts",
      "server/time/store.ts",
    ],
  },
  {
    rule: "a store writes or locks in each of its functions",
    what: "a reading in a store",
    sources: {
      "server/tickets/store.ts":
        'export async function a(tx) { return tx.selectFrom("tickets").execute(); } export async function b(tx) { await tx.insertInto("tickets").execute(); }',
      "server/tickets/store-notes.ts":
        'export async function c(tx) { return tx.selectFrom("tickets").forUpdate().execute(); } export async function d(tx) { await save(tx); } async function save(tx) { await tx.updateTable("tickets").execute(); }',
      "server/tickets/read-ticket.ts": 'export async function e(tx) { return tx.selectFrom("tickets").execute(); }',
    },
    violations: ["server/tickets/store.ts"],
  },
  {
    rule: "a store is imported in its own folder",
    what: "a job and a page that call the store of another folder",
    sources: {
      "server/jobs/a.ts": 'import { deleteOld } from "../mail/store.ts"; deleteOld;',
      "server/sign-in/b.ts": 'import type { Row } from "../people/store-names.ts"; export type B = Row;',
      "server/mail/c.ts": 'import { deleteOld } from "./store.ts"; deleteOld;',
    },
    violations: ["server/jobs/a.ts", "server/sign-in/b.ts"],
  },
];
