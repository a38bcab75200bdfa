/** Where something was captured: what the service is called, and which part of it that was, where it says something about what is to be done. */
export type Place = {
  service: string | null;
  is: "messages" | "requests" | "event" | "page" | "line" | "nowhere";
};

type Known = {
  host: RegExp;
  service: string;
  messages?: RegExp;
  requests?: RegExp;
  event?: RegExp;
};

const anywhere = /^/;
const known: readonly Known[] = [
  {
    host: /^linkedin\.com$/,
    service: "LinkedIn",
    messages: /^\/messaging\b/,
    requests: /^\/mynetwork\/(invitation|invite)/,
    event: /^\/events\//,
  },
  {
    host: /^facebook\.com$/,
    service: "Facebook",
    messages: /^\/messages\b/,
    requests: /^\/friends\/requests\b/,
    event: /^\/events\/\d/,
  },
  { host: /^messenger\.com$/, service: "Messenger", messages: anywhere },
  { host: /^instagram\.com$/, service: "Instagram", messages: /^\/direct\b/ },
  { host: /^(x|twitter)\.com$/, service: "X", messages: /^\/(messages|i\/chat)\b/ },
  { host: /^bsky\.app$/, service: "Bluesky", messages: /^\/messages\b/ },
  { host: /^threads\.(net|com)$/, service: "Threads" },
  { host: /^(web\.whatsapp\.com|wa\.me)$/, service: "WhatsApp", messages: anywhere },
  { host: /^(web\.telegram\.org|t\.me)$/, service: "Telegram", messages: anywhere },
  { host: /^mail\.google\.com$/, service: "Gmail", messages: anywhere },
  { host: /^outlook\.(live|office|office365)\.com$/, service: "Outlook", messages: /^\/mail\b/ },
  { host: /^eventbrite\.[a-z.]{2,6}$/, service: "Eventbrite", event: /^\/e\// },
  { host: /^meetup\.com$/, service: "Meetup", event: /\/events\/\d/ },
  { host: /^(lu\.ma|luma\.com)$/, service: "Luma", event: /^\/./ },
  { host: /^partiful\.com$/, service: "Partiful", event: /^\/e\// },
  { host: /^evite\.com$/, service: "Evite", event: /^\/event\// },
];

/** Where an address leads. A site that is not known goes by its host. */
export function placeOf(url: string | null): Place {
  if (url === null) return { service: null, is: "nowhere" };
  const { protocol, hostname, pathname } = new URL(url);
  if (protocol === "mailto:") return { service: "E-mail", is: "line" };
  if (protocol === "tel:") return { service: "Telephone", is: "line" };
  const host = hostname.replace(/^(www|m|mobile|mbasic)\./, "");
  const one = known.find((place) => place.host.test(host));
  if (one === undefined) return { service: host, is: "page" };
  const parts = ["messages", "requests", "event"] as const;
  return { service: one.service, is: parts.find((part) => one[part]?.test(pathname)) ?? "page" };
}
