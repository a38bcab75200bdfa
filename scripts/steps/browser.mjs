// Finds a browser for the end-to-end tests: Playwright's own, the system's, and as the last resort one from apt.

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { aptInstall, hasApt } from "./apt.mjs";
import { run } from "./run.mjs";
import { Advice, say, step } from "./say.mjs";

// The shell first: Chromium without all that a window needs, as Playwright brings it too, and a third quicker.
const SYSTEM = [
  "/usr/bin/chromium-headless-shell",
  "/usr/bin/chromium",
  "/usr/bin/google-chrome",
  "/usr/bin/chromium-browser",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** Returns the path of a browser that really starts, or "" for Playwright's own. `memory` is a folder that is kept. */
export async function findBrowser(root, memory) {
  const { chromium } = await import("playwright");
  if (await starts(chromium, undefined)) return "";
  const system = [process.env.FIRSTHAND_BROWSER, ...SYSTEM].filter((file) => file && existsSync(file));
  if (await download(root, memory, system.length > 0)) if (await starts(chromium, undefined)) return "";
  for (const file of system) if (await starts(chromium, file)) return file;
  if (hasApt()) {
    // Older Debians have no package of the shell alone.
    await step("installing Chromium with apt", () =>
      aptInstall(["chromium-headless-shell"]).catch(() => aptInstall(["chromium"])),
    );
    for (const file of SYSTEM) if (existsSync(file) && (await starts(chromium, file))) return file;
  }
  throw new Advice(
    "No browser could be found or downloaded. Install Chromium (apt-get install chromium) and try again.",
  );
}

/** A download that failed is not tried again with the same Playwright while a system browser will do. */
async function download(root, memory, haveAnother) {
  const note = path.join(memory, "no-download");
  const { version } = JSON.parse(
    readFileSync(path.join(root, "node_modules/playwright/package.json"), "utf8"),
  );
  if (haveAnother && existsSync(note) && readFileSync(note, "utf8") === version) return false;
  try {
    await step("downloading a browser", () =>
      run(process.execPath, [path.join(root, "node_modules/playwright/cli.js"), "install", "chromium"], {
        what: "playwright install",
        env: { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: "10000" },
      }),
    );
    return true;
  } catch {
    say("Playwright's browser cannot be downloaded here");
    writeFileSync(note, version);
    return false;
  }
}

async function starts(chromium, executablePath) {
  if (executablePath === undefined && !existsSync(chromium.executablePath())) return false;
  const args = process.getuid?.() === 0 ? ["--no-sandbox", "--disable-gpu"] : ["--disable-gpu"];
  try {
    const browser = await chromium.launch({ executablePath, args, timeout: 20_000 });
    await browser.close();
    return true;
  } catch {
    return false;
  }
}
