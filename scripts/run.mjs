// Runs one program of a check. It keeps the output until somebody has to read it, limits the time, and leaves nothing
// behind when we are stopped ourselves.
import { spawn } from "node:child_process";
import { root } from "./install.mjs";

const running = new Set();

/** Answers whether it succeeded, and its whole output. */
export function run(program, parameters, environment, limitMilliseconds) {
  return new Promise((resolve) => {
    const env = { ...process.env, NO_COLOR: "1", ...environment };
    // A process group of its own, so that a hanging test runner ends with all its workers.
    const child = spawn(program, parameters, { cwd: root, env, detached: true, stdio: ["ignore", "pipe", "pipe"] });
    running.add(child);
    const chunks = [];
    child.stdout.on("data", (chunk) => chunks.push(chunk));
    child.stderr.on("data", (chunk) => chunks.push(chunk));
    const limit = setTimeout(() => {
      chunks.push(Buffer.from(`\nstopped after ${limitMilliseconds / 60_000} minutes, the limit of a step\n`));
      end(child, "SIGTERM");
      setTimeout(() => end(child, "SIGKILL"), 10_000).unref();
    }, limitMilliseconds);
    const done = (ok) => {
      clearTimeout(limit);
      running.delete(child);
      resolve({ ok, output: Buffer.concat(chunks).toString("utf8") });
    };
    child.on("error", (error) => {
      chunks.push(Buffer.from(String(error)));
      done(false);
    });
    // "exit" and not "close", because a daemon left by a test would keep our pipe open for ever.
    child.on("exit", (code) => setTimeout(() => done(code === 0), 50));
  });
}

/** The time since a moment of performance.now(), for people. */
export function seconds(since) {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}

function end(child, signal) {
  try {
    process.kill(-child.pid, signal);
  } catch {
    // it has ended by itself
  }
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.on(signal, () => {
    for (const child of running) end(child, "SIGTERM");
    process.exit(1);
  });
}
