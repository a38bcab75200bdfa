// Runs other programs so that none outlives us.

import { spawn } from "node:child_process";
import { Advice } from "./say.mjs";

const running = new Set();

/** Runs a program to its end; its output is kept and shown only when it fails, unless `show` is set. */
export function run(command, args, { show = false, env = {}, cwd, what = command } = {}) {
  return new Promise((resolve, reject) => {
    const stdio = ["ignore", show ? "inherit" : "pipe", show ? "inherit" : "pipe"];
    // A group of its own, so that ending it ends its children too.
    const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio, detached: true });
    endWithUs(child);
    let words = "";
    for (const stream of [child.stdout, child.stderr])
      stream?.on("data", (chunk) => {
        words = (words + chunk).slice(-20_000);
      });
    child.on("error", (error) => reject(new Advice(`${what} cannot be run: ${error.message}`)));
    child.on("close", (code, signal) => {
      if (code === 0) resolve(words);
      else
        reject(
          Object.assign(new Advice(`${what} failed (${signal ?? code}).\n${words.trimEnd()}`), {
            exitCode: code,
            words,
          }),
        );
    });
  });
}

/** Remembers a child with a group of its own (detached), so that `endAll` ends it. */
export function endWithUs(child) {
  running.add(child);
  child.once("close", () => running.delete(child));
}

/** Ends every program that `run` started and that still runs, children included. */
export function endAll(signal = "SIGTERM") {
  for (const child of running) {
    try {
      process.kill(-child.pid, signal);
    } catch {
      // Already gone.
    }
  }
}
