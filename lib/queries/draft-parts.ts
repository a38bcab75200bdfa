import type { DraftExtras } from "@/lib/data/draft-page";
import type { DraftView, SendingView } from "@/lib/domain/draft/view";

/** What is on its way, as a screen is told. */
export function sendingView(raw: NonNullable<DraftExtras["sending"]>): SendingView {
  return {
    ...raw,
    state: raw.state as SendingView["state"],
    nextAt: new Date(raw.nextAt).toISOString(),
    sentAt: raw.sentAt === null ? null : new Date(raw.sentAt).toISOString(),
  };
}

/** The approval that stands, as a screen is told. */
export function approvalView(raw: DraftExtras["approval"]): DraftView["approval"] {
  return raw === null ? null : { no: raw.no, at: new Date(raw.at).toISOString(), by: raw.by };
}
