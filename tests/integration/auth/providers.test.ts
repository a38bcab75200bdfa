import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openHandler } from "@/lib/actions/open-handler";
import { makeAuthOptions } from "@/lib/auth/auth-options";
import { handleAuth } from "@/lib/auth/handle-auth";
import { type AuthStep, runNextAuth } from "@/lib/auth/run-next-auth";
import { closeAuthDatabase } from "@/lib/data/auth-database";
import { type Env, env } from "@/lib/env";
import { inviteAssistant } from "@/lib/use-cases/workspace/invite-assistant";
import { cast } from "../../support/cast";
import { must } from "../../support/must";
import { type OidcProvider, startOidcProvider } from "../../support/oidc-provider";
import { setSettings } from "../../support/settings";
import { asSuperuser } from "../../support/superuser";

let provider: OidcProvider;
let settings: Env;

beforeAll(async () => {
  provider = await startOidcProvider("desk");
  settings = {
    ...env,
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: "desk",
    OIDC_CLIENT_SECRET: "a secret",
    LOG_LEVEL: "error",
  };
});
afterAll(async () => {
  await provider.close();
  await closeAuthDatabase();
});

type Claims = Parameters<OidcProvider["approve"]>[1];
type Tampering = { query?: Record<string, string>; withoutCookies?: boolean; signedInAs?: string };

function step(asked: Partial<AuthStep>, earlierSession: string | null = null) {
  const options = makeAuthOptions({ at: new Date(), device: "Firefox on Linux", earlierSession }, settings);
  const whole = {
    method: "GET",
    action: "callback",
    provider: "oidc",
    query: {},
    cookies: {},
    headers: {},
    ...asked,
  } as AuthStep;
  return runNextAuth(whole, options);
}

const readCookies = (setCookies: string[]) =>
  Object.fromEntries(
    setCookies.map(
      (cookie) => cookie.split(";")[0]?.split(/=(.*)/s).map(decodeURIComponent) as [string, string],
    ),
  );

/** Presses the provider's button, signs in there as `claims`, and comes back. */
async function signInWith(claims: Claims, { query = {}, withoutCookies, signedInAs }: Tampering = {}) {
  const there = await step({
    method: "POST",
    action: "signin",
    callbackUrl: `${env.FIRSTHAND_URL}/w/mira/queue`,
  });
  const back = provider.approve(there.location ?? "", claims);
  const cookies = withoutCookies ? {} : readCookies(there.setCookies);
  if (signedInAs) cookies["firsthand-session"] = signedInAs;
  const asked = { cookies, query: { ...Object.fromEntries(back.searchParams), ...query } };
  const outcome = await step(asked, signedInAs ?? null);
  const token = readCookies(outcome.setCookies)["firsthand-session"];
  const sum = createHash("sha256")
    .update(token ?? "")
    .digest();
  const [session] = await asSuperuser<{ user_id: string }>(
    "SELECT user_id FROM sessions WHERE token_hash = $1",
    [sum],
  );
  return {
    location: (outcome.location ?? "").replace(env.FIRSTHAND_URL, ""),
    userId: session?.user_id ?? null,
  };
}

async function emailOf(userId: string | null) {
  const [row] = await asSuperuser<{ email: string }>("SELECT email FROM users WHERE id = $1", [userId]);
  return row?.email ?? "";
}

describe("Mira signs in with a provider that is set up", () => {
  test("an address that the provider vouches for is hers; afterwards the account itself is enough", async () => {
    const { client } = await cast();
    const email = (await emailOf(client.userId)).toUpperCase();
    const first = await signInWith({ sub: "mira-1", email, email_verified: true });
    expect(first).toEqual({ location: "/w/mira/queue", userId: client.userId });
    const kept = await asSuperuser("SELECT * FROM oauth_accounts WHERE user_id = $1", [client.userId]);
    expect(kept).toMatchObject([{ provider: "oidc", provider_account_id: "mira-1" }]);
    expect(Object.keys(kept[0] as object).sort()).toEqual([
      "created_at",
      "provider",
      "provider_account_id",
      "user_id",
    ]);
    expect((await signInWith({ sub: "mira-1", email: "moved@test.invalid" })).userId).toBe(client.userId);
  });

  test("the button leads to the provider's page wherever it lives, and not by a redirect, which browsers hold to form-action", async () => {
    const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET } = settings;
    setSettings({ OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET });
    const origin = env.FIRSTHAND_URL;
    const request = new Request(`${origin}/api/auth/signin/oidc`, {
      method: "POST",
      headers: { origin },
      body: new URLSearchParams({ next: "/w/mira/queue" }),
    });
    const answer = await openHandler(handleAuth)(request, {
      params: Promise.resolve({ nextauth: ["signin", "oidc"] }),
    });
    expect([answer.status, answer.headers.get("location")]).toEqual([200, null]);
    const place = new URL(answer.headers.get("refresh")?.replace("0;url=", "") ?? "");
    expect([place.hostname, place.pathname]).toEqual(["localhost", "/authorize"]);
    expect(place.searchParams.get("redirect_uri")).toBe(`${origin}/api/auth/callback/oidc`);
    const names = answer.headers.getSetCookie().map((cookie) => cookie.split("=")[0]);
    expect(names).toEqual(expect.arrayContaining(["firsthand-state", "firsthand-pkce", "firsthand-nonce"]));
    const [, link = ""] = /<a href="([^"]*)">Go on to sign in<\/a>/.exec(await answer.text()) ?? [];
    expect(link.replaceAll("&#38;", "&")).toBe(place.href);
    expect(link).not.toMatch(/&(?!#38;)/);
  });

  test("an address that nobody vouches for signs nobody in", async () => {
    const { client } = await cast();
    const email = await emailOf(client.userId);
    for (const claims of [{ email }, { email, email_verified: false }, {}]) {
      const outcome = await signInWith({ sub: "somebody", ...claims });
      expect(outcome).toEqual({ location: "/sign-in?problem=unverified", userId: null });
    }
    expect(await asSuperuser("SELECT 1 FROM oauth_accounts WHERE user_id = $1", [client.userId])).toEqual([]);
  });

  test("a stranger does not sign up, and whoever is invited does", async () => {
    const { client } = await cast();
    const claims = { sub: "nia-1", email: "nia@test.invalid", email_verified: true, name: "Nia Okafor" };
    expect(await signInWith(claims)).toEqual({ location: "/sign-in?problem=not-invited", userId: null });
    expect(await asSuperuser("SELECT 1 FROM users WHERE email = $1", [claims.email])).toEqual([]);
    must(await inviteAssistant(client, { email: claims.email }, env.FIRSTHAND_URL, new Date()));
    expect((await signInWith(claims)).userId).not.toBeNull();
    expect(await asSuperuser("SELECT name FROM users WHERE email = $1", [claims.email])).toEqual([
      { name: "Nia Okafor" },
    ]);
  });

  test("an account is never linked to whoever left their session open in this browser", async () => {
    const { client, assistant } = await cast();
    const email = await emailOf(assistant.userId);
    const outcome = await signInWith(
      { sub: "ana-1", email, email_verified: true },
      { signedInAs: client.proof },
    );
    expect(outcome.userId).toBe(assistant.userId);
    expect(await asSuperuser("SELECT 1 FROM oauth_accounts WHERE user_id = $1", [client.userId])).toEqual([]);
    const sum = createHash("sha256").update(client.proof).digest();
    expect(await asSuperuser("SELECT 1 FROM sessions WHERE token_hash = $1", [sum])).toEqual([]);
  });

  test("a way back that this browser did not set out on leads nowhere", async () => {
    const { client } = await cast();
    const claims = { sub: "mira-2", email: await emailOf(client.userId), email_verified: true };
    const forged = await signInWith(claims, { query: { state: "forged" } });
    const foreign = await signInWith(claims, { withoutCookies: true });
    const noCode = await signInWith(claims, { query: { code: "made-up" } });
    expect([forged.userId, foreign.userId, noCode.userId]).toEqual([null, null, null]);
  });
});
