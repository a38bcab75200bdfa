import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { DEMO_SECRET, envKeys, isLoopback, readEnv } from "@/lib/env";

const example = readFileSync(".env.example", "utf8");
const pairs = [...example.matchAll(/^([A-Z_]+)=(.*)$/gm)].map(
  ([, key = "", value = ""]) => [key, value] as const,
);

describe("An operator reads the settings in one place and finds the same in the others", () => {
  test(".env.example names every key of lib/env.ts once and no other", () => {
    expect(pairs.map(([key]) => key).sort()).toEqual([...envKeys].sort());
  });

  test("the values in .env.example are the ones that apply without it", () => {
    const fromExample = readEnv(Object.fromEntries(pairs));
    expect(fromExample).toEqual(readEnv({}));
  });

  test("the README's configuration table has one row for every key", () => {
    const rows = [...readFileSync("README.md", "utf8").matchAll(/^\|\s*`([A-Z_]+)`\s*\|/gm)].map(
      (match) => match[1],
    );
    expect(rows.sort()).toEqual([...envKeys].sort());
  });
});

describe("An operator who mistypes a setting is told which one and what it should be", () => {
  test.each([
    ["PORT", "eighty", "PORT must be a whole number from 1 to 65535."],
    ["PORT", "70000", "PORT must be a whole number from 1 to 65535."],
    ["DEMO", "yes", "DEMO must be 1 (demo workspace) or 0 (start empty)."],
    [
      "FIRSTHAND_URL",
      "desk.example.com",
      "FIRSTHAND_URL must be an address such as https://desk.example.com.",
    ],
    [
      "FIRSTHAND_URL",
      "https://example.com/desk",
      "FIRSTHAND_URL must be an origin only, without a path: https://desk.example.com.",
    ],
    [
      "DATABASE_URL",
      "mysql://localhost/desk",
      "DATABASE_URL must look like postgresql://user:password@host:5432/database.",
    ],
    ...["mail.example.com", "smtp://", "smtp:mail.example.com"].map((wrong) => [
      "SMTP_URL",
      wrong,
      "SMTP_URL must look like smtps://user:password@mail.example.com:465.",
    ]),
    ...["10.0.0.0/40", "fd00::/129", "999.1.1.1", "nas.example.lan/24", "nas one", "nas,,"].map((wrong) => [
      "ALLOW_PRIVATE_ADDRESSES",
      wrong,
      "ALLOW_PRIVATE_ADDRESSES must be hosts, addresses or networks with commas between: nas.example.lan, 192.168.1.0/24.",
    ]),
    [
      "OIDC_ISSUER",
      "id:one",
      "OIDC_ISSUER must be the provider's issuer address, such as https://id.example.com.",
    ],
    ["MICROSOFT_TENANT", "our firm", 'MICROSOFT_TENANT must be a tenant\'s id or domain, or "common".'],
    ...["not an address", "Desk <desk>", "Desk <desk@example.com", "a@example.com, b@example.com"].map(
      (wrong) => [
        "MAIL_FROM",
        wrong,
        "MAIL_FROM must be an address, alone or with a name: Firsthand <desk@example.com>.",
      ],
    ),
    ["LOG_LEVEL", "loud", "LOG_LEVEL must be error, warn, info or debug."],
    [
      "GOOGLE_CLIENT_ID",
      "one-half",
      "GOOGLE_CLIENT_SECRET must be set as well, because GOOGLE_CLIENT_ID is.",
    ],
    [
      "DATABASE_OWNER_URL",
      "postgresql://owner@db/desk",
      "DATABASE_URL must be set as well, because DATABASE_OWNER_URL is.",
    ],
  ])("%s=%s", (key, value, sentence) => {
    expect(() => readEnv({ [key]: value })).toThrow(sentence);
  });

  test.each([
    "desk@example.com",
    "Holt, Mira <desk@example.com>",
    '"The desk" <desk+1@localhost>',
    "<jörg@müller.example>",
  ])("a sender is taken as mail programs write it: %s", (MAIL_FROM) => {
    expect(readEnv({ MAIL_FROM })).toMatchObject({ MAIL_FROM });
  });

  test.each(["nas.example.lan, 192.168.1.0/24", "[::1],fd00::/8", "10.0.0.7", "nas , 7.example"])(
    "hosts and networks of one's own are taken: %s",
    (ALLOW_PRIVATE_ADDRESSES) => {
      expect(readEnv({ ALLOW_PRIVATE_ADDRESSES })).toMatchObject({ ALLOW_PRIVATE_ADDRESSES });
    },
  );

  test("a wrong secret is not repeated in the complaint", () => {
    const complain = () => readEnv({ DATABASE_URL: "postgres-but-not-really:hunter2@db" });
    expect(complain).toThrow(/DATABASE_URL/);
    expect(complain).not.toThrow(/hunter2/);
  });

  test("every wrong key is named at once", () => {
    expect(() => readEnv({ PORT: "x", DEMO: "x" })).toThrow(/PORT[\s\S]*DEMO/);
  });
});

describe("An operator knows who can reach the machine", () => {
  test.each([
    [{}, true],
    [{ HOST: "0.0.0.0" }, false],
    [{ HOST: "::1", FIRSTHAND_URL: "http://[::1]:3000" }, true],
    [{ FIRSTHAND_URL: "https://desk.example.com" }, false],
    [{ FIRSTHAND_URL: "http://127.0.0.1.example.com" }, false],
  ])("%o is this machine only: %s", (given, local) => {
    expect(isLoopback(readEnv(given))).toBe(local);
  });

  test("the public address is built from the port when none is set, and the secret is the demo's", () => {
    expect(readEnv({ PORT: "3100" })).toMatchObject({
      FIRSTHAND_URL: "http://localhost:3100",
      FIRSTHAND_SECRET: DEMO_SECRET,
      DEMO: true,
    });
  });
});
