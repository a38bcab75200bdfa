import { safeHref } from "@/components/tasks/field-rows";
import { mailedByHand } from "@/lib/domain/draft/by-hand";
import type { DraftView } from "@/lib/domain/draft/view";

type Said = Pick<DraftView, "account" | "recipients" | "subject"> & {
  task: { message: { url: string | null; service: string | null } | null };
};

/** Where words that go out by hand are put, and what that place is called: the account's page, where it came from, or a mail where it came by none other. Null: nowhere that is known. */
export function howToOpen({
  account,
  recipients,
  subject,
  task,
}: Said): { href: string; name: string } | null {
  const page = safeHref(account?.pageUrl);
  if (page) return { href: page, name: account?.service || account?.name || "the page" };
  const source = safeHref(task.message?.url);
  if (source) return { href: source, name: task.message?.service || "where it came from" };
  const to = mailedByHand(recipients, task.message).map(({ address }) => address);
  if (to.length === 0) return null;
  const query = subject ? `?subject=${encodeURIComponent(subject)}` : "";
  return { href: `mailto:${to.map(encodeURIComponent).join(",")}${query}`, name: "a mail" };
}
