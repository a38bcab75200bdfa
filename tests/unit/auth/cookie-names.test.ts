import { afterEach, describe, expect, test, vi } from "vitest";

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

/** The modules as they are where the desk is served at `url`. */
async function servedAt(url: string) {
  vi.stubEnv("FIRSTHAND_URL", url);
  vi.resetModules();
  const { sessionCookieName, sessionCookieOptions } = await import("@/lib/auth/session-cookie");
  const { makeAuthOptions } = await import("@/lib/auth/auth-options");
  const { cookies } = makeAuthOptions({ at: new Date(0), device: "", earlierSession: null });
  const all = Object.values(cookies ?? {}).map((cookie) => ({
    name: cookie?.name ?? "",
    ...cookie?.options,
  }));
  return { sessionCookieName, sessionCookieOptions, all };
}

describe("A session's cookie is as strict as its address allows", () => {
  test("behind https every cookie is pinned to the very host and never sent in the clear", async () => {
    const { sessionCookieName, all } = await servedAt("https://desk.example.com");
    expect(sessionCookieName).toBe("__Host-firsthand-session");
    for (const { name, secure, path, domain, httpOnly, sameSite } of all) {
      expect(name).toMatch(/^__Host-/);
      expect({ secure, path, domain, httpOnly, sameSite }).toEqual({
        secure: true,
        path: "/",
        domain: undefined,
        httpOnly: true,
        sameSite: "lax",
      });
    }
  });

  test("on one's own machine there is no https to insist on", async () => {
    const { sessionCookieName, sessionCookieOptions } = await servedAt("http://localhost:3000");
    expect([sessionCookieName, sessionCookieOptions]).toEqual([
      "firsthand-session",
      { secure: false, path: "/", httpOnly: true, sameSite: "lax" },
    ]);
  });
});
