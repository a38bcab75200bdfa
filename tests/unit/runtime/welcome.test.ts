import { expect, test } from "vitest";
import { isShownInVain } from "@/lib/env";
import { sayWelcome } from "@/scripts/steps/welcome.mjs";

const mine = { HOST: "0.0.0.0", FIRSTHAND_URL: "https://desk.example.com", DEMO: false };

test("Whoever starts it for the first time is led to the first workspace, with the code that is asked for", () => {
  const words = sayWelcome(mine, { hasDesks: false, code: "ABCD-EFGH" });

  expect(words).toContain("Open https://desk.example.com and make the first workspace.");
  expect(words).toContain("Setup code, asked for as long as there is none: ABCD-EFGH");
});

test("Whoever starts it again is led to signing in, and shown no code that opens nothing", () => {
  const words = sayWelcome(mine, { hasDesks: true, code: "ABCD-EFGH" });

  expect(words).toContain("Open https://desk.example.com and sign in; the link comes by mail.");
  expect(words).not.toMatch(/first workspace|ABCD/);
});

test("Whoever looks at the demo is led to its two people", () => {
  const words = sayWelcome({ ...mine, DEMO: true }, { hasDesks: true, code: null });

  expect(words).toMatch(/Mira Holt, client +https:\/\/desk\.example\.com\/demo\/client/);
});

test.each([
  ["0.0.0.0", "http://localhost:3000", true],
  ["192.168.1.20", "http://127.0.0.1:3000", true],
  ["0.0.0.0", "http://192.168.1.20:3000", false],
  ["127.0.0.1", "http://localhost:3000", false],
  ["::1", "http://[::1]:3000", false],
  ["127.0.0.1", "https://desk.example.com", false],
])("At %s as %s other machines can do nothing, and it says so: %s", (HOST, FIRSTHAND_URL, isSaid) => {
  const settings = { ...mine, HOST, FIRSTHAND_URL };

  const words = sayWelcome(settings, {
    hasDesks: true,
    code: null,
    isShownInVain: isShownInVain(settings),
  });

  expect(words.includes("set FIRSTHAND_URL to the address")).toBe(isSaid);
});
