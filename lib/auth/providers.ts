import AzureAd from "next-auth/providers/azure-ad";
import Google from "next-auth/providers/google";
import type { OAuthConfig, Provider } from "next-auth/providers/index";
import { type Claims, type ProviderId, verifiedEmail } from "@/lib/auth/verified-email";
import { type Env, env } from "@/lib/env";

/** A way to sign in that is set up, as the sign-in page offers it. */
export type OfferedProvider = { id: ProviderId; name: string };

/** The providers whose keys are set. */
export function offeredProviders(settings: Env = env): OfferedProvider[] {
  const offered: OfferedProvider[] = [];
  if (settings.GOOGLE_CLIENT_ID) offered.push({ id: "google", name: "Google" });
  if (settings.MICROSOFT_CLIENT_ID) offered.push({ id: "azure-ad", name: "Microsoft" });
  if (settings.OIDC_ISSUER) offered.push({ id: "oidc", name: settings.OIDC_NAME });
  return offered;
}

/** Addresses are linked by the address alone, which is safe only because `signIn` lets nobody in whose address is not vouched for. */
const linking = { allowDangerousEmailAccountLinking: true } as const;

/** The providers whose keys are set, for next-auth. */
export function makeProviders(settings: Env = env): Provider[] {
  return offeredProviders(settings).map(({ id }) => {
    if (id === "google") return makeGoogle(settings);
    return id === "azure-ad" ? makeMicrosoft(settings) : makeOidc(settings);
  });
}

function makeGoogle(settings: Env): Provider {
  const clientId = settings.GOOGLE_CLIENT_ID ?? "";
  const clientSecret = settings.GOOGLE_CLIENT_SECRET ?? "";
  return Google({
    clientId,
    clientSecret,
    ...linking,
    checks: ["pkce", "state", "nonce"],
    profile: profileOf("google", settings),
  });
}

function makeMicrosoft(settings: Env): Provider {
  return AzureAd({
    clientId: settings.MICROSOFT_CLIENT_ID ?? "",
    clientSecret: settings.MICROSOFT_CLIENT_SECRET ?? "",
    tenantId: settings.MICROSOFT_TENANT,
    ...linking,
    checks: ["pkce", "state", "nonce"],
    profile: profileOf("azure-ad", settings),
  });
}

/** Any provider with a discovery document (OpenID Connect Discovery §4). Claims come from its user-info endpoint. */
function makeOidc(settings: Env): OAuthConfig<Claims> {
  const issuer = (settings.OIDC_ISSUER ?? "").replace(/\/$/, "");
  return {
    id: "oidc",
    name: settings.OIDC_NAME,
    type: "oauth",
    wellKnown: `${issuer}/.well-known/openid-configuration`,
    authorization: { params: { scope: "openid email profile" } },
    idToken: true,
    userinfo: {
      request: ({ client, tokens }) => client.userinfo(tokens as Parameters<typeof client.userinfo>[0]),
    },
    checks: ["pkce", "state", "nonce"],
    clientId: settings.OIDC_CLIENT_ID,
    clientSecret: settings.OIDC_CLIENT_SECRET,
    ...linking,
    profile: profileOf("oidc", settings),
  };
}

/** Only what signing in needs, and only an address that is vouched for. */
function profileOf(provider: ProviderId, settings: Env) {
  return (claims: Claims) => ({
    id: claims.sub ?? "",
    name: typeof claims.name === "string" ? claims.name.slice(0, 200) : "",
    email: verifiedEmail(provider, claims, settings.MICROSOFT_TENANT) ?? undefined,
  });
}
