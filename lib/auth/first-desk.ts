import { newSlug } from "@/lib/auth/new-slug";
import { sessionEnd } from "@/lib/auth/rolling-session";
import { isSetupCode } from "@/lib/auth/setup-code";
import type { Visitor } from "@/lib/auth/visitor";
import { findDemoMember, foundFirstDesk, hasDesks } from "@/lib/data/arrivals";
import { makeSecret } from "@/lib/data/secrets";
import { deskNameOf } from "@/lib/domain/workspace/belonging";
import { DEMO_SECRET, type Env, env, isLoopback } from "@/lib/env";

/** Whether the first desk is still to be founded; a demo that is shown stands in its place. Never again after that. */
export async function isFirstRun(settings: Pick<Env, "DEMO"> = env): Promise<boolean> {
  if (await hasDesks()) return false;
  return !(settings.DEMO && (await findDemoMember("client")) !== null);
}

/**
 * Whether this visitor must show the code that `npm start` prints. Not on one's own machine; that the request comes from
 * there is not enough, as behind a proxy all of them do.
 */
export function needsSetupCode(visitor: Visitor): boolean {
  return !(isLoopback(env) && visitor.isThisMachine);
}

/** A secret that everybody knows makes a code that everybody knows. */
export function mayFound(visitor: Visitor, code: string): boolean {
  if (!needsSetupCode(visitor)) return true;
  return env.FIRSTHAND_SECRET !== DEMO_SECRET && isSetupCode(code, env.FIRSTHAND_SECRET);
}

export type Founding = {
  name: string;
  email: string;
  zone: string;
  colour: string;
  device: string;
  at: Date;
};

/** Founds the first desk and signs its client in. Null when somebody else was first. */
export async function foundDesk(
  founding: Founding,
  settings: Pick<Env, "DEMO"> = env,
): Promise<{ token: string; slug: string } | null> {
  if (!(await isFirstRun(settings))) return null;
  const { name, email, zone, colour, device, at } = founding;
  const slug = newSlug(name);
  const desk = { slug, name: deskNameOf(name), zone, colour };
  const session = { token: makeSecret(), device, at, expiresAt: sessionEnd(at) };
  const founded = await foundFirstDesk({ founder: { name, email }, desk, session });
  return founded ? { token: session.token, slug } : null;
}
