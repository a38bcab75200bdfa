import type { Locator, Page } from "@playwright/test";
import { slugOf } from "../call-desk";
import { expect } from "../e2e";
import type { GivenFile } from "./import-page";

/** Where an invitation that came by mail is dropped. Its task is one step further. */
export class ReceivePage {
  private constructor(readonly page: Page) {}

  static async open(page: Page): Promise<ReceivePage> {
    await page.goto(`/w/${slugOf(page)}/import`);
    return new ReceivePage(page);
  }

  /** Gives what the file came to, as it is said. */
  async drop({ name, text }: GivenFile): Promise<Locator> {
    await this.page
      .getByLabel("Invitation as a file")
      .setInputFiles({ name, mimeType: "text/calendar", buffer: Buffer.from(text) });
    const outcome = this.page.getByRole("list", { name: "What came of it" });
    await expect(outcome).toBeVisible();
    return outcome;
  }

  async openTask(): Promise<InvitationPage> {
    await this.page.getByRole("link", { name: "Open the task" }).click();
    await this.page.waitForURL(/\/tasks\/[0-9a-f-]{36}$/);
    const invitation = InvitationPage.on(this.page);
    await expect(invitation.part).toBeVisible();
    return invitation;
  }
}

/** An invitation as somebody sees and answers it: on its task's page, beside the queue, or on the card. */
export class InvitationPage {
  private constructor(readonly page: Page) {}

  /** The one that is shown on the page where one is. */
  static on(page: Page): InvitationPage {
    return new InvitationPage(page);
  }

  get part(): Locator {
    return this.page.getByRole("region", { name: "Invitation" });
  }
  get inTheWay(): Locator {
    return this.part.getByRole("list", { name: "What is in the way" });
  }
  button(name: string | RegExp): Locator {
    return this.part.getByRole("button", { name, exact: true });
  }
  /** Where the answer is, or how it goes: what is said in it. */
  said(sentence: string | RegExp): Locator {
    return this.part.getByText(sentence);
  }
  get taskId(): string {
    return new URL(this.page.url()).pathname.split("/").at(-1) ?? "";
  }
}
