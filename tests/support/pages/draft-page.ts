import type { Locator, Page } from "@playwright/test";
import { slugOf } from "../call-desk";
import { expect } from "../e2e";

/** The page of a task's words, as somebody writes and decides on it. */
export class DraftPage {
  private constructor(readonly page: Page) {}

  /** Opens the page of a task's draft; where nobody has begun one, it offers to. */
  static async open(page: Page, taskId: string): Promise<DraftPage> {
    await page.goto(`/w/${slugOf(page)}/tasks/${taskId}/draft`);
    return new DraftPage(page);
  }

  /** The page that one was led to. */
  static at(page: Page): DraftPage {
    return new DraftPage(page);
  }

  get words(): Locator {
    return this.page.getByRole("textbox", { name: "The words" });
  }
  /** The words where they are only to be read. */
  get read(): Locator {
    return this.page.getByRole("region", { name: "The words" });
  }
  get comments(): Locator {
    return this.page.getByRole("region", { name: "Comments" });
  }
  get versions(): Locator {
    return this.page.getByRole("region", { name: "Versions" });
  }
  button(name: string | RegExp): Locator {
    return this.page.getByRole("button", { name });
  }
  dialog(name: string | RegExp): Locator {
    return this.page.getByRole("dialog", { name });
  }
  /** What is said anywhere on the page: a state, a bar, the sentence of a "no". */
  said(sentence: string | RegExp): Locator {
    return this.page.getByText(sentence);
  }

  /** Writes these words instead of what stands there. */
  async write(text: string): Promise<void> {
    // A page that is just waking up may let go of what is selected between the selecting and the typing.
    await expect(async () => {
      await this.words.fill(text);
      await expect(this.words).toHaveValue(text, { timeout: 1_000 });
    }).toPass();
  }
  /** Makes what was typed a version, as Ctrl+S does. */
  async save(no: number): Promise<void> {
    await this.page.keyboard.press("Control+s");
    await expect(this.said(new RegExp(`Saved as version ${no}\\b`))).toBeVisible();
  }
  /** Begins a draft on a task that has none: the next letter is its first. */
  async begin(): Promise<void> {
    await this.button(/^(Begin a draft|Write to them|Write it)/).click();
    await expect(this.words).toBeFocused();
  }
}
