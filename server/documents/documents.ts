import { join } from "node:path";
import { needsNoConnection } from "../db/one-connection.ts";
import { packageRoot } from "../root.ts";
import template from "./invoice.typ?raw";
import type { InvoiceDocument } from "./invoice-document.ts";
import { printInvoice } from "./invoice-print.ts";
import type { TypstJob } from "./typst-worker.ts";
import { createWorkerQueue } from "./worker-queue.ts";

/** Turns data into documents, outside the process that serves pages. */
export interface Documents {
  /**
   * The invoice as PDF/A-3a. The same model always gives the same bytes (R13). Throws `Abandoned` if whoever asked has
   * left before its turn came.
   */
  renderInvoice(model: InvoiceDocument, left?: AbortSignal): Promise<Uint8Array>;
  /** Finishes the requested documents and stops. */
  close(): Promise<void>;
}

/** Documents by Typst in a process of its own, with our own fonts, an empty workspace and no network (R32). */
export function createDocuments({ timeoutMilliseconds = 20_000 } = {}): Documents {
  const queue = createWorkerQueue<TypstJob, Uint8Array>({
    entry: workerEntry(),
    timeoutMilliseconds,
    maxWaiting: 5000,
    idleMilliseconds: 30_000,
  });
  return {
    renderInvoice: async (model, left) => {
      needsNoConnection("drawing a document");
      return queue.run({ template, document: printInvoice(model) }, left);
    },
    close: () => queue.close(),
  };
}

/** Node runs the worker's source in a test. The built one lies beside the command (vite.server.config.ts). */
function workerEntry(): string {
  const isSource = import.meta.url.endsWith(".ts");
  return isSource
    ? join(import.meta.dirname, "typst-worker.ts")
    : join(packageRoot, "dist", "server", "typst-worker.js");
}
