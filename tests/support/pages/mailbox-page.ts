import type { Page } from "@playwright/test";

/** A mail's frame runs no scripts, and Playwright tries to run its own in every frame: this is what the browser says then. */
export const sandboxedMail = /Blocked script execution in '[^']*\/mailbox\//;

/** The local mailbox, as whoever sits at this machine reads it. */
export class MailboxPage {
  private constructor(readonly page: Page) {}

  static async open(page: Page): Promise<MailboxPage> {
    await page.goto("/mailbox");
    return new MailboxPage(page);
  }

  /** How many messages there are for an address. */
  count(to: string): Promise<number> {
    return this.page
      .getByRole("link")
      .filter({ hasText: `to ${to}` })
      .count();
  }

  /** Opens the latest message to an address and takes the link in it, without following it. */
  async linkTo(to: string): Promise<string> {
    await this.page
      .getByRole("link")
      .filter({ hasText: `to ${to}` })
      .first()
      .click();
    return (await this.page.getByRole("article").getByRole("link").getAttribute("href")) ?? "";
  }
}
