import type { Dialect } from "@/lib/adapters/content-lines/line-reader";

/** Every property of vCard 2.1, 3.0 (RFC 2426), 4.0 (RFC 6350) and its extensions; X- properties need no list. */
const PROPERTIES = new Set(
  (
    "BEGIN END VERSION N FN NICKNAME PHOTO BDAY ADR LABEL TEL EMAIL MAILER TZ GEO TITLE ROLE LOGO AGENT ORG NOTE REV SOUND URL UID KEY " +
    "CATEGORIES PRODID SORT-STRING CLASS NAME PROFILE SOURCE IMPP ANNIVERSARY GENDER KIND LANG MEMBER RELATED XML CLIENTPIDMAP " +
    "CALADRURI CALURI FBURL BIRTHPLACE DEATHPLACE DEATHDATE EXPERTISE HOBBY INTEREST ORG-DIRECTORY CONTACT-URI CREATED GRAMGENDER " +
    "LANGUAGE PRONOUNS SOCIALPROFILE JSPROP CAPURI DCREATED RELATIONSHIP"
  ).split(" "),
);

const MULTI_LINE = new Set(["NOTE", "LABEL", "ADR", "X-ABADR", "X-NOTE"]);

/** True when a line begins `NAME:` or `NAME;` with a name a card may have; a sentence with a colon in it does not. */
export function isCardPropertyStart(line: string): boolean {
  const match = /^(?:[A-Za-z0-9_-]{1,60}\.)?([A-Za-z][A-Za-z0-9_-]{0,120})[ \t]*[;:]/.exec(
    line.slice(0, 200),
  );
  const name = match?.[1]?.toUpperCase();
  return name !== undefined && (PROPERTIES.has(name) || name.startsWith("X-"));
}

/** Of an address and its print: a name in capitals that no list has ends it too. A blank after the colon is the address's own ("ATTN: Bo"). */
const ADDRESSES = new Set(["ADR", "LABEL", "X-ABADR"]);
const ANY_PROPERTY = /^(?:[\w-]{1,60}\.)?[A-Z][A-Z0-9-]{2,120}[;:](?![ \t])/;

export const CARD_DIALECT: Dialect = {
  isPropertyStart: (line, within) =>
    isCardPropertyStart(line) || (ADDRESSES.has(within) && ANY_PROPERTY.test(line.slice(0, 200))),
  mayHoldBareLines: (name) => MULTI_LINE.has(name),
  bareLineInitials: "NLAXnlax",
};

/** Services that have a property of their own; the value is the handle. */
export const ACCOUNT_PROPERTIES: Record<string, string> = {
  "X-AIM": "AIM",
  "X-ICQ": "ICQ",
  "X-MSN": "MSN",
  "X-YAHOO": "Yahoo",
  "X-YAHOO-ID": "Yahoo",
  "X-JABBER": "Jabber",
  "X-GTALK": "Google Talk",
  "X-GOOGLE-TALK": "Google Talk",
  "X-GOOGLE-HANGOUTS": "Google Hangouts",
  "X-SKYPE": "Skype",
  "X-SKYPE-USERNAME": "Skype",
  "X-QQ": "QQ",
  "X-WECHAT": "WeChat",
  "X-GADUGADU": "Gadu-Gadu",
  "X-GROUPWISE": "GroupWise",
  "X-SIP": "SIP",
  "X-TWITTER": "Twitter",
  "X-FACEBOOK": "Facebook",
  "X-LINKEDIN": "LinkedIn",
  "X-INSTAGRAM": "Instagram",
  "X-WHATSAPP": "WhatsApp",
  "X-TELEGRAM": "Telegram",
  "X-SIGNAL": "Signal",
  "X-MATRIX": "Matrix",
  "X-MASTODON": "Mastodon",
  "X-MS-IMADDRESS": "IM",
  "X-KADDRESSBOOK-X-IMADDRESS": "IM",
};

/** People named on a card by a property of their own. */
export const RELATION_PROPERTIES: Record<string, string> = {
  "X-SPOUSE": "spouse",
  "X-MS-SPOUSE": "spouse",
  "X-EVOLUTION-SPOUSE": "spouse",
  "X-KADDRESSBOOK-X-SPOUSESNAME": "spouse",
  "X-MANAGER": "manager",
  "X-MS-MANAGER": "manager",
  "X-EVOLUTION-MANAGER": "manager",
  "X-KADDRESSBOOK-X-MANAGERSNAME": "manager",
  "X-ASSISTANT": "assistant",
  "X-MS-ASSISTANT": "assistant",
  "X-EVOLUTION-ASSISTANT": "assistant",
  "X-KADDRESSBOOK-X-ASSISTANTSNAME": "assistant",
  "X-WAB-SPOUSE_NAME": "spouse",
  "X-MS-CHILD": "child",
  "X-CHILD": "child",
  "X-CHILDREN": "child",
};

export const BIRTHDAY_PROPERTIES = new Set([
  "BDAY",
  "X-BDAY",
  "X-BIRTHDAY",
  "X-BIRTH-DATE",
  "X-EVOLUTION-BIRTHDAY",
]);

export const ANNIVERSARY_PROPERTIES = new Set([
  "ANNIVERSARY",
  "X-ANNIVERSARY",
  "X-MS-ANNIVERSARY",
  "X-EVOLUTION-ANNIVERSARY",
  "X-KADDRESSBOOK-X-ANNIVERSARY",
  "X-WEDDING-ANNIVERSARY",
  "X-WAB-WEDDING_ANNIVERSARY",
]);

export const DEATH_PROPERTIES = new Set(["DEATHDATE", "X-DEATHDATE", "DDAY", "X-DDAY"]);
