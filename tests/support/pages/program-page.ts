import type { Page } from "@playwright/test";

/** The page on which somebody lets a program in. */
export class LetInPage {
  constructor(private readonly page: Page) {}

  /** Follows a program here, as its own "Connect" would lead. */
  async open(asks: URL): Promise<LetInPage> {
    await this.page.goto(asks.href);
    return this;
  }

  asked(name: string) {
    return this.page.getByRole("heading", { name: `“${name}” asks to be let in` });
  }

  agent(name: string) {
    return this.page.getByRole("radio", { name });
  }

  scope(name: string) {
    return this.page.getByRole("checkbox", { name });
  }

  allow() {
    return this.page.getByRole("button", { name: "Allow" }).click();
  }

  notNow() {
    return this.page.getByRole("link", { name: "Not now" }).click();
  }
}
