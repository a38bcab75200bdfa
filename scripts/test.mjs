#!/usr/bin/env node
// npm test: prepares everything it needs, runs every check, ends with one line. npm test -- <part> [pattern] runs a part.

import { existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { findBrowser } from "./steps/browser.mjs";
import { buildPages, bundle, generate } from "./steps/build.mjs";
import { findCalendarReaders } from "./steps/calendar-readers.mjs";
import { countPlaywright, countVitest } from "./steps/count.mjs";
import { findDavServers } from "./steps/dav-servers.mjs";
import { install, requireNode } from "./steps/install.mjs";
import { findMailServer } from "./steps/mail-server.mjs";
import { endAll, run } from "./steps/run.mjs";
import { Advice, explain, step } from "./steps/say.mjs";
import { startTestServers } from "./steps/test-server.mjs";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const scratch = path.join(root, ".test", `report-${process.pid}`);
const bin = (name) => path.join(root, "node_modules/.bin", name);
const env = {
  TZ: "Asia/Kathmandu",
  NODE_ENV: "test",
  ...(process.stdout.isTTY ? { FORCE_COLOR: "1" } : { NO_COLOR: "1" }),
};

const PARTS = {
  types: () => check("types", "tsc", ["--noEmit"]),
  lint: () => check("lint", "biome", ["lint", "--error-on-warnings", "."]),
  format: () => check("format", "biome", ["check", "--linter-enabled=false", "."]),
  unused: () => check("unused code", "knip", []),
  unit: (pattern) => vitest("unit", "unit", pattern),
  integration,
  e2e,
};

/** What the server of the tests may send mail through, and tell what changes, is on this machine. */
const here = { ALLOW_PRIVATE_ADDRESSES: "localhost" };

/** One that passes or fails as a whole. */
async function check(what, program, args) {
  console.log(`\n— ${what}`);
  try {
    await step(what, () => run(bin(program), args, { cwd: root, env, what: program }));
    return { passed: 1, failed: 0, names: [] };
  } catch (error) {
    console.log(error.message);
    return { passed: 0, failed: 1, names: [what] };
  }
}

async function vitest(title, project, pattern, more = {}) {
  console.log(`\n— ${title}`);
  const report = path.join(scratch, `${title.replaceAll(/\W+/g, "-")}.json`);
  const args = [
    "run",
    "--project",
    `${project}*`,
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
  ];
  await run(bin("vitest"), pattern ? [...args, pattern] : args, {
    cwd: root,
    show: true,
    env: { ...env, ...more },
  }).catch(() => null);
  return countVitest(report);
}

let peers;
/** Other people's servers and programs that the tests talk to, found on this machine or fetched: once, and one after the other. */
function findPeers() {
  peers ??= (async () => ({
    dav: await findDavServers(),
    mail: await findMailServer(),
    readers: await findCalendarReaders(),
  }))();
  return peers;
}

let browser;
/** A browser that starts, found or fetched once, with Playwright's package and behind the peers: apt does one thing at a time. */
function findBrowserOnce() {
  browser ??= findPeers().then(() => findBrowser(root, path.join(root, ".test")));
  return browser;
}

/** On the PostgreSQL that is shipped, and on each one that Debian's packages have put on this machine. */
async function integration(pattern) {
  const total = { passed: 0, failed: 0, names: [] };
  const { dav, mail, readers } = await findPeers();
  for (const version of findPostgresVersions())
    add(
      total,
      await vitest(`integration on PostgreSQL ${version}`, "integration", pattern, {
        TEST_POSTGRES: version,
        TEST_DAV_SERVERS: dav ? "1" : "0",
        TEST_MAIL_SERVER: mail ? "1" : "0",
        TEST_CALENDAR_READERS: readers ? "1" : "0",
      }),
    );
  return total;
}

function findPostgresVersions() {
  if (process.env.TEST_POSTGRES) return [process.env.TEST_POSTGRES];
  const base = "/usr/lib/postgresql";
  const found = existsSync(base) ? readdirSync(base) : [];
  const usable = found.filter(
    (name) => Number(name) >= 15 && name !== "18" && existsSync(path.join(base, name, "bin/postgres")),
  );
  return ["18", ...usable.sort()];
}

/** Four spec files at a time, of which two mostly wait, each at a server of its own: what one does to the demo's desk is not there for the others. */
async function e2e(pattern) {
  console.log("\n— e2e");
  const found = await findBrowserOnce();
  const mail = (await findPeers()).mail ? await certify() : {};
  const servers = await step("starting servers for the tests", () =>
    startTestServers(root, pattern ? 1 : 4, { ...here, ...mail }),
  );
  const report = path.join(scratch, "e2e.json");
  try {
    const more = {
      FIRSTHAND_E2E_CERTIFICATE: mail.NODE_EXTRA_CA_CERTS ? path.dirname(mail.NODE_EXTRA_CA_CERTS) : "",
      FIRSTHAND_E2E_SERVERS: JSON.stringify(servers.map(({ url, dataDir }) => ({ url, dataDir }))),
      FIRSTHAND_E2E_REPORT: report,
      FIRSTHAND_BROWSER: found,
    };
    const args = pattern ? ["test", pattern] : ["test"];
    await run(bin("playwright"), args, { cwd: root, show: true, env: { ...env, ...more } }).catch(() => null);
    return countPlaywright(report);
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
  }
}

/** Makes the server of the tests believe the certificate of the mail server that it is to send through, on this machine. */
async function certify() {
  const folder = path.join(scratch, "certificate");
  await run(bin("tsx"), [path.join(root, "tests/support/mail/write-certificate.ts"), folder], {
    cwd: root,
    env,
  });
  return { NODE_EXTRA_CA_CERTS: path.join(folder, "cert.pem") };
}

function add(total, { passed, failed, names }) {
  total.passed += passed;
  total.failed += failed;
  total.names.push(...names);
}

async function main() {
  requireNode();
  process.chdir(root);
  const [part, pattern] = process.argv.slice(2);
  if (part && !(part in PARTS))
    throw new Advice(`There is no part "${part}". The parts are: ${Object.keys(PARTS).join(", ")}.`);
  mkdirSync(scratch, { recursive: true });
  // They come over the line while the processors are busy with the rest.
  if (!part) findPeers();
  await install(root, { forTests: true });
  if (!part) findBrowserOnce().catch(() => undefined);
  await generate(root);
  await bundle(root);
  if (!part || part === "e2e" || part === "types") await buildPages(root);
  if (part) return PARTS[part](pattern);
  // Each of these keeps one processor busy, and the types take as long as the others together.
  const checks = ["lint", "format", "unused"];
  const rest = Object.keys(PARTS).filter((name) => name !== "types" && !checks.includes(name));
  const total = { passed: 0, failed: 0, names: [] };
  for (const one of await Promise.all([PARTS.types(), inTurn(checks)])) add(total, one);
  add(total, await inTurn(rest));
  return total;
}

/** Runs these parts one after the other. */
async function inTurn(names) {
  const total = { passed: 0, failed: 0, names: [] };
  for (const name of names) add(total, await PARTS[name]());
  return total;
}

function finish(code) {
  endAll();
  rmSync(scratch, { recursive: true, force: true });
  process.exit(code);
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"])
  process.on(signal, () => {
    endAll();
    // Time for the servers of the tests to shut down; whatever is left after it is ended hard.
    setTimeout(() => {
      endAll("SIGKILL");
      finish(130);
    }, 5_000);
  });

main()
  .then(({ passed, failed, names }) => {
    if (names.length > 0) console.log(`\nFailed:\n${names.map((name) => `  ${name}`).join("\n")}`);
    console.log(`\n${passed} passed, ${failed} failed`);
    finish(failed === 0 && passed > 0 ? 0 : 1);
  })
  .catch(async (error) => {
    // Whatever is being installed is let finish: half of a package is in everybody's way.
    await Promise.allSettled([peers, browser]);
    console.error(`\n${explain(error)}`);
    console.log("\n0 passed, 1 failed");
    finish(1);
  });
