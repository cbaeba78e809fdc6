import { readFileSync } from "node:fs";
import { join } from "node:path";
import { exampleInvoice } from "../server/documents/example-invoice.ts";
import { printInvoice } from "../server/documents/invoice-print.ts";
import type { TypstJob } from "../server/documents/typst-worker.ts";
import { createWorkerQueue } from "../server/documents/worker-queue.ts";
import { packageRoot } from "../server/root.ts";
import type { Figure } from "./figures.ts";

/** Invoices as PDF/A-3a, one after another, as at a month's end. */
export async function benchInvoices(): Promise<Figure[]> {
  const entry = join(packageRoot, "server/documents/typst-worker.ts");
  const queue = createWorkerQueue<TypstJob, Uint8Array>({
    entry,
    timeoutMilliseconds: 20_000,
    maxWaiting: 5000,
    idleMilliseconds: 1000,
  });
  const template = readFileSync(join(packageRoot, "server/documents/invoice.typ"), "utf8");
  const render = async (index: number) =>
    queue.run({
      template,
      document: printInvoice({ ...exampleInvoice, number: `2026-${String(index).padStart(4, "0")}` }),
    });
  await render(0);
  const [count, startedAt] = [100, performance.now()];
  await Promise.all(Array.from({ length: count }, async (_, index) => render(index + 1)));
  const seconds = (performance.now() - startedAt) / 1000;
  await queue.close();
  return [{ what: "invoices drawn as PDF", value: count / seconds, unit: "per second", budget: 1000 / 60 }];
}
