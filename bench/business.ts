import { readFileSync } from "node:fs";
import { join } from "node:path";
import { chargeMonth } from "../core/charges/charge-month.ts";
import type { ChargedTicket, WorkedEntry } from "../core/charges/charged-work.ts";
import { chargeRules } from "../core/charges/rules.ts";
import { defaultTerms } from "../core/contracts/terms.ts";
import type { Step } from "../core/tickets/step.ts";
import { monthOf } from "../core/values/month.ts";
import { exampleInvoice } from "../server/documents/example-invoice.ts";
import { printInvoice } from "../server/documents/invoice-print.ts";
import type { TypstJob } from "../server/documents/typst-worker.ts";
import { createWorkerQueue } from "../server/documents/worker-queue.ts";
import { packageRoot } from "../server/root.ts";
import { type Figure, timesOf } from "./figures.ts";

const steps: readonly Step[] = ["administration", "research", "resolution"];

/** A busy month: twenty tickets, six entries each, in all windows. */
function busyMonth(): { tickets: ChargedTicket[]; entries: WorkedEntry[] } {
  const begin = Temporal.Instant.from("2026-10-01T06:00Z");
  const tickets = Array.from({ length: 20 }, (_, index) => ({
    id: `t${index}`,
    reference: `K26-${index}`,
    createdAt: begin.add({ hours: index * 30 }),
    isAdditional: index >= 15,
    numberInMonth: index + 1,
    startFeeMinutes: 15,
    outsideHoursAgreedAt: index % 2 === 0 ? begin : null,
  }));
  const entries = tickets.flatMap((ticket) =>
    Array.from({ length: 6 }, (_, index) => {
      const start = ticket.createdAt.add({ minutes: 10 + index * 95 });
      const step = steps[index % 3] ?? "research";
      return {
        id: `${ticket.id} ${index}`,
        ticketId: ticket.id,
        step,
        start,
        end: start.add({ minutes: 37 }),
        isChargeable: index !== 5,
      };
    }),
  );
  return { tickets, entries };
}

export function benchCharging(): Figure[] {
  const month = { rules: chargeRules(defaultTerms(2026)), month: monthOf("2026-10"), ...busyMonth() };
  const samples: number[] = [];
  for (let round = 0; round < 600; round += 1) {
    const startedAt = performance.now();
    chargeMonth(month);
    // The first rounds are the compiler's.
    if (round >= 100) samples.push(performance.now() - startedAt);
  }
  return timesOf("charging one organisation's month (20 tickets, 120 entries)", samples, 1);
}

/** Invoices as PDF/A-3 with the e-invoice, one after another, as a month's end asks for them. */
export async function benchInvoices(): Promise<Figure[]> {
  const entry = join(packageRoot, "server/documents/typst-worker.ts");
  const queue = createWorkerQueue<TypstJob, Uint8Array>({ entry, timeoutMilliseconds: 20_000, maxWaiting: 5000 });
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
