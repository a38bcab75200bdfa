import { type Env, env } from "@/lib/env";

const usual = { ...env };

/** Has the settings say something else, as the operator would, until the end of this test file. */
export function setSettings(settings: Partial<Env>): void {
  Object.assign(env, settings);
}

/** Has them say again what they say to every test file. */
export function resetSettings(): void {
  for (const name of Object.keys(env)) if (!(name in usual)) delete env[name as keyof Env];
  Object.assign(env, usual);
}
