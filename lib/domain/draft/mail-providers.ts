/** Where well-known providers take mail, so that nobody has to look it up. A suggestion: everything can be typed over. */
export type MailProvider = {
  name: string;
  host: string;
  port: number;
  security: "tls" | "starttls";
  /** What to know about its password. */
  password: string;
};

const appPassword = (name: string, where: string) =>
  `${name} wants an app password here, not your own: make one ${where}.`;

const google: MailProvider = {
  name: "Gmail",
  host: "smtp.gmail.com",
  port: 465,
  security: "tls",
  password: appPassword("Google", "in your Google account, under Security, once two-step verification is on"),
};
const microsoft: MailProvider = {
  name: "Outlook",
  host: "smtp-mail.outlook.com",
  port: 587,
  security: "starttls",
  password:
    "Microsoft is ending passwords for programs. Where it still takes them, it wants an app password, made under Security in your Microsoft account.",
};
const microsoft365: MailProvider = {
  ...microsoft,
  name: "Microsoft 365",
  host: "smtp.office365.com",
  password:
    "Microsoft is ending passwords for programs. Your administrator must allow authenticated SMTP for this mailbox, and you need an app password.",
};
const icloud: MailProvider = {
  name: "iCloud",
  host: "smtp.mail.me.com",
  port: 587,
  security: "starttls",
  password: appPassword("Apple", "in your Apple account, under app-specific passwords"),
};
const fastmail: MailProvider = {
  name: "Fastmail",
  host: "smtp.fastmail.com",
  port: 465,
  security: "tls",
  password: appPassword("Fastmail", "in its settings, under Privacy & Security"),
};
const yahoo: MailProvider = {
  name: "Yahoo",
  host: "smtp.mail.yahoo.com",
  port: 465,
  security: "tls",
  password: appPassword("Yahoo", "in your account, under Security"),
};
const gmx: MailProvider = {
  name: "GMX",
  host: "mail.gmx.net",
  port: 465,
  security: "tls",
  password:
    "Allow access for other programs in GMX’s settings, under POP3 and IMAP. With two-factor sign-in, GMX wants an app password.",
};
const posteo: MailProvider = {
  name: "Posteo",
  host: "posteo.de",
  port: 465,
  security: "tls",
  password: "Posteo takes your mailbox’s password. If it offers you an app password, use that.",
};
const mailboxOrg: MailProvider = {
  name: "mailbox.org",
  host: "smtp.mailbox.org",
  port: 465,
  security: "tls",
  password:
    "With two-factor sign-in, mailbox.org wants an app password: make one in its settings, under Security.",
};

const byDomain: [RegExp, MailProvider][] = [
  [/^(gmail|googlemail)\.com$/, google],
  [/^(outlook|hotmail|live|msn)\.(com|[a-z]{2}|co\.[a-z]{2}|com\.[a-z]{2})$/, microsoft],
  [/\.onmicrosoft\.com$/, microsoft365],
  [/^(icloud|me|mac)\.com$/, icloud],
  [/^fastmail\.(com|fm|[a-z]{2}|co\.[a-z]{2}|com\.[a-z]{2})$/, fastmail],
  // Yahoo Japan is another company, with other servers.
  [/^(yahoo\.(com|[a-z]{2}|co\.(?!jp)[a-z]{2}|com\.[a-z]{2})|ymail\.com|rocketmail\.com)$/, yahoo],
  [/^gmx\.(com|us|co\.uk)$/, { ...gmx, host: "mail.gmx.com" }],
  [/^gmx\.[a-z]{2,4}$/, gmx],
  [/^posteo\.[a-z]{2,4}$/, posteo],
  [/^mailbox\.org$/, mailboxOrg],
];

/** The provider behind an address, by its domain; null for one that is not known, and for what is no address. */
export function providerOf(address: string): MailProvider | null {
  const domain = /@([^@\s]+)$/.exec(address.trim().toLowerCase())?.[1] ?? "";
  return byDomain.find(([pattern]) => pattern.test(domain))?.[1] ?? null;
}
