import { existsSync } from "node:fs";
import { chromium, defineConfig, devices } from "@playwright/test";

process.env.TZ = "Asia/Kathmandu";

/** A server for each worker, which reads this file again in its own process. */
const servers: { url: string; dataDir: string }[] = JSON.parse(process.env.FIRSTHAND_E2E_SERVERS ?? "[]");
const server = servers[Number(process.env.TEST_PARALLEL_INDEX ?? 0)];
process.env.FIRSTHAND_E2E_DATA = server?.dataDir;

/** Playwright's own browser where it could be downloaded, else the system's; `npm test` has made sure of one of them. */
function findSystemBrowser(): string | undefined {
  if (process.env.FIRSTHAND_BROWSER) return process.env.FIRSTHAND_BROWSER;
  if (existsSync(chromium.executablePath())) return undefined;
  const known = [
    "/usr/bin/chromium-headless-shell",
    "/usr/bin/chromium",
    "/usr/bin/google-chrome",
    "/usr/bin/chromium-browser",
  ];
  return known.find((file) => existsSync(file));
}

const quiet = [
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];
const asRoot = process.getuid?.() === 0 ? ["--no-sandbox"] : [];

// What leaves needs a mail server to leave to; npm test says so where there is none.
const leaving = /\/(words-leave|invitations)\.spec\.ts$/;
const phone = /\.phone\.spec\.ts$/;
/** Those that sit out half a minute, until words leave or a job comes by: two workers wait while two others work. */
const waiting = /\/(words-leave|invitations|checks)\.spec\.ts$/;
const desktop = { ...devices["Desktop Chrome"], viewport: { width: 1440, height: 900 } };

export default defineConfig({
  testDir: "tests/e2e",
  globalSetup: "./tests/support/need-server.ts",
  outputDir: "test-results",
  fullyParallel: false,
  workers: servers.length || 1,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [
    ["list"],
    ["json", { outputFile: process.env.FIRSTHAND_E2E_REPORT ?? "test-results/report.json" }],
  ],
  use: {
    baseURL: server?.url,
    timezoneId: "Asia/Kathmandu",
    locale: "en-GB",
    serviceWorkers: "block",
    // Recording every step makes all of them slower by a third: E2E_TRACE=1 asks for it.
    trace: process.env.E2E_TRACE ? "retain-on-failure" : "off",
    screenshot: "only-on-failure",
    launchOptions: { executablePath: findSystemBrowser(), args: [...quiet, ...asRoot] },
  },
  // A spec whose name ends in .phone.spec.ts is about the client's phone; every other is about a desk.
  projects: [
    {
      name: "waiting",
      testMatch: waiting,
      testIgnore: process.env.FIRSTHAND_E2E_CERTIFICATE ? [] : [leaving],
      workers: 2,
      use: desktop,
    },
    { name: "desktop", testIgnore: [waiting, phone], workers: 3, use: desktop },
    { name: "phone", testMatch: phone, use: { ...devices["Pixel 7"] } },
  ],
});
