import type { DraftExtras } from "@/lib/data/draft-page";
import type { SendingView, VersionView } from "@/lib/domain/draft/view";
import type { AuthoredVersion } from "@/lib/domain/draft/whose-words";

/** Versions as the rules about whose words they are read them. */
export function asAuthored(
  versions: readonly Pick<VersionView, "text" | "by" | "phrases">[],
): AuthoredVersion[] {
  return versions.map(({ text, by, phrases }) => ({
    text,
    author: { by: by.role, name: by.name, userId: by.userId },
    phrases,
  }));
}

/** What is on its way, as a screen is told. */
export function sendingView(raw: NonNullable<DraftExtras["sending"]>): SendingView {
  return {
    ...raw,
    state: raw.state as SendingView["state"],
    nextAt: new Date(raw.nextAt).toISOString(),
    sentAt: raw.sentAt === null ? null : new Date(raw.sentAt).toISOString(),
  };
}
