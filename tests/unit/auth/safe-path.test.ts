import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { safePath, signInPath } from "@/lib/auth/safe-path";

const elsewhere = [
  "https://evil.example/",
  "//evil.example",
  "///evil.example",
  "/\\evil.example",
  "\\\\evil.example",
  "/%2f/evil.example",
  "/%5cevil.example",
  "/%09/evil.example",
  "/\t/evil.example",
  "/\n/evil.example",
  "/w\r\nSet-Cookie: a=b",
  "/.//evil.example",
  "/..//evil.example",
  "/./..//evil.example",
  "/w/..//evil.example",
  "javascript:alert(1)",
  "data:text/html,hi",
  "http:evil.example",
  "evil.example",
  "@evil.example",
  " /w/mira",
  "",
  "?next=/w/mira",
  `/${"a".repeat(3000)}`,
];

const ours = [
  ["/w/mira/queue", "/w/mira/queue"],
  ["/w/mira/queue?tag=must-be-you&q=caf%C3%A9", "/w/mira/queue?tag=must-be-you&q=caf%C3%A9"],
  ["/w/mira/queue#task", "/w/mira/queue#task"],
  ["/w/mira/../ana/queue", "/w/ana/queue"],
  ["/w/mira/queue?_rsc=1abc", "/w/mira/queue"],
  ["/w/mira/queue?url=https://example.com", "/w/mira/queue?url=https%3A%2F%2Fexample.com"],
];

describe("Signing in never leads away from Firsthand", () => {
  test.each(elsewhere)("%j leads home", (asked) => {
    expect(safePath(asked)).toBe("/");
  });

  test("nothing asked leads home", () => {
    expect([safePath(null), safePath(undefined), signInPath("/")]).toEqual(["/", "/", "/sign-in"]);
  });

  test.each(ours)("%s leads back to %s", (asked, path) => {
    expect(new URL(safePath(asked), "http://desk").href).toBe(new URL(path, "http://desk").href);
  });

  test("whatever is asked, a browser stays on this origin", () => {
    const letter = fc.constantFrom(
      "/",
      "\\",
      ".",
      "%2f",
      "%5c",
      "\t",
      "\n",
      "@",
      ":",
      "?",
      "#",
      "evil",
      "http:",
      "\u0000",
    );
    const asked = fc.oneof(
      fc.array(letter, { maxLength: 12 }).map((parts) => parts.join("")),
      fc.string(),
      fc.webUrl(),
    );
    fc.assert(
      fc.property(asked, (text) => {
        const path = safePath(text);
        return (
          path.startsWith("/") &&
          new URL(path, "https://desk.example.com").origin === "https://desk.example.com"
        );
      }),
      { numRuns: 1000 },
    );
  });
});
