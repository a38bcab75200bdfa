/** What a mail says: paragraphs, one button, and what stands small below it. */
export type Letter = {
  to: string;
  workspaceId: string | null;
  subject: string;
  paragraphs: string[];
  button: { label: string; href: string };
  below: string[];
  /** The public origin; the message's id is made at its host. */
  origin: string;
};

/** A letter as it leaves; `messageId` with its angle brackets (RFC 5322 §3.6.4). */
export type WrittenLetter = {
  to: string;
  workspaceId: string | null;
  subject: string;
  text: string;
  html: string;
  messageId: string;
};

/** Writes a letter as the message that leaves: plain text, and the same as modest HTML without anything from elsewhere. */
export function writeLetter(letter: Letter): WrittenLetter {
  const { to, workspaceId, button, origin } = letter;
  const subject = oneLine(letter.subject);
  const paragraphs = letter.paragraphs.map(oneLine);
  const below = letter.below.map(oneLine);
  const text = [...paragraphs, `${button.label}:\n${button.href}`, ...below, "Firsthand"].join("\n\n");
  const html = page(subject, [
    ...paragraphs.map((line) => paragraph(line, "font-size:17px;line-height:1.5;color:#23211c")),
    `<p style="margin:28px 0"><a href="${escapeHtml(button.href)}" style="display:inline-block;padding:12px 22px;border-radius:10px;background:#24408e;color:#ffffff;text-decoration:none;font-family:sans-serif;font-size:16px">${escapeHtml(button.label)}</a></p>`,
    ...below.map((line) => paragraph(line, "font-size:14px;line-height:1.5;color:#6b6559")),
  ]);
  return {
    to,
    workspaceId,
    subject,
    text,
    html,
    messageId: `<${crypto.randomUUID()}@${new URL(origin).hostname}>`,
  };
}

/** A name is somebody's own choice: it may hold line breaks, which have no place in a subject (RFC 5322 §2.2). */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, " ").trim();
}

function paragraph(line: string, style: string): string {
  return `<p dir="auto" style="margin:0 0 14px;${style}">${escapeHtml(line)}</p>`;
}

function page(title: string, parts: string[]): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(title)}</title></head>
<body style="margin:0;padding:32px 16px;background:#faf8f4"><div style="max-width:480px;margin:0 auto;padding:28px;border:1px solid #e7e2d8;border-radius:12px;background:#ffffff;font-family:Georgia,serif">
<p style="margin:0 0 20px;font-size:20px;color:#23211c">Firsthand</p>
${parts.join("\n")}
</div></body></html>
`;
}

const entities: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text as it stands in HTML, also within an attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => entities[letter] ?? letter);
}
