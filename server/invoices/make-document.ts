import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import type { InvoiceId, OrganisationId } from "../../core/values/ids.ts";
import { type Databases, inReadingTransaction, inTransaction } from "../db/transaction.ts";
import type { Documents } from "../documents/documents.ts";
import type { FileStore } from "../files/file-store.ts";
import { readSnapshot } from "./read-snapshot.ts";
import { enqueueBehind } from "../queue/enqueue-job.ts";
import { findDocument } from "./read-document.ts";
import { findIssueEvent } from "./read-issued.ts";
import { insertDocument } from "./store.ts";
import { readStoredSnapshot } from "./read-snapshot.ts";

export interface DocumentNeeds {
  readonly databases: Databases;
  readonly documents: Documents;
  readonly files: FileStore;
  readonly systemNow: () => Temporal.Instant;
}

export interface InvoicePlace {
  readonly organisationId: OrganisationId;
  readonly invoiceId: InvoiceId;
}

/** Far above any invoice. The store requires a limit. */
const mostBytes = 50 * 1024 * 1024;

const system = { kind: "system" } as const;

/**
 * The PDF of an invoice. The first caller makes it from the snapshot and stores it with its hash; later ones get the
 * stored one (R13). Throws when the stored bytes do not match the hash, and `Abandoned` when whoever asked has left
 * before its drawing began. Never inside a transaction, because drawing is slow.
 */
export async function invoiceDocument(
  needs: DocumentNeeds,
  place: InvoicePlace,
  left?: AbortSignal,
): Promise<Uint8Array> {
  const stored = await storedDocument(needs, place, left);
  const bytes = await buffer(await needs.files.open(stored.storageKey));
  if (createHash("sha256").update(bytes).digest("hex") !== stored.sha256)
    throw new Error(`the document of invoice ${place.invoiceId} is not the one that was made`);
  return bytes;
}

/**
 * The job after the issue of an invoice (R33): makes its PDF, then has the others told, after all documents of a month.
 * Their mails carry the PDF, so that no job of a mail waits for one. A second run adds nothing.
 */
export async function drawAndTell(needs: DocumentNeeds, place: InvoicePlace): Promise<void> {
  await storedDocument(needs, place);
  await inTransaction(needs.databases, system, async (tx) => {
    const eventId = await findIssueEvent(tx, place);
    if (eventId === undefined) throw new Error(`the issue of invoice ${place.invoiceId} is no event`);
    await enqueueBehind({ tx }, "tell-of-invoice", { organisationId: place.organisationId, eventId });
  });
}

async function storedDocument(needs: DocumentNeeds, place: InvoicePlace, left?: AbortSignal) {
  const kept = await inReadingTransaction(needs.databases, system, async (tx) => findDocument(tx, place));
  return kept ?? makeDocument(needs, place, left);
}

async function makeDocument(
  { databases, documents, files, systemNow }: DocumentNeeds,
  place: InvoicePlace,
  left: AbortSignal | undefined,
) {
  const snapshot = await inReadingTransaction(databases, system, async (tx) => readStoredSnapshot(tx, place));
  const bytes = await documents.renderInvoice(readSnapshot(snapshot).document, left);
  const put = await files.put(Readable.from([bytes]), { limitBytes: mostBytes });
  if (!put.ok) throw new Error(`the document of invoice ${place.invoiceId} could not be stored: ${put.why}`);
  const made = { ...place, storageKey: put.file.key, sha256: put.file.sha256, madeAt: systemNow() };
  const kept = await inTransaction(databases, system, async (tx) => insertDocument(tx, made));
  if (kept.storageKey !== put.file.key) await files.remove(put.file.key);
  return kept;
}
