import type { VersionView } from "@/lib/domain/draft/view";
import type { AuthoredVersion } from "@/lib/domain/draft/whose-words";

/** Versions as the rules about whose words they are read them. */
export function asAuthored(
  versions: readonly (Pick<VersionView, "text" | "by" | "phrases"> & Partial<Pick<VersionView, "basedOn">>)[],
): AuthoredVersion[] {
  return versions.map(({ text, by, phrases, basedOn = 0 }) => ({
    text,
    basedOn,
    author: { by: by.role, name: by.name, userId: by.userId },
    phrases: phrases.map(({ text, agent }) =>
      agent ? { text, agent: { by: "agent", ...agent } } : { text },
    ),
  }));
}
