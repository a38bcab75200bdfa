import { describe, expect, test } from "vitest";
import { isFromOurPages, isSafeMethod } from "@/lib/auth/same-origin";

const desk = "https://desk.example.com";
const machine = "http://localhost:3000";

type Row = [
  what: string,
  origin: string | null,
  fetchSite: string | null,
  host: string,
  ours: string,
  allowed: boolean,
];

const table: Row[] = [
  ["our page, with both headers", desk, "same-origin", "desk.example.com", desk, true],
  ["our page in a browser without Sec-Fetch-Site", desk, null, "desk.example.com", desk, true],
  ["our page in a browser that sends no Origin", null, "same-origin", "desk.example.com", desk, true],
  ["a program that sends neither", null, null, "desk.example.com", desk, false],
  ["another site", "https://evil.example", "cross-site", "desk.example.com", desk, false],
  ["another site that hides where it is", "null", "cross-site", "desk.example.com", desk, false],
  ["a sandboxed frame of ours", "null", "same-origin", "desk.example.com", desk, false],
  [
    "a neighbour under the same domain",
    "https://blog.example.com",
    "same-site",
    "desk.example.com",
    desk,
    false,
  ],
  ["an address typed by hand", null, "none", "desk.example.com", desk, false],
  [
    "a right Sec-Fetch-Site with a wrong Origin",
    "https://evil.example",
    "same-origin",
    "desk.example.com",
    desk,
    false,
  ],
  ["a right Origin with a wrong Sec-Fetch-Site", desk, "cross-site", "desk.example.com", desk, false],
  ["plain http for https", "http://desk.example.com", null, "desk.example.com", desk, false],
  ["another port", "https://desk.example.com:8443", null, "desk.example.com", desk, false],
  [
    "a name that begins like ours",
    "https://desk.example.com.evil.example",
    null,
    "desk.example.com",
    desk,
    false,
  ],
  ["another name of this machine", "http://127.0.0.1:3000", "same-origin", "127.0.0.1:3000", machine, true],
  ["this machine by its IPv6 name", "http://[::1]:3000", "same-origin", "[::1]:3000", machine, true],
  ["another server of this machine", "http://localhost:4000", "same-site", "localhost:3000", machine, false],
  [
    "another server of this machine, old browser",
    "http://localhost:4000",
    null,
    "localhost:3000",
    machine,
    false,
  ],
  [
    "a name that was rebound to this machine",
    "http://evil.example:3000",
    "same-origin",
    "evil.example:3000",
    machine,
    false,
  ],
  [
    "this machine, where the desk is elsewhere",
    "http://localhost:3000",
    "same-origin",
    "localhost:3000",
    desk,
    false,
  ],
];

describe("Somebody else's page cannot act for whoever is signed in here", () => {
  test.each(table)("%s", (_what, origin, fetchSite, host, ours, allowed) => {
    expect(isFromOurPages({ origin, fetchSite, host }, ours)).toBe(allowed);
  });

  test("looking is for everybody; everything else is asked where it comes from", () => {
    const safe = ["GET", "HEAD", "OPTIONS", "get"].map(isSafeMethod);
    const unsafe = ["POST", "PUT", "PATCH", "DELETE", "post", "PROPFIND", ""].map(isSafeMethod);
    expect([...safe, ...unsafe]).toEqual([true, true, true, true, ...unsafe.map(() => false)]);
  });
});
