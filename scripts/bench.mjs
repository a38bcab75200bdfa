#!/usr/bin/env node
// npm run bench: how fast it is here, beside two floors in the same run, as JSON on standard output. Progress goes to
// standard error. Options: --sizes 1000,100000,1000000  --seconds 8  --live 10000

import { spawn } from "node:child_process";
import { cpSync, mkdirSync, rmSync, symlinkSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import path from "node:path";
import { performance } from "node:perf_hooks";
import { fileURLToPath, pathToFileURL } from "node:url";
import { measureImport } from "./bench/import.mjs";
import { measurePages } from "./bench/pages.mjs";
import { measureStarts } from "./bench/starts.mjs";
import { buildPages, bundle, generate } from "./steps/build.mjs";
import { freePort } from "./steps/free-port.mjs";
import { install } from "./steps/install.mjs";
import { endAll, run } from "./steps/run.mjs";
import { explain } from "./steps/say.mjs";
import { startServer } from "./steps/serve.mjs";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const work = path.join(root, ".test", `bench-${process.pid}`);
const option = (name, otherwise) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : process.argv[at + 1];
};
const sizes = option("sizes", "1000,100000,1000000").split(",").map(Number);
const seconds = Number(option("seconds", "8"));
const windows = Number(option("live", "10000"));
const note = (sentence) => console.error(`  ${sentence}`);
const undo = [];

// Standard output is for the result alone; what the steps say goes where progress goes.
console.log = console.error;

await install(root, { forTests: true }).catch((error) => {
  console.error(explain(error));
  process.exit(1);
});
// They use packages, which a new clone has only now.
const { measureDelay, openMany, residentMegabytes } = await import("./bench/live.mjs");
const { measure, percentiles } = await import("./bench/load.mjs");
const { fillWorld, listOpen, makeSessions } = await import("./bench/world.mjs");

async function bench() {
  process.chdir(root);
  mkdirSync(work, { recursive: true });
  await generate(root);
  await bundle(root);
  await buildPages(root);
  const result = {
    at: new Date().toISOString(),
    machine: { cores: cpus().length, memoryGB: Math.round(totalmem() / 2 ** 30), node: process.version },
  };
  result.startUp = await measureStarts(root, path.join(work, "start"), note);
  const bare = await startBarePage();
  const { world, server } = await startFirsthand();
  for (const tasks of sizes) {
    note(`filling desks until there are ${tasks} tasks`);
    const desks = await fillWorld(world.superuserUrl, tasks);
    result[`tasks ${tasks}`] = await measureSize(world, desks, bare);
  }
  const [desk] = await fillWorld(world.superuserUrl, 0);
  result.pages = await measurePages(world.url, desk, bare);
  note("live updates");
  result.live = {
    delay: await measureDelay(world.url, desk, 300),
    megabytesAfterAllThat: residentMegabytes(server.pid),
  };
  note("importing a long address book");
  result.import = await measureImport(world.url, desk);
  await server.stop();
  // What the windows cost, and not what the load before them left behind: a server of their own that has served a page.
  const fresh = await serve(world);
  await measureDelay(world.url, desk, 20);
  Object.assign(result.live, await measureWindows(world, desk, fresh));
  result.goals = judge(result);
  process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
}

async function startFirsthand() {
  const house = await import(pathToFileURL(path.join(root, "dist/house.mjs")).href);
  const cluster = await house.startCluster({
    directory: path.join(work, "postgres"),
    binaries: await house.findEmbeddedBinaries(root),
    say: note,
  });
  undo.push(() => cluster.stop());
  const secret = "a secret of the bench, long enough to be taken";
  const ownerUrl = await house.makeDatabase(cluster.superuserUrl, "bench");
  const urls = await house.openDatabase({
    ownerUrl,
    secret,
    migrations: path.join(root, "prisma/migrations"),
    say: note,
  });
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const world = { url, port, urls, secret, appUrl: urls.appUrl, superuserUrl: cluster.superuserUrl("bench") };
  return { server: await serve(world), world };
}

/** The one server process, on the world's address. */
async function serve({ url, port, urls, secret }) {
  const server = startServer(root, {
    env: {
      APP_DATABASE_URL: urls.appUrl,
      AUTH_DATABASE_URL: urls.authUrl,
      FIRSTHAND_SECRET: secret,
      PORT: String(port),
      FIRSTHAND_URL: url,
      DEMO: "0",
      LOG_LEVEL: "error",
      DATA_DIR: work,
    },
  });
  undo.push(() => server.stop());
  await server.listening;
  return server;
}

/** Next with one page that does nothing: what the framework itself costs. */
async function startBarePage() {
  const folder = path.join(work, "bare");
  cpSync(path.join(root, "scripts/bench/bare"), folder, { recursive: true });
  symlinkSync(path.join(root, "node_modules"), path.join(folder, "node_modules"));
  const next = path.join(root, "node_modules/next/dist/bin/next");
  note("building the bare page");
  await run(process.execPath, [next, "build", "--webpack"], {
    cwd: folder,
    what: "next build (bare)",
    env: { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
  });
  const port = await freePort();
  const child = spawn(process.execPath, [next, "start", "-p", String(port)], {
    cwd: folder,
    stdio: "ignore",
    env: { ...process.env, NODE_ENV: "production" },
  });
  undo.push(() => child.kill());
  const url = `http://localhost:${port}`;
  while (
    !(await fetch(url).then(
      (answer) => answer.ok,
      () => false,
    ))
  );
  return url;
}

async function measureSize(world, desks, bare) {
  const floor = await startFloor(world.appUrl);
  const gzip = { "accept-encoding": "gzip" };
  const pages = desks.map((desk) => ({
    path: `/w/${desk.slug}/queue`,
    headers: { ...gzip, cookie: `firsthand-session=${desk.token}` },
  }));
  const rows = desks.map((desk) => ({ path: `/?desk=${desk.id}`, headers: { "x-secret": desk.token } }));
  const measured = {};
  await measure(world.url, { connections: 10, seconds: 3, requests: pages });
  for (const connections of [10, 50]) {
    note(`${connections} connections, ${desks.length} desks`);
    const round = {
      barePage: await measure(bare, { connections, seconds, headers: gzip }),
      queuePage: await measure(world.url, { connections, seconds, requests: pages }),
      sameSqlThroughPg: await measure(floor.url, { connections, seconds, requests: rows }),
      completeTask: await measureCompleting(world, desks, connections),
    };
    round.queuePageShareOfBarePage = round.queuePage.requestsPerSecond / round.barePage.requestsPerSecond;
    measured[`${connections} connections`] = round;
  }
  floor.stop();
  return measured;
}

async function measureCompleting(world, desks, connections) {
  const some = desks.slice(0, 100);
  const open = await listOpen(
    world.superuserUrl,
    some.map((desk) => desk.id),
    Math.max(3, Math.ceil(30 / some.length)),
  );
  const secrets = new Map(desks.map((desk) => [desk.slug, desk.token]));
  const requests = open.map(({ slug, id, version }) => ({
    method: "POST",
    path: `/api/v1/w/${slug}/tasks/${id}/complete`,
    headers: {
      "content-type": "application/json",
      origin: world.url,
      cookie: `firsthand-session=${secrets.get(slug)}`,
    },
    body: JSON.stringify({ version }),
  }));
  // Every task is completed once: each connection takes its own share of them, and stops when it has done it.
  const shares = Math.min(connections, requests.length);
  const times = [];
  const began = performance.now();
  await Promise.all(
    Array.from({ length: shares }, async (_, share) => {
      for (let n = share; n < requests.length; n += shares) {
        const { path: address, ...request } = requests[n];
        const sent = performance.now();
        const answer = await fetch(world.url + address, request);
        if (!answer.ok)
          throw new Error(`completing was answered with ${answer.status}: ${await answer.text()}`);
        await answer.arrayBuffer();
        times.push(performance.now() - sent);
      }
    }),
  );
  return {
    requestsPerSecond: Math.round((times.length * 1000) / (performance.now() - began)),
    ...percentiles(times),
    answers: times.length,
  };
}

/** The SQL floor runs in a process of its own, compiled on the fly. */
async function startFloor(appUrl) {
  const tsx = path.join(root, "node_modules/tsx/dist/cli.mjs");
  const child = spawn(process.execPath, [tsx, path.join(root, "scripts/bench/floor-server.ts")], {
    cwd: root,
    env: { ...process.env, APP_DATABASE_URL: appUrl },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const stop = () => child.kill();
  undo.push(stop);
  const url = await new Promise((resolve) =>
    child.stdout.once("data", (chunk) => resolve(String(chunk).trim())),
  );
  return { url, stop };
}

async function measureWindows(world, desk, server) {
  const tokens = await makeSessions(world.superuserUrl, desk.slug, Math.ceil(windows / 20) + 1);
  const before = residentMegabytes(server.pid);
  const close = await openMany(world.url, desk.slug, tokens, windows);
  const after = residentMegabytes(server.pid);
  const delay = await measureDelay(world.url, { ...desk, token: tokens.at(-1) }, 20);
  const busy = residentMegabytes(server.pid);
  close();
  return {
    windows,
    megabytesBefore: before,
    megabytesWithWindows: after,
    megabytesWhileChanging: busy,
    delayWithWindows: delay,
  };
}

function judge(result) {
  const [smallest] = sizes;
  const largest = sizes.at(-1);
  const p95 = (size) => result[`tasks ${size}`]["10 connections"].queuePage.p95ms;
  return {
    "queue page p95, largest over smallest (≤ 1.2)": p95(largest) / p95(smallest),
    "queue page share of the bare page (≥ 0.35)":
      result[`tasks ${largest}`]["10 connections"].queuePageShareOfBarePage,
    "queue page JavaScript, kB compressed (≤ 170)": result.pages.queue?.scriptsKB,
    "live update p95, ms (≤ 300)": result.live.delay.p95ms,
    "memory with all windows, MB (≤ 400)": result.live.megabytesWithWindows,
    "second start to first page, s (< 5)": result.startUp.secondStartSeconds,
    "20,000 cards looked at and imported, s (< 30)": result.import.bothSeconds,
  };
}

async function finish(code) {
  for (const work of undo.reverse()) await Promise.resolve(work()).catch(() => undefined);
  endAll();
  rmSync(work, { recursive: true, force: true });
  process.exit(code);
}

for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => void finish(130));
bench().then(
  () => finish(0),
  (error) => {
    console.error(error);
    return finish(1);
  },
);
