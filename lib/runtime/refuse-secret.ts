import { DEMO_SECRET, type Env, isLoopback } from "@/lib/env";

/** Why the secret may not be used, or null. The demo's secret is known to everyone who can read this file. */
export function refuseSecret(settings: Env): string | null {
  const secret = settings.FIRSTHAND_SECRET;
  const advice = "Make one with: openssl rand -base64 32";
  if (secret === DEMO_SECRET) {
    if (!settings.DEMO)
      return `FIRSTHAND_SECRET must be set when DEMO=0: the demo's secret is known to everyone. ${advice}`;
    if (!isLoopback(settings))
      return `FIRSTHAND_SECRET must be set when others can reach this machine (HOST=${settings.HOST}, FIRSTHAND_URL=${settings.FIRSTHAND_URL}): the demo's secret is known to everyone. ${advice}`;
    return null;
  }
  return secret.length < 32 ? `FIRSTHAND_SECRET must have at least 32 characters. ${advice}` : null;
}
