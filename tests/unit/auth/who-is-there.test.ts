import { describe, expect, test } from "vitest";
import { guessName } from "@/lib/auth/guess-name";
import { readSessionCookie } from "@/lib/auth/session-cookie";
import { isSetupCode, setupCode } from "@/lib/auth/setup-code";
import { verifiedEmail } from "@/lib/auth/verified-email";
import { describeDevice, networkOf, readVisitor } from "@/lib/auth/visitor";
import { makeSlug } from "@/lib/domain/workspace/belonging";

describe("A provider's word for an address counts when it vouches for it", () => {
  const one = "11111111-2222-3333-4444-555555555555";
  const email = "Mira@Example.com";
  test.each([
    ["Google says verified", "google", { email, email_verified: true }, "common", "mira@example.com"],
    [
      "a provider writes true as text",
      "oidc",
      { email, email_verified: "true" },
      "common",
      "mira@example.com",
    ],
    ["Google says not verified", "google", { email, email_verified: false }, "common", null],
    ["a provider says nothing about it", "oidc", { email }, "common", null],
    ["a provider says something odd", "oidc", { email, email_verified: "yes" }, "common", null],
    ["there is no address", "oidc", { email_verified: true }, "common", null],
    ["any Microsoft directory put the address there", "azure-ad", { email }, "common", null],
    [
      "the same, with a word Microsoft never writes",
      "azure-ad",
      { email, email_verified: true },
      "organizations",
      null,
    ],
    [
      "Microsoft verified the domain's owner",
      "azure-ad",
      { email, xms_edov: 1 },
      "common",
      "mira@example.com",
    ],
    ["Microsoft says the owner is not verified", "azure-ad", { email, xms_edov: "0" }, "common", null],
    ["one directory alone may sign in", "azure-ad", { email }, one, "mira@example.com"],
    ["anybody's private account", "azure-ad", { email }, "Consumers", null],
  ] as const)("%s", (_what, provider, claims, tenant, expected) => {
    expect(verifiedEmail(provider, claims, tenant)).toBe(expected);
  });
});

describe("Whoever comes is told apart by what the server believes", () => {
  test("one household's IPv6 addresses count as one, and two households do not", () => {
    expect(networkOf("2001:db8:0:7::1")).toBe(networkOf("2001:0db8:0000:0007:ffff::42"));
    expect(networkOf("2001:db8:0:7::1")).not.toBe(networkOf("2001:db8:0:8::1"));
    expect([networkOf("203.0.113.9"), networkOf("")]).toEqual(["203.0.113.9", ""]);
  });

  test("the machine itself is known by its own address alone", () => {
    const at = (ip: string) =>
      readVisitor(new Headers({ "x-forwarded-for": ip, host: "localhost:3000" })).isThisMachine;
    expect(["127.0.0.1", "::1", "127.9.9.9"].map(at)).toEqual([true, true, true]);
    expect(
      ["203.0.113.9", "10.0.0.1", "127.0.0.1.evil.example", "127.0.0.1, 203.0.113.9", ""].map(at),
    ).toEqual([false, false, false, false, false]);
  });

  test("a name from elsewhere that leads to this machine is not the machine itself", () => {
    const under = (host: string) =>
      readVisitor(new Headers({ "x-forwarded-for": "127.0.0.1", host })).isThisMachine;
    expect(["localhost:3000", "LOCALHOST", "127.0.0.1:3000", "[::1]:3000"].map(under)).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(["evil.example:3000", "localhost.evil.example", "a/@localhost", ""].map(under)).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });

  test("a session is listed by its browser and system", () => {
    const firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0";
    const phone =
      "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1";
    expect([describeDevice(firefox), describeDevice(phone), describeDevice("")]).toEqual([
      "Firefox on Linux",
      "Safari on iOS",
      "A browser",
    ]);
  });

  test("a session's cookie is found among others, and a strange one is not worth a look", () => {
    const secret = "a".repeat(43);
    expect(readSessionCookie(`a=b; firsthand-session=${secret}; c=d`)).toBe(secret);
    const strange = [
      null,
      "",
      "firsthand-session=",
      "xfirsthand-session=1",
      "firsthand-session=a b",
      `firsthand-session=${"a".repeat(500)}`,
    ];
    expect(strange.map(readSessionCookie)).toEqual(strange.map(() => null));
  });

  test("a newcomer is called what their address suggests", () => {
    expect(
      ["ana.duarte@example.com", "ANA_DUARTE+work@example.com", "42@example.com"].map(guessName),
    ).toEqual(["Ana Duarte", "ANA DUARTE", "42@example.com"]);
  });

  test("a desk's address is made of letters that every address can hold", () => {
    const slugs = ["Mira Holt", "Zoë Æther-Müller", "محمد", "  --  ", "x".repeat(200)].map((name) =>
      makeSlug(name, "a1b2c3"),
    );
    expect(slugs.slice(0, 4)).toEqual(["mira-holt-a1b2c3", "zoe-ther-muller-a1b2c3", "a1b2c3", "a1b2c3"]);
    expect(slugs.every((slug) => /^[a-z0-9][a-z0-9-]{1,60}$/.test(slug))).toBe(true);
  });
});

describe("The setup code is for whoever started the server", () => {
  test("it follows from the secret, and dashes and case do not matter", () => {
    const code = setupCode("one secret");
    expect(code).toMatch(/^([A-Z2-9]{4}-){3}[A-Z2-9]{4}$/);
    expect([
      isSetupCode(code, "one secret"),
      isSetupCode(code.toLowerCase().replaceAll("-", " "), "one secret"),
    ]).toEqual([true, true]);
    expect([
      isSetupCode(code, "another"),
      isSetupCode("", "one secret"),
      isSetupCode("AAAA-AAAA-AAAA-AAAA", "one secret"),
    ]).toEqual([false, false, false]);
  });
});
