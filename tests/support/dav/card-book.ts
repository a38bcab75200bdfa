import type { DavHouse } from "./start-servers";

/** One vCard 3.0 as a phone would save it. */
export function vcard(uid: string, name: string, ...more: string[]): string {
  const [given = "", family = ""] = name.split(" ");
  const lines = [
    "BEGIN:VCARD",
    "VERSION:3.0",
    `UID:${uid}`,
    `FN:${name}`,
    `N:${family};${given};;;`,
    ...more,
  ];
  return [...lines, "END:VCARD", ""].join("\r\n");
}

/** What a phone does with its address book on a server: the other side of our syncing. */
export class CardBook {
  constructor(
    readonly house: DavHouse,
    readonly url = house.book,
  ) {}

  /** Makes an address book of these cards at once; only Radicale takes a whole one. */
  async fill(cards: string[]): Promise<void> {
    await this.#ask("PUT", this.url, cards.join(""));
  }

  async put(name: string, card: string): Promise<void> {
    await this.#ask("PUT", `${this.url}${name}.vcf`, card);
  }

  async remove(name: string): Promise<void> {
    await this.#ask("DELETE", `${this.url}${name}.vcf`);
  }

  async #ask(method: string, url: string, body?: string): Promise<void> {
    const { username, password } = this.house;
    const answer = await fetch(url, {
      method,
      body,
      headers: {
        "content-type": "text/vcard; charset=utf-8",
        authorization: `Basic ${Buffer.from(`${username}:${password}`).toString("base64")}`,
      },
    });
    if (!answer.ok) throw new Error(`${method} ${url}: ${answer.status} ${await answer.text()}`);
  }
}
