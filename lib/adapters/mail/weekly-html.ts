import { escapeHtml } from "@/lib/adapters/mail/letter";
import type { WeeklyLinks } from "@/lib/adapters/mail/weekly-letter";
import { whoDoes } from "@/lib/domain/person/named";
import type { WeeklyLine, WeeklyList } from "@/lib/domain/weekly/view";
import {
  sayDay,
  sayFacts,
  sayOccasion,
  sayProposed,
  sayRemembered,
  saySpan,
} from "@/lib/domain/weekly/words";

// Tables and inline styles, as mail programs have kept them for twenty years; classes only turn the colours over in the dark.
const dark = `:root{color-scheme:light dark}
@media (prefers-color-scheme:dark){.p{background:#1a1815!important}.s{background:#24221e!important;border-color:#3a362f!important}
.t{color:#ece7dc!important}.m{color:#b1a998!important}.l{border-color:#3a362f!important}.n{background:#2b2924!important;border-color:#6b665b!important}
.b{background:#24221e!important;color:#ece7dc!important;border-color:#8a8376!important}.i{background:#3d5ab3!important;border-color:#3d5ab3!important;color:#ffffff!important}}`;
const sans = "font-family:-apple-system,'Segoe UI',Helvetica,Arial,sans-serif";
const serif = "font-family:Georgia,'Times New Roman',serif";
const small = `${sans};font-size:14px;line-height:1.5`;

/** The list as HTML for mail programs: one column, nothing from elsewhere, readable in the dark and without any styles at all. */
export function weeklyHtml(list: WeeklyList, links: WeeklyLinks, subject: string): string {
  const rows = [
    row(
      `<h1 class="t" style="margin:0;${serif};font-size:24px;font-weight:500;color:#23211c">Coming up, ${escapeHtml(saySpan(list))}</h1>`,
    ),
    ...list.notes.map((note) =>
      row(
        `<div class="n" style="padding:10px 14px;border:1px dashed #bdb8ac;border-radius:8px;background:#faf8f4"><p class="m" style="margin:0 0 2px;${small};color:#6b6559"><bdi>${escapeHtml(whoDoes(note.by, note.role))}</bdi> writes</p><p dir="auto" class="t" style="margin:0;${serif};font-size:16px;line-height:1.45;color:#23211c">${escapeHtml(note.text)}</p></div>`,
      ),
    ),
    ...dayRows(list, links),
    ...touchRows(list, links),
    ...rememberedRows(list, links),
    row(
      `<p class="m" style="margin:8px 0 0;${small};color:#6b6559">${link(links.page, "The same as a page")} · You get this because you asked for it: ${link(links.settings, "another day, or none")}.</p>`,
    ),
  ];
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"><title>${escapeHtml(subject)}</title><style>${dark}</style></head>
<body class="p" style="margin:0;padding:0;background:#faf8f4"><table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" class="p" style="background:#faf8f4"><tr><td align="center" style="padding:24px 10px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" class="s" style="max-width:600px;border:1px solid #e7e2d8;border-radius:12px;background:#ffffff">
<tr><td style="padding:20px 20px 4px"><p class="m" style="margin:0;${serif};font-size:16px;color:#6b6559">Firsthand</p></td></tr>
${rows.join("\n")}
<tr><td style="padding:0 0 16px"></td></tr></table></td></tr></table></body></html>
`;
}

function dayRows(list: WeeklyList, links: WeeklyLinks): string[] {
  const left = list.daysInAll - list.days.length;
  return [
    ...list.days.flatMap((line, n) => [
      ...(line.day === list.days[n - 1]?.day ? [] : [heading(sayDay(line.day))]),
      lineRow(line, sayOccasion(line), list, links),
    ]),
    ...(left > 0 ? [more(`And ${left} more`, links)] : []),
  ];
}

function touchRows(list: WeeklyList, links: WeeklyLinks): string[] {
  if (list.touch.length === 0) return [];
  const left = list.touchInAll - list.touch.length;
  return [
    heading("Losing touch"),
    ...list.touch.map((line) => lineRow(line, "", list, links)),
    ...(left > 0 ? [more(`And ${left} more`, links)] : []),
  ];
}

function rememberedRows(list: WeeklyList, links: WeeklyLinks): string[] {
  if (list.remembered.length === 0) return [];
  const left = list.rememberedInAll - list.remembered.length;
  return [
    heading("Remembered"),
    ...list.remembered.map((one) =>
      row(
        `<p class="m" dir="auto" style="margin:0;${small};color:#6b6559">${escapeHtml(sayDay(one.day))}: ${link(links.person(one), sayRemembered(one))}</p>`,
      ),
    ),
    ...(left > 0 ? [more(`And ${left} more`, links)] : []),
  ];
}

function lineRow(line: WeeklyLine, what: string, list: WeeklyList, links: WeeklyLinks): string {
  const name = `<a href="${escapeHtml(links.person(line))}" class="t" style="${serif};font-size:18px;color:#23211c;text-decoration:none"><bdi>${escapeHtml(line.person.name)}</bdi></a>`;
  const said = line.person.saidAs
    ? ` <span class="m" style="${small};color:#6b6559">(<bdi>${escapeHtml(line.person.saidAs)}</bdi>)</span>`
    : "";
  const occasion = what
    ? `<p class="t" dir="auto" style="margin:2px 0 0;${small};font-weight:600;color:#23211c">${escapeHtml(what)}</p>`
    : "";
  const facts = [...sayFacts(line, list)].map(
    (fact) => `<p class="m" dir="auto" style="margin:2px 0 0;${small};color:#6b6559">${escapeHtml(fact)}</p>`,
  );
  const reach = reachOf(line);
  const proposed = `<p class="t" dir="auto" style="margin:4px 0 0;${small};color:#23211c">${escapeHtml(sayProposed(line, list))}</p>`;
  const isClient = list.reader.role === "client";
  const buttons = links.verbs(line).map(({ label, href }, n) => button(label, href, isClient && n === 0));
  return row(
    `<div class="l" style="padding:0 0 14px;border-bottom:1px solid #e7e2d8">${name}${said}${occasion}${facts.join("")}${reach}${proposed}<p style="margin:10px 0 0">${buttons.join(" ")}</p></div>`,
  );
}

function reachOf({ reach }: WeeklyLine): string {
  const parts = [
    ...reach.phones.map((phone) => link(`tel:${phone.replace(/[^\d+*#]/g, "")}`, phone)),
    ...reach.emails.map((email) => link(`mailto:${encodeURIComponent(email).replace(/%40/g, "@")}`, email)),
    ...reach.addresses.map((address) => `<bdi>${escapeHtml(address)}</bdi>`),
  ];
  return parts.length === 0
    ? ""
    : `<p class="m" style="margin:2px 0 0;${small};color:#6b6559;word-break:break-word">${parts.join(" · ")}</p>`;
}

function button(label: string, href: string, isInk: boolean): string {
  const look = isInk
    ? `class="i" style="background:#24408e;border:1px solid #24408e;color:#ffffff`
    : `class="b" style="background:#ffffff;border:1px solid #8f887b;color:#23211c`;
  return `<a href="${escapeHtml(href)}" ${look};display:inline-block;margin:0 6px 6px 0;padding:11px 16px;border-radius:8px;${sans};font-size:15px;line-height:22px;text-decoration:none">${escapeHtml(label)}</a>`;
}

function heading(words: string): string {
  return row(
    `<h2 class="m" style="margin:10px 0 0;${sans};font-size:13px;font-weight:600;color:#6b6559">${escapeHtml(words)}</h2>`,
  );
}

function more(words: string, links: WeeklyLinks): string {
  return row(`<p style="margin:0;${small}">${link(links.page, words)}</p>`);
}

function link(href: string, words: string): string {
  return `<a href="${escapeHtml(href)}" class="t" style="color:#23211c;text-decoration:underline"><bdi>${escapeHtml(words)}</bdi></a>`;
}

function row(inside: string): string {
  return `<tr><td style="padding:7px 20px;overflow-wrap:anywhere;word-break:break-word">${inside}</td></tr>`;
}
