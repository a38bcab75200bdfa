import { expect, test } from "vitest";
import { readEnv } from "@/lib/env";
import { refuseSecret } from "@/lib/runtime/refuse-secret";

const REAL = "0123456789abcdef0123456789abcdef";

test.each([
  ["the demo on this very machine", {}, null],
  [
    "a real secret anywhere",
    { FIRSTHAND_SECRET: REAL, DEMO: "0", HOST: "0.0.0.0", FIRSTHAND_URL: "https://desk.example.com" },
    null,
  ],
  ["real work with the secret that everybody knows", { DEMO: "0" }, /must be set when DEMO=0/],
  [
    "a demo that others can reach, with the secret that everybody knows",
    { HOST: "0.0.0.0" },
    /others can reach this machine/,
  ],
  [
    "a demo under a public address, with the secret that everybody knows",
    { FIRSTHAND_URL: "https://desk.example.com" },
    /others can reach/,
  ],
  ["a secret one could guess", { FIRSTHAND_SECRET: "hunter2" }, /at least 32 characters/],
])("An operator starts %s", (_what, settings, refusal) => {
  const why = refuseSecret(readEnv(settings));

  if (refusal === null) expect(why).toBeNull();
  else expect(why).toMatch(refusal);
});
