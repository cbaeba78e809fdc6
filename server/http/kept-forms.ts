import { createHash, randomUUID } from "node:crypto";
import { sql } from "kysely";
import { z } from "zod";
import { type Databases, inTransaction } from "../db/transaction.ts";
import type { Transaction } from "../db/connect.ts";
import { ownerField } from "./form-owner.ts";
import { newSealKey, openText, sealText } from "./sealed-text.ts";
import { deleteKeptForm, deleteKeptFormsBefore, insertKeptForm } from "./store-kept-forms.ts";

/** The lifetime of a kept form: enough to sign in again, even by mail. */
export const keptMinutes = 60;
const mostBytes = 1_000_000;
/** The limits of one network and of all together. Anybody may send these, and they must not fill the disk. */
const mostOfNetwork = 100;
const mostBytesOfAll = 64 * 1024 * 1024;

const keptForm = z
  .strictObject({
    /** The address it was sent to. */
    path: z.string(),
    /** The page of the form. */
    page: z.string(),
    [ownerField]: z.string(),
    fields: z.record(z.string(), z.array(z.string())),
    /** The names of the form's files, to be chosen again. */
    files: z.array(z.string()),
  })
  .transform(({ [ownerField]: owner, ...kept }) => ({ ...kept, owner }));

/** A form that was not carried out, because its owner was not signed in (R43). */
export type KeptForm = z.output<typeof keptForm>;

interface Keeping {
  readonly databases: Databases;
  readonly network: string;
  readonly now: Temporal.Instant;
}

const system = { kind: "system" } as const;

/**
 * Keeps a form for this browser, and answers the cookie value that finds it again; null when there is no room. The
 * database has only the sealed text and the browser only the key: neither is of use alone.
 */
export async function keepForm({ databases, network, now }: Keeping, form: KeptForm): Promise<string | null> {
  const { owner, ...kept } = form;
  const text = JSON.stringify({ ...kept, [ownerField]: owner } satisfies z.input<typeof keptForm>);
  if (Buffer.byteLength(text) > mostBytes) return null;
  const id = randomUUID();
  const key = newSealKey();
  const row = { id, sealed: sealText(text, key, id), networkHash: hashOf(network), keptAt: now };
  return inTransaction(databases, system, async (tx) => {
    await deleteKeptFormsBefore(tx, now.subtract({ minutes: keptMinutes }));
    if (!(await hasRoom(tx, row))) return null;
    await insertKeptForm(tx, row);
    return `${id}.${key.toString("base64url")}`;
  });
}

async function hasRoom(tx: Transaction, row: { networkHash: Buffer; sealed: Buffer }): Promise<boolean> {
  const { rows } = await sql<{ bytes: bigint; ofNetwork: bigint }>`
    select coalesce(sum(octet_length(sealed)), 0)::bigint as bytes,
      count(*) filter (where network_hash = ${row.networkHash}) as of_network
    from kept_forms`.execute(tx);
  const { bytes = 0n, ofNetwork = 0n } = rows[0] ?? {};
  return Number(bytes) + row.sealed.length <= mostBytesOfAll && Number(ofNetwork) < mostOfNetwork;
}

/** The kept form of a browser's cookie; null when there is none any more. */
export async function findKeptForm(
  databases: Databases,
  cookie: string | undefined,
  now: Temporal.Instant,
): Promise<KeptForm | null> {
  const place = placeOf(cookie);
  if (place === null) return null;
  const row = await inTransaction(databases, system, async (tx) =>
    tx
      .selectFrom("kept_forms")
      .select("sealed")
      .where("id", "=", place.id)
      .where("keptAt", ">=", now.subtract({ minutes: keptMinutes }))
      .executeTakeFirst(),
  );
  const text = row === undefined ? null : openText(row.sealed, place.key, place.id);
  return text === null ? null : keptForm.parse(JSON.parse(text));
}

/** Forgets a kept form that was sent or is no longer wanted. */
export async function forgetKeptForm(databases: Databases, cookie: string | undefined): Promise<void> {
  const place = placeOf(cookie);
  if (place === null) return;
  await inTransaction(databases, system, async (tx) => deleteKeptForm(tx, place.id));
}

function placeOf(cookie: string | undefined): { readonly id: string; readonly key: Buffer } | null {
  const [, id, key] =
    /^([0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12})\.([\w-]{43})$/.exec(cookie ?? "") ?? [];
  return id === undefined || key === undefined ? null : { id, key: Buffer.from(key, "base64url") };
}

function hashOf(network: string): Buffer {
  return createHash("sha256").update(network).digest();
}
