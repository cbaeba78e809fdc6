import { spawn } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  export interface ProvidedContext {
    /** The address of the built product, a demo on a database of its own. */
    demoUrl: string;
  }
}

const root = join(import.meta.dirname, "..");
const patience = 90_000;

/** Starts the built product once for the run, like a newcomer's `npm start`, and stops it like an operator. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const directory = mkdtempSync(join(tmpdir(), "kwartier-browser-"));
  chmodSync(directory, 0o755);
  const demo = spawn(process.execPath, [join(root, "dist", "server", "kwartier.js"), "start", "--demo"], {
    cwd: root,
    env: { ...process.env, DATA_DIRECTORY: directory, PORT: "0", NODE_ENV: "production" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = new Promise<void>((resolve) => demo.once("exit", () => resolve()));
  const stop = async (): Promise<void> => {
    demo.kill("SIGTERM");
    await ended;
    rmSync(directory, { recursive: true, force: true });
  };
  try {
    project.provide("demoUrl", await addressOf(demo));
  } catch (error) {
    await stop();
    throw error;
  }
  return stop;
}

/** Reads the address from the product's first lines, and passes all later output on. */
async function addressOf(demo: ReturnType<typeof spawn>): Promise<string> {
  const said = Promise.withResolvers<string>();
  let heard = "";
  demo.stdout?.on("data", (chunk: Buffer) => {
    heard += chunk.toString();
    const address = /Kwartier is at (\S+)/.exec(heard)?.[1];
    if (address !== undefined) said.resolve(address);
  });
  demo.stderr?.on("data", (chunk: Buffer) => process.stderr.write(chunk));
  demo.once("exit", (code) =>
    said.reject(new Error(`the demo ended with ${code} before it could be reached:\n${heard}`)),
  );
  const impatience = setTimeout(() => said.reject(new Error(`the demo was not up in time:\n${heard}`)), patience);
  return said.promise.finally(() => clearTimeout(impatience));
}
