import { findSignInLink } from "@/lib/data/auth-store";
import { pepperLinkSecret } from "@/lib/data/secrets";

/** Whether a sign-in link would still work: `over` when it is too old, `gone` when it was used, another one was, or it never was. */
export async function lookAtLink(email: string, secret: string, at: Date): Promise<"good" | "over" | "gone"> {
  if (!email || !secret || secret.length > 200 || email.length > 254) return "gone";
  const end = await findSignInLink(email, pepperLinkSecret(secret));
  if (end === null) return "gone";
  return end > at ? "good" : "over";
}
