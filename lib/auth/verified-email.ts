/** What a provider tells about somebody (OpenID Connect Core §5.1), and Microsoft's own claim about the address. */
export type Claims = {
  sub?: string;
  email?: string;
  email_verified?: unknown;
  xms_edov?: unknown;
  name?: string;
};

export type ProviderId = "google" | "azure-ad" | "oidc";

/** Microsoft's names for "anybody's directory": in one's own, anybody may claim any address. */
const anybodysTenant = new Set(["common", "organizations", "consumers"]);

/**
 * The address that the provider vouches for, in small letters, or null when it vouches for none. Microsoft writes
 * `email_verified` nowhere and lets directories put any address into `email`: it counts with `xms_edov` (the domain's owner was
 * verified), or when one directory alone may sign in and so its administrator is the one who vouches.
 */
export function verifiedEmail(provider: ProviderId, claims: Claims, microsoftTenant: string): string | null {
  if (typeof claims.email !== "string" || !claims.email.includes("@")) return null;
  const isVouchedFor =
    provider === "azure-ad"
      ? isTrue(claims.xms_edov) || !anybodysTenant.has(microsoftTenant.toLowerCase())
      : isTrue(claims.email_verified);
  return isVouchedFor ? claims.email.trim().toLowerCase() : null;
}

/** Providers write true as true, 1, "1" or "true". */
function isTrue(value: unknown): boolean {
  return value === true || value === 1 || value === "1" || value === "true";
}
