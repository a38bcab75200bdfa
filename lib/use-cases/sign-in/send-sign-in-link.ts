import { writeLetter } from "@/lib/adapters/mail/letter";
import { keepSignInLink } from "@/lib/data/auth-store";
import { makeSecret, pepperLinkSecret } from "@/lib/data/secrets";

/** How long a sign-in link is good for. */
const LINK_MINUTES = 10;

/** `email` in small letters; `next` is a path of ours; `origin` the public one, which mailed links are built from alone. */
export type LinkWanted = { email: string; next: string; origin: string; at: Date };

/** Mails a sign-in link to an address that is expected. For any other the same work is done, and nothing is mailed. */
export async function sendSignInLink({ email, next, origin, at }: LinkWanted): Promise<void> {
  const secret = makeSecret();
  const query = new URLSearchParams({ email, token: secret, ...(next !== "/" && { next }) });
  const letter = writeLetter({
    to: email,
    workspaceId: null,
    origin,
    subject: "Sign in to Firsthand",
    paragraphs: [
      "Somebody, we hope you, asked to sign in to Firsthand with this address.",
      `The button opens a page, and the button there signs you in. It works once, within ${LINK_MINUTES} minutes.`,
    ],
    button: { label: "Sign in", href: `${origin}/sign-in/confirm?${query}` },
    below: ["If it was not you, do nothing: without this mail nobody gets in."],
  });
  const expiresAt = new Date(at.getTime() + LINK_MINUTES * 60 * 1000);
  await keepSignInLink({ email, secret: pepperLinkSecret(secret), expiresAt }, letter);
}
