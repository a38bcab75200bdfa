// How long `npm start` takes from nothing in the data folder, and the second time, until a page is served.

import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
import path from "node:path";
import { performance } from "node:perf_hooks";
import { freePort } from "../steps/free-port.mjs";

/** Seconds to the first page with an empty data folder (built already), and on the second start. */
export async function measureStarts(root, dataDir, note) {
  note("starting from an empty data folder, and again");
  const first = await timeStart(root, dataDir);
  const second = await timeStart(root, dataDir);
  rmSync(dataDir, { recursive: true, force: true });
  return { firstStartSeconds: first, secondStartSeconds: second };
}

async function timeStart(root, dataDir) {
  const port = await freePort();
  const env = {
    ...process.env,
    PORT: String(port),
    DATA_DIR: dataDir,
    LOG_LEVEL: "error",
    npm_lifecycle_event: "",
  };
  const began = performance.now();
  const child = spawn(process.execPath, [path.join(root, "scripts/start.mjs")], {
    cwd: root,
    env,
    stdio: "ignore",
  });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  let over = false;
  ended.then(() => {
    over = true;
  });
  while (
    !(await fetch(`http://localhost:${port}/sign-in`).then(
      (answer) => answer.ok,
      () => false,
    ))
  ) {
    if (over) throw new Error("npm start ended before it served a page");
  }
  const seconds = Math.round(performance.now() - began) / 1000;
  child.kill("SIGTERM");
  await ended;
  return seconds;
}
