import type { DavHouse } from "./start-servers";

type Keys = Pick<DavHouse, "username" | "password">;

/** What a phone does with a collection on a server: the other side of our syncing. */
export class DavFolder {
  constructor(
    readonly house: Keys,
    readonly url: string,
    readonly kind: { type: string; ending: string },
  ) {}

  /** Makes the collection of these things at once; only Radicale takes a whole one. */
  async fill(things: string[]): Promise<void> {
    await this.ask("PUT", this.url, things.join(""));
  }

  async put(name: string, thing: string): Promise<void> {
    await this.ask("PUT", `${this.url}${name}.${this.kind.ending}`, thing);
  }

  async remove(name: string): Promise<void> {
    await this.ask("DELETE", `${this.url}${name}.${this.kind.ending}`);
  }

  protected async ask(method: string, url: string, body?: string, type = this.kind.type): Promise<void> {
    const { username, password } = this.house;
    const answer = await fetch(url, {
      method,
      body,
      headers: {
        "content-type": `${type}; charset=utf-8`,
        authorization: `Basic ${Buffer.from(`${username}:${password}`).toString("base64")}`,
      },
    });
    if (!answer.ok) throw new Error(`${method} ${url}: ${answer.status} ${await answer.text()}`);
  }
}
