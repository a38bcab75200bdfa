// A whole Firsthand for the end-to-end tests: started like a person starts it, on a free port, with fresh data.

import { spawn } from "node:child_process";
import { readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { freePorts } from "./free-port.mjs";
import { endWithUs } from "./run.mjs";
import { Advice } from "./say.mjs";

/** Starts so many and waits until all are ready. `stop` ends one and removes its data. */
export async function startTestServers(root, count, more = {}) {
  removeOldRuns(path.join(root, ".test"));
  const ports = await freePorts(count);
  return Promise.all(ports.map((port) => startTestServer(root, port, more)));
}

async function startTestServer(root, port, more) {
  const url = `http://localhost:${port}`;
  const dataDir = path.join(root, ".test", `server-${process.pid}-${port}`);
  const { envKeys } = await import(pathToFileURL(path.join(root, "dist/house.mjs")).href);
  // Empty counts as not set, and keeps a developer's own .env out of the tests.
  const settings = {
    ...Object.fromEntries(envKeys.map((key) => [key, ""])),
    PORT: String(port),
    DATA_DIR: dataDir,
    LOG_LEVEL: "warn",
    ...more,
  };
  const child = spawn(process.execPath, [path.join(root, "scripts/start.mjs")], {
    cwd: root,
    env: { ...process.env, ...settings, NODE_ENV: "production", npm_lifecycle_event: "" },
    stdio: ["ignore", "pipe", "inherit"],
    detached: true,
  });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  endWithUs(child);

  async function stop() {
    child.kill("SIGTERM");
    await ended;
    rmSync(dataDir, { recursive: true, force: true });
  }

  let words = "";
  const ready = new Promise((resolve) => {
    child.stdout.on("data", (chunk) => {
      words += chunk;
      if (words.includes("Firsthand is ready.")) resolve(true);
    });
  });
  if (await Promise.race([ready, ended.then(() => false)])) return { url, dataDir, stop };
  rmSync(dataDir, { recursive: true, force: true });
  throw new Advice(`The server for the tests did not start.\n${words}`);
}

function removeOldRuns(folder) {
  for (const name of readdirSync(folder)) {
    const pid = Number(/^server-(\d+)-/.exec(name)?.[1] ?? Number.NaN);
    if (!Number.isNaN(pid) && !isAlive(pid))
      rmSync(path.join(folder, name), { recursive: true, force: true });
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}
