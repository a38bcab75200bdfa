import { openHandler } from "@/lib/actions/open-handler";
import { mailboxReach } from "@/lib/auth/mailbox-reach";
import { readMail } from "@/lib/queries/read-mailbox";

/** The HTML of one message, for the frame of its page; the policy that comes with this path lets it do nothing but look. */
export const GET = openHandler(async ({ params, visitor }) => {
  const reach = mailboxReach(visitor);
  const mail = reach && (await readMail(reach, params.id ?? ""));
  if (!mail) return new Response("Not found.\n", { status: 404 });
  const html = mail.html.replace("<head>", '<head><base target="_blank">');
  return new Response(html, {
    headers: { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store" },
  });
});
