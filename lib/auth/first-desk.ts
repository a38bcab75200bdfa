import { sessionEnd } from "@/lib/auth/rolling-session";
import { isSetupCode } from "@/lib/auth/setup-code";
import type { Visitor } from "@/lib/auth/visitor";
import { foundFirstDesk, hasDesks } from "@/lib/data/arrivals";
import { makeSecret } from "@/lib/data/secrets";
import { makeSlug } from "@/lib/domain/workspace/belonging";
import { DEMO_SECRET, env, isLoopback } from "@/lib/env";

/** Whether the first desk is still to be founded. Never again after that. */
export async function isFirstRun(): Promise<boolean> {
  return !(await hasDesks());
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
export async function foundDesk(founding: Founding): Promise<{ token: string; slug: string } | null> {
  const { name, email, zone, colour, device, at } = founding;
  const slug = makeSlug(
    name,
    makeSecret()
      .toLowerCase()
      .replace(/[^a-z0-9]/g, "")
      .slice(0, 6),
  );
  const desk = { slug, name: `${name.split(" ")[0]}’s desk`, zone, colour };
  const session = { token: makeSecret(), device, at, expiresAt: sessionEnd(at) };
  const founded = await foundFirstDesk({ founder: { name, email }, desk, session });
  return founded ? { token: session.token, slug } : null;
}
