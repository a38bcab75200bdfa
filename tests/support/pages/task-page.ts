import type { Locator, Page } from "@playwright/test";
import { slugOf } from "../call-desk";

/** One task on its own page, as somebody sees and presses it. */
export class TaskPage {
  private constructor(readonly page: Page) {}

  static async open(page: Page, id: string): Promise<TaskPage> {
    await page.goto(`/w/${slugOf(page)}/tasks/${id}`);
    return new TaskPage(page);
  }

  get title(): Locator {
    return this.page.getByRole("article").getByRole("heading", { level: 2 });
  }
  button(name: string): Locator {
    return this.page.getByRole("button", { name });
  }
  /** What was just done, or the sentence of a "no". */
  said(sentence: string | RegExp): Locator {
    return this.page.getByText(sentence);
  }
}
