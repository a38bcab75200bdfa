// How soon a change is told to the other window, and what many open windows cost.

import { readFileSync } from "node:fs";
import http from "node:http";
import { performance } from "node:perf_hooks";
import { percentiles } from "./load.mjs";

/** Opens one live connection; `heard` is called with each event's name and the time it came. */
function listenTo(url, slug, token, heard = () => undefined) {
  return new Promise((resolve, reject) => {
    const request = http.get(`${url}/api/live/${slug}?after=0`, {
      headers: { cookie: `firsthand-session=${token}` },
      agent: false,
    });
    request.on("error", reject);
    request.on("response", (response) => {
      if (response.statusCode !== 200)
        return reject(new Error(`the live path answered ${response.statusCode}`));
      response.on("data", (chunk) => heard(String(chunk), performance.now()));
      response.on("error", () => undefined);
      resolve(() => request.destroy());
    });
  });
}

/** Milliseconds from sending a change to hearing of it in another window, for so many changes one after the other. */
export async function measureDelay(url, desk, changes) {
  let waiting = null;
  const close = await listenTo(url, desk.slug, desk.token, (text, at) => {
    if (text.includes("event: change")) waiting?.(at);
  });
  const times = [];
  for (let n = 0; n < changes; n += 1) {
    const heard = new Promise((resolve) => {
      waiting = resolve;
    });
    const sent = performance.now();
    const answer = await fetch(`${url}/api/v1/w/${desk.slug}/tasks`, {
      method: "POST",
      headers: { "content-type": "application/json", origin: url, cookie: `firsthand-session=${desk.token}` },
      body: JSON.stringify({ kind: "meeting-check", title: `Heard in the other window ${n}` }),
    });
    if (!answer.ok) throw new Error(`a change was answered with ${answer.status}`);
    times.push((await heard) - sent);
  }
  close();
  return { changes, ...percentiles(times) };
}

/** Memory of a process, in megabytes: resident now (Linux), or null where it cannot be read. */
export function residentMegabytes(pid) {
  try {
    const line = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"));
    return line ? Math.round(Number(line[1]) / 1024) : null;
  } catch {
    return null;
  }
}

/** Opens so many idle live connections over sessions of one desk; closes them when told. */
export async function openMany(url, slug, tokens, count) {
  const open = [];
  for (let n = 0; n < count; n += 200) {
    const batch = Array.from({ length: Math.min(200, count - n) }, (_, i) =>
      listenTo(url, slug, tokens[(n + i) % tokens.length]),
    );
    open.push(...(await Promise.all(batch)));
  }
  return () => {
    for (const close of open) close();
  };
}
