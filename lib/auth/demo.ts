import { openNewSession } from "@/lib/auth/start-session";
import { findDemoMember } from "@/lib/data/arrivals";
import { env } from "@/lib/env";

export const demoRoles = ["client", "assistant"] as const;
export type DemoRole = (typeof demoRoles)[number];

/** Whether the demo's one-click sign-in is offered for this role. */
export async function hasDemo(role: DemoRole): Promise<boolean> {
  return env.DEMO && (await findDemoMember(role)) !== null;
}

/**
 * Signs in as the demo desk's client or assistant. Only where DEMO is on, and only as somebody who belongs to the demo desk and
 * to no other; null otherwise.
 */
export async function signInToDemo(
  role: DemoRole,
  device: string,
  at: Date,
): Promise<{ token: string; slug: string } | null> {
  const member = env.DEMO ? await findDemoMember(role) : null;
  if (member === null) return null;
  return { token: await openNewSession(member.userId, device, at), slug: member.slug };
}
