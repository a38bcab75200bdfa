import { type WrittenLetter, writeLetter } from "@/lib/adapters/mail/letter";
import { isolate } from "@/lib/domain/weekly/words";

type Paused = { id: string; name: string; why: "gone" | "failing" };
/** Where the mail goes, and from which public origin its link is built. */
type Address = { to: string; workspaceId: string; slug: string; origin: string };

/** "Home automation is no longer told", as the message that leaves. */
export function writePausedLetter({ id, name, why }: Paused, address: Address): WrittenLetter {
  const { slug, origin } = address;
  const title = isolate(name);
  const because =
    why === "gone"
      ? "The program that receives it answered that it is gone for good."
      : "For three days nothing has arrived there.";
  return writeLetter({
    ...address,
    subject: `${title} is no longer told what changes`,
    paragraphs: [
      `${because} So the webhook ${title} is paused, and is told nothing until you wake it.`,
      "What happens meanwhile is not sent later; it stands in the history.",
    ],
    button: { label: "Look at the webhook", href: `${origin}/w/${slug}/settings/webhooks/${id}` },
    below: ["You get this once each time it pauses by itself."],
  });
}
