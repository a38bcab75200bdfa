import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { LongestFirst } from "./tests/support/longest-first.ts";

// An awkward zone (UTC+5:45): whoever mixes up local and stored time finds out here.
process.env.TZ = "Asia/Kathmandu";
process.env.FIRSTHAND_FIXTURES ??= fileURLToPath(new URL("../shared/fixtures", import.meta.url));

const resolve = { alias: { "@": fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, "") } };

/** Whoever puts another module in the place of one needs a process where nobody has loaded that one before. */
const apart = readdirSync("tests/integration", { recursive: true, encoding: "utf8" })
  .map((name) => `tests/integration/${name}`)
  .filter((name) => name.endsWith(".test.ts") && readFileSync(name, "utf8").includes("vi.mock("));

/** npm test says so where there is no CardDAV or CalDAV server to talk to, no mail server to send to, or no other calendar program. */
const missing = [
  ...(process.env.TEST_DAV_SERVERS === "0"
    ? ["tests/integration/address-books/**", "tests/integration/**/caldav*.test.ts"]
    : []),
  ...(process.env.TEST_CALENDAR_READERS === "0"
    ? ["tests/integration/calendar/feeds-elsewhere*.test.ts"]
    : []),
  ...(process.env.TEST_MAIL_SERVER === "0" ? ["tests/integration/**/real-mail-server*.test.ts"] : []),
];

const onPostgres = {
  environment: "node" as const,
  pool: "forks" as const,
  globalSetup: ["tests/support/start-postgres.ts"],
  setupFiles: ["tests/support/own-database.ts"],
  testTimeout: 30_000,
  hookTimeout: 60_000,
};

export default defineConfig({
  test: {
    // One file beside another on two cores; each has a database of its own.
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        resolve,
        test: {
          name: "unit",
          include: ["tests/unit/**/*.test.{ts,tsx}"],
          environment: "node",
          // What they test has no state: several files in one process, one after the other, take half as long.
          pool: "forks",
          isolate: false,
          // Tried inputs by the thousand take their time on a busy machine.
          testTimeout: 60_000,
        },
      },
      {
        resolve,
        test: {
          ...onPostgres,
          name: "integration",
          include: ["tests/integration/**/*.test.ts"],
          exclude: [...missing, ...apart],
          // A database of its own for each, but one process for many: loading everything anew took longer than testing it.
          isolate: false,
        },
      },
      {
        resolve,
        test: { ...onPostgres, name: "integration, apart", include: apart, exclude: missing },
      },
    ],
  },
});
