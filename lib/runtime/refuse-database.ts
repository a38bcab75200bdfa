import type { Env } from "@/lib/env";

/** Why the settings name no database, or null: a role of somebody's own without that database would mean the embedded one, in silence. */
export function refuseDatabase(settings: Env): string | null {
  if (settings.DATABASE_URL) return null;
  const said = (["APP_DATABASE_URL", "AUTH_DATABASE_URL"] as const).filter(
    (name) => settings[name] !== undefined,
  );
  if (said.length === 0) return null;
  const [is, it] = said.length === 1 ? ["is", "it"] : ["are", "them"];
  return `${said.join(" and ")} ${is} set and DATABASE_URL is not: the embedded database has roles of its own. Set DATABASE_URL as well, or unset ${it}.`;
}
