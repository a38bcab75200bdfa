import type { Locator, Page } from "@playwright/test";
import { slugOf } from "../call-desk";
import { expect } from "../e2e";

/** The double-check of a meeting on its task's page. */
export class CheckPage {
  private constructor(readonly page: Page) {}

  static async open(page: Page, taskId: string): Promise<CheckPage> {
    await page.goto(`/w/${slugOf(page)}/tasks/${taskId}`);
    const check = new CheckPage(page);
    await expect(check.part).toBeVisible();
    return check;
  }

  get part(): Locator {
    return this.page.getByRole("region", { name: "Double-check" });
  }
  tick(name: string): Locator {
    return this.part.getByRole("checkbox", { name, exact: true });
  }
  field(label: string): Locator {
    return this.part.getByLabel(label, { exact: true });
  }
  button(name: string | RegExp): Locator {
    return this.part.getByRole("button", { name });
  }
  said(sentence: string | RegExp): Locator {
    return this.part.getByText(sentence);
  }
}
