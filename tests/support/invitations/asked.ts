type Person = { name: string; address: string };

/** An invented invitation. Instants ISO UTC; `invitee` is the address that was invited. */
export type Asked = {
  uid: string;
  summary: string;
  startsAt: string;
  endsAt: string;
  stamp: string;
  organiser: Person;
  invitee: string;
  method?: "REQUEST" | "CANCEL" | "DECLINECOUNTER" | "ADD" | "REFRESH" | "PUBLISH";
  sequence?: number;
  partstat?: string;
  place?: string;
  description?: string;
  rule?: string;
  recurrenceId?: string;
  /** Who sent the mail, where it was not the organiser. */
  from?: Person;
};

/** An invented answer of a guest's. */
export type Replied = {
  uid: string;
  summary: string;
  startsAt: string;
  endsAt: string;
  stamp: string;
  guest: Person;
  partstat: string;
  method?: "REPLY" | "COUNTER";
  sequence?: number;
  comment?: string;
  recurrenceId?: string;
};

/** "20261203T090000Z" */
export function utc(at: string): string {
  return `${at.replace(/[-:]|\.\d+/g, "").slice(0, 15)}Z`;
}

/** The same on the wall of Berlin in winter: an hour later, without a Z. */
export function wall(at: string): string {
  return utc(new Date(Date.parse(at) + 60 * 60 * 1000).toISOString()).slice(0, 15);
}

/** Lines as they go over the wire. */
export function crlf(...lines: string[]): string {
  return `${lines.join("\r\n")}\r\n`;
}

/** In lines of 76 letters, as mail carries it. */
export function base64(text: string): string {
  return (
    Buffer.from(text, "utf8")
      .toString("base64")
      .match(/.{1,76}/g) ?? []
  ).join("\r\n");
}
