import { expect, type Locator, type Page } from "@playwright/test";

/** The window with somebody's views of the queue. */
export class ViewsWindow {
  private constructor(readonly page: Page) {}

  /** Opens it from the queue, by its key. */
  static async open(page: Page): Promise<ViewsWindow> {
    await page.keyboard.press("v");
    const views = new ViewsWindow(page);
    await expect(views.window.getByRole("heading", { name: "Views" })).toBeVisible();
    // Nothing waits any more for the views to come.
    await expect(views.window.getByText("Looking for your views")).toHaveCount(0);
    return views;
  }

  get window(): Locator {
    return this.page.getByRole("dialog", { name: "Views" });
  }
  get list(): Locator {
    return this.window.getByRole("list", { name: "Your views" });
  }
  /** The line of a view, as the button that goes there. */
  view(name: string): Locator {
    return this.list.getByRole("button", { name: new RegExp(`^${name}`) });
  }
  get name(): Locator {
    return this.window.getByLabel("Save what is shown now as");
  }
  newName(of: string): Locator {
    return this.window.getByLabel(`New name of “${of}”`);
  }
  button(name: string | RegExp): Locator {
    return this.window.getByRole("button", { name });
  }
  async save(name: string): Promise<void> {
    await this.name.focus();
    await this.page.keyboard.insertText(name);
    await this.page.keyboard.press("Enter");
  }
}
