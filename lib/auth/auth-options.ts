import type { AuthOptions, Profile } from "next-auth";
import type { EmailConfig } from "next-auth/providers/email";
import { type AtTheDoor, makeAdapter } from "@/lib/auth/adapter";
import { makeProviders } from "@/lib/auth/providers";
import { safePath } from "@/lib/auth/safe-path";
import { isHttps, sessionCookieName, sessionCookieOptions } from "@/lib/auth/session-cookie";
import { type Claims, type ProviderId, verifiedEmail } from "@/lib/auth/verified-email";
import { findPersonByAccount, isExpected } from "@/lib/data/auth-store";
import { makeSecret } from "@/lib/data/secrets";
import { type Env, env } from "@/lib/env";
import { describeError, log } from "@/lib/runtime/log";

/** How long a sign-in link is good for. */
const LINK_MINUTES = 10;

/** Where a sign-in that was not granted leads: the page has the sentence. */
export const problemPath = (problem: string) => `/sign-in?problem=${encodeURIComponent(problem)}`;

/** Mail is written and kept by send-sign-in-link.ts; next-auth only spends the link. */
const emailProvider: EmailConfig = {
  id: "email",
  type: "email",
  name: "Email",
  from: "",
  server: "",
  maxAge: LINK_MINUTES * 60,
  options: {},
  async sendVerificationRequest() {
    throw new Error("Sign-in links are kept together with their mail: send-sign-in-link.ts.");
  },
};

function cookie(name: string, maxAge?: number) {
  return {
    name: `${isHttps ? "__Host-" : ""}firsthand-${name}`,
    options: { ...sessionCookieOptions, maxAge },
  };
}

/** next-auth for one request. Sessions are the database's; nothing of a person is in a token. */
export function makeAuthOptions(visitor: AtTheDoor, settings: Env = env): AuthOptions {
  return {
    secret: settings.FIRSTHAND_SECRET,
    adapter: makeAdapter(visitor),
    providers: [emailProvider, ...makeProviders(settings)],
    session: { strategy: "database", generateSessionToken: makeSecret },
    useSecureCookies: isHttps,
    cookies: {
      sessionToken: { name: sessionCookieName, options: sessionCookieOptions },
      callbackUrl: cookie("after-sign-in", 15 * 60),
      csrfToken: cookie("csrf"),
      pkceCodeVerifier: cookie("pkce", 15 * 60),
      state: cookie("state", 15 * 60),
      nonce: cookie("nonce", 15 * 60),
    },
    callbacks: {
      redirect: ({ url, baseUrl }) =>
        baseUrl + safePath(url.startsWith(baseUrl) ? url.slice(baseUrl.length) : url),
      async signIn({ user, account, profile }) {
        if (account?.type === "email") return isWanted(user.email ?? "");
        if (account?.type !== "oauth") return false;
        return admitFromProvider(
          account.provider as ProviderId,
          account.providerAccountId,
          profile,
          settings,
        );
      },
    },
    logger: {
      error: (code, detail) => {
        const error = detail instanceof Error ? detail : detail.error;
        log.warn("signing in went wrong", { step: code, ...describeError(error) });
      },
      warn: (code) => log.debug("next-auth", { code }),
      debug: () => undefined,
    },
  };
}

/** Whoever signed in with this account before comes in; a new account comes in by an address that the provider vouches for. */
async function admitFromProvider(
  provider: ProviderId,
  accountId: string,
  profile: Profile | undefined,
  settings: Env,
): Promise<true | string> {
  if ((await findPersonByAccount(provider, accountId)) !== null) return true;
  const email = verifiedEmail(provider, (profile ?? {}) as Claims, settings.MICROSOFT_TENANT);
  return email === null ? problemPath("unverified") : isWanted(email);
}

async function isWanted(email: string): Promise<true | string> {
  return (await isExpected(email.toLowerCase())) || problemPath("not-invited");
}
