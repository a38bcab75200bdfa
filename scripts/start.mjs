#!/usr/bin/env node
// npm start, npm run dev: from a bare checkout to a served page. Nothing but Node may be needed up here.

import { existsSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { buildPages, bundle, generate } from "./steps/build.mjs";
import { install, requireNode } from "./steps/install.mjs";
import { endWithParent } from "./steps/parent.mjs";
import { endAll } from "./steps/run.mjs";
import { Advice, explain, say, step } from "./steps/say.mjs";
import { startServer } from "./steps/serve.mjs";
import { sayWelcome } from "./steps/welcome.mjs";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const dev = process.argv.includes("--dev");

/** What has to be undone at the end, last first. */
const undo = [];
let ending = null;

function end(code) {
  ending ??= (async () => {
    endAll();
    for (const work of undo.reverse()) await work().catch((error) => console.error(explain(error)));
    process.exit(code);
  })();
  return ending;
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => void end(0));
if (process.env.npm_lifecycle_event) endWithParent(() => void end(0));

async function requireFreePort({ PORT, HOST }) {
  await new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen({ port: PORT, host: HOST }, () => probe.close(resolve));
  }).catch((error) => {
    if (error.code === "EADDRINUSE")
      throw new Advice(
        `Port ${PORT} is in use by another program. Choose another: PORT=${PORT === 65535 ? 3000 : PORT + 1} npm start`,
      );
    if (error.code === "EACCES")
      throw new Advice(`Port ${PORT} may not be used by you. Choose one above 1024: PORT=3000 npm start`);
    throw new Advice(`${HOST}:${PORT} cannot be served on (${error.message}). Look at HOST and PORT.`);
  });
}

async function seedDemo({ oneAtATime }, { urls, serverEnv }) {
  Object.assign(process.env, serverEnv);
  const { seedDemo: seed } = await import(pathToFileURL(path.join(root, "dist/seed-demo.mjs")).href);
  await oneAtATime(urls.ownerUrl, () => seed());
}

async function start() {
  requireNode();
  process.chdir(root);
  if (existsSync(".env")) process.loadEnvFile(".env");
  await install(root);
  await generate(root);
  await bundle(root);
  const house = await import(pathToFileURL(path.join(root, "dist/house.mjs")).href);
  const settings = house.env;
  const lock = await house.takeInstanceLock(settings.DATA_DIR, settings.FIRSTHAND_URL);
  undo.push(lock.release);
  await requireFreePort(settings);
  if (!dev) await buildPages(root);
  const open = await step("opening the database", () => house.openHouse(root, say));
  undo.push(open.close);
  if (ending) return;
  open.cluster?.lost.then((error) => fail(error));
  const server = startServer(root, { dev, env: open.serverEnv });
  undo.push(server.stop);
  server.ended.then(
    () => ending ?? fail(new Advice("The server ended unexpectedly. What it said last is above.")),
  );
  const seeding = settings.DEMO ? step("preparing the demo workspace", () => seedDemo(house, open)) : null;
  await Promise.all([seeding, step("starting the server", () => server.listening)]);
  await lock.describe(open.urls);
  const code = house.isLoopback(settings) ? null : house.setupCode(open.serverEnv.FIRSTHAND_SECRET);
  console.log(
    sayWelcome(settings, { hasDesks: open.hasDesks, code, isShownInVain: house.isShownInVain(settings) }),
  );
}

function fail(error) {
  if (ending) return;
  console.error(`\n${explain(error)}\n`);
  if (process.env.LOG_LEVEL === "debug") console.error(error);
  void end(1);
}

start().catch(fail);
