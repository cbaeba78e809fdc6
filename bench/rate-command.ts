import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { steps } from "../core/tickets/step.ts";
import { nodeFlags } from "../scripts/node-flags.mjs";
import { packageRoot } from "../server/root.ts";
import type { Figure } from "./figures.ts";

const entryCount = 100_000;

/** `npm run kwartier -- rate` on files of a hundred thousand entries, from start to end. */
export async function benchRateCommand(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), "kwartier-bench-rate-"));
  try {
    const file = join(folder, "month.json");
    writeFileSync(file, JSON.stringify(monthOf(2000)));
    const spread = await measure([file]);
    const explained = await measure([file, "--explain"]);
    writeFileSync(file, JSON.stringify(monthOf(1)));
    const heaped = await measure([file]);
    return [
      ...figuresOf("kwartier rate, 100,000 entries of 2,000 tickets", spread, { seconds: 2, megabytes: 400 }),
      ...figuresOf("the same, explained", explained),
      ...figuresOf("kwartier rate, 100,000 entries of one ticket", heaped, { seconds: 2, megabytes: 400 }),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Entries over all days and nights of a month, with the steps in turn. */
function monthOf(ticketCount: number): object {
  const begin = Date.UTC(2026, 9, 1, 6);
  const textOf = (minute: number) => new Date(begin + minute * 60_000).toISOString().replace(".000Z", "+00:00");
  const tickets = Array.from({ length: ticketCount }, (_, index) => ({
    reference: `K26-${index}`,
    createdAt: textOf(index * 20),
  }));
  const timeEntries = Array.from({ length: entryCount }, (_, index) => {
    const start = (index * 861) % (30 * 24 * 60);
    const step = steps[index % steps.length];
    return { ticket: `K26-${index % ticketCount}`, step, start: textOf(start), end: textOf(start + 37) };
  });
  return { month: "2026-10", tickets, timeEntries };
}

interface Use {
  readonly seconds: number;
  readonly megabytes: number;
}

/** The process tells at its end the most memory it ever had, in kilobytes. */
const tellMemory = `data:text/javascript,import{writeSync}from"node:fs";process.on("exit",()=>writeSync(3,String(process.resourceUsage().maxRSS)))`;

async function measure(parameters: readonly string[]): Promise<Use> {
  const startedAt = performance.now();
  const program = join(packageRoot, "dist/server/kwartier.js");
  const child = spawn(process.execPath, [...nodeFlags, "--import", tellMemory, program, "rate", ...parameters], {
    stdio: ["ignore", "ignore", "inherit", "pipe"],
  });
  const told = child.stdio[3];
  if (told === null || told === undefined || !("read" in told)) throw new Error("the command has nowhere to tell");
  const ended = new Promise<number | null>((resolve) => void child.once("close", resolve));
  const kilobytes = await text(told);
  const code = await ended;
  if (code !== 0) throw new Error(`kwartier rate ended with ${code}`);
  return { seconds: (performance.now() - startedAt) / 1000, megabytes: Number(kilobytes) / 1024 };
}

function figuresOf(what: string, { seconds, megabytes }: Use, budget?: Use): Figure[] {
  return [
    { what, value: seconds, unit: "s", ...(budget && { budget: budget.seconds }) },
    { what: `${what}, memory`, value: megabytes, unit: "MB", ...(budget && { budget: budget.megabytes }) },
  ];
}
