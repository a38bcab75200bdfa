import type { Daily, DailyItem } from "@/lib/adapters/mail/daily-letter";
import { escapeHtml } from "@/lib/adapters/mail/letter";

// Tables and inline styles, as mail programs have kept them for twenty years; classes only turn the colours over in the dark.
const dark = `:root{color-scheme:light dark}
@media (prefers-color-scheme:dark){.p{background:#1a1815!important}.s{background:#24221e!important;border-color:#3a362f!important}
.t{color:#ece7dc!important}.m{color:#b1a998!important}.l{border-color:#3a362f!important}.n{background:#2b2924!important;border-color:#6b665b!important}
.b{background:#24221e!important;color:#ece7dc!important;border-color:#8a8376!important}.i{background:#3d5ab3!important;border-color:#3d5ab3!important;color:#ffffff!important}}`;
const sans = "font-family:-apple-system,'Segoe UI',Helvetica,Arial,sans-serif";
const serif = "font-family:Georgia,'Times New Roman',serif";
/** As high as a finger is wide. */
const tall = ";display:inline-block;padding:11px 0;line-height:22px";
const small = `${sans};font-size:14px;line-height:1.5`;

/** The pile as HTML for mail programs: one column, nothing from elsewhere, readable in the dark and without any styles at all. */
export function dailyHtml(daily: Daily): string {
  const rows = [
    row(
      `<h1 class="t" style="margin:0;${serif};font-size:24px;font-weight:500;color:#23211c">${escapeHtml(daily.heading)}</h1>${muted(daily.lead)}`,
    ),
    ...daily.items.map(itemRow),
    ...(daily.hasMore
      ? [row(`<p style="margin:0;${small}">${link(daily.page, "More follows after these")}</p>`)]
      : []),
    row(
      `<p class="m" style="margin:8px 0 0;${small};color:#6b6559">${link(daily.page, "The same, one at a time")} · You get this because you asked for it: ${link(daily.settings, "another hour, or none")}.</p>`,
    ),
  ];
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"><title>${escapeHtml(daily.subject)}</title><style>${dark}</style></head>
<body class="p" style="margin:0;padding:0;background:#faf8f4"><table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" class="p" style="background:#faf8f4"><tr><td align="center" style="padding:24px 10px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" class="s" style="max-width:600px;border:1px solid #e7e2d8;border-radius:12px;background:#ffffff">
<tr><td style="padding:20px 20px 4px"><p class="m" style="margin:0;${serif};font-size:16px;color:#6b6559">Firsthand</p></td></tr>
${rows.join("\n")}
<tr><td style="padding:0 0 16px"></td></tr></table></td></tr></table></body></html>
`;
}

function itemRow(item: DailyItem): string {
  const { message, question, draft } = item;
  const parts = [
    `<p class="m" style="margin:0;${small};color:#6b6559">${item.place}${item.who ? ` · <bdi>${escapeHtml(item.who)}</bdi>` : ""}</p>`,
    `<h2 class="t" dir="auto" style="margin:2px 0 4px;${serif};font-size:20px;font-weight:500;line-height:1.25;color:#23211c">${escapeHtml(item.title)}</h2>`,
    item.due ? muted(item.due) : "",
    message ? quoteHtml(message) : "",
    ...item.known.map(muted),
    item.step ? plain(item.step) : "",
    question
      ? `${muted(question.by)}<p class="t" dir="auto" style="margin:4px 0 0;${serif};font-size:19px;line-height:1.4;color:#23211c">${lines(question.text)}</p>`
      : "",
    draft ? draftHtml(draft) : "",
    `<p style="margin:12px 0 0">${item.links
      .filter((one) => !one.isQuiet)
      .map(button)
      .join(" ")}</p>`,
    quietHtml(item.links.filter((one) => one.isQuiet)),
  ];
  return row(
    `<div class="l" style="padding:10px 0 14px;border-top:1px solid #e7e2d8">${parts.join("")}</div>`,
  );
}

function quoteHtml({ text, from }: NonNullable<DailyItem["message"]>): string {
  const head = from ? muted(`${from} wrote`) : "";
  return `${head}<blockquote class="l" style="margin:6px 0;padding:0 0 0 12px;border-left:3px solid #e7e2d8"><p class="m" dir="auto" style="margin:0;${serif};font-size:16px;line-height:1.5;font-style:italic;color:#6b6559">${lines(text)}</p></blockquote>`;
}

/** Pencil: a dashed edge, until the client makes the words theirs. */
function draftHtml(draft: NonNullable<DailyItem["draft"]>): string {
  const about = [
    draft.way,
    ...(draft.subject ? [`Subject: ${draft.subject}`] : []),
    ...(draft.files.length > 0 ? [`With: ${draft.files.join(", ")}`] : []),
  ];
  return `<div class="n" style="margin:10px 0 0;padding:12px 14px;border:1px dashed #bdb8ac;border-radius:8px;background:#faf8f4">${about.map(muted).join("")}<p class="t" dir="auto" style="margin:8px 0;${serif};font-size:17px;line-height:1.5;color:#23211c">${lines(draft.text)}</p>${muted(draft.whose)}</div>`;
}

function button({ label, href, isInk }: DailyItem["links"][number]): string {
  const look = isInk
    ? `class="i" style="background:#24408e;border:1px solid #24408e;color:#ffffff`
    : `class="b" style="background:#ffffff;border:1px solid #8f887b;color:#23211c`;
  return `<a href="${escapeHtml(href)}" ${look};display:inline-block;margin:0 6px 6px 0;padding:11px 16px;border-radius:8px;${sans};font-size:15px;line-height:22px;text-decoration:none"><bdi>${escapeHtml(label)}</bdi></a>`;
}

/** Each on a line of its own: two links beside each other are one too many for a thumb. */
function quietHtml(links: DailyItem["links"]): string {
  return links
    .map(({ label, href }) => `<p style="margin:0;${small}">${link(href, label, tall)}</p>`)
    .join("");
}

function muted(words: string): string {
  return `<p class="m" dir="auto" style="margin:2px 0 0;${small};color:#6b6559">${lines(words)}</p>`;
}

function plain(words: string): string {
  return `<p class="t" style="margin:6px 0 0;${small};color:#23211c">${escapeHtml(words)}</p>`;
}

function lines(text: string): string {
  return escapeHtml(text).replace(/\r\n|[\r\n\u2028\u2029]/g, "<br>");
}

function link(href: string, words: string, more = ""): string {
  return `<a href="${escapeHtml(href)}" class="t" style="color:#23211c;text-decoration:underline${more}">${escapeHtml(words)}</a>`;
}

function row(inside: string): string {
  return `<tr><td style="padding:7px 20px;overflow-wrap:anywhere;word-break:break-word">${inside}</td></tr>`;
}
