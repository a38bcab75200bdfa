import type { Locator, Page } from "@playwright/test";
import { slugOf } from "../call-desk";

/** The queue, as somebody sees it and works on it by keys. */
export class QueuePage {
  private constructor(readonly page: Page) {}

  static async open(page: Page, search = ""): Promise<QueuePage> {
    await page.goto(`/w/${slugOf(page)}/queue${search}`);
    const queue = new QueuePage(page);
    // The task beside the list is drawn by the browser: from here on the keys are heard.
    await queue.page
      .getByText("What happened so far")
      .or(queue.page.getByText("Nothing like this here."))
      .waitFor();
    return queue;
  }

  /** A section by its name, as the list box of its rows. */
  section(name: string): Locator {
    return this.page.getByRole("listbox", { name });
  }
  row(title: string | RegExp): Locator {
    return this.page.getByRole("option", { name: title });
  }
  get line(): Locator {
    return this.page.getByLabel("Add a task in one line");
  }
  get task(): Locator {
    return this.page.getByRole("complementary", { name: "Task" });
  }
  /** Presses keys one after the other, as a hand does. */
  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }
  /** The bar at the foot: what was done, or who can do it. */
  said(sentence: string | RegExp): Locator {
    return this.page.getByText(sentence);
  }
}
