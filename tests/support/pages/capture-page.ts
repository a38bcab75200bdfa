import type { Locator, Page } from "@playwright/test";

/** The small window in which something that was shared becomes a task. */
export class CapturePage {
  constructor(readonly page: Page) {}

  /** Where a phone's share sheet leads. */
  static async share(page: Page, shared: Record<string, string>): Promise<CapturePage> {
    await page.goto(`/capture?${new URLSearchParams(shared)}`);
    return new CapturePage(page);
  }

  get title(): Locator {
    return this.page.getByLabel("What is to be done");
  }
  get words(): Locator {
    return this.page.getByLabel("Their words");
  }
  get kind(): Locator {
    return this.page.getByLabel("Kind");
  }
  get when(): Locator {
    return this.page.getByLabel("When");
  }
  get person(): Locator {
    return this.page.getByLabel("Person");
  }
  said(sentence: string | RegExp): Locator {
    return this.page.getByText(sentence);
  }
  button(name: string): Locator {
    return this.page.getByRole("button", { name });
  }
  get kept(): Locator {
    return this.page.getByRole("heading", { name: "Kept." });
  }
  get openIt(): Locator {
    return this.page.getByRole("link", { name: "Open it" });
  }
}
