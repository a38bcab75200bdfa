/** What somebody keeps on a DAV server: cards of an address book (CardDAV, RFC 6352), or entries of a calendar (CalDAV, RFC 4791). */
export type DavSort = "cards" | "calendars";

/** How each of the two is spoken of: to the server, and to the person whose it is. */
export const trades = {
  cards: {
    protocol: "CardDAV",
    wellKnown: "carddav",
    service: "_carddavs",
    home: "C:addressbook-home-set",
    one: "address book",
    many: "address books",
    item: "card",
  },
  calendars: {
    protocol: "CalDAV",
    wellKnown: "caldav",
    service: "_caldavs",
    home: "L:calendar-home-set",
    one: "calendar",
    many: "calendars",
    item: "entry",
  },
} as const;
