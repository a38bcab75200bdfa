import type { Locator, Page } from "@playwright/test";

/** The small window in which something that was shared becomes a task. */
export class CapturePage {
  constructor(readonly page: Page) {}

  /** Where a phone's share sheet leads; whoever works at several desks and was at none yet says which. */
  static async share(page: Page, shared: Record<string, string>): Promise<CapturePage> {
    await page.goto(`/capture?${new URLSearchParams(shared)}`);
    const capture = new CapturePage(page);
    const desk = page.getByRole("listitem").getByRole("link", { name: "Mira Holt" });
    await capture.title.or(desk).first().waitFor();
    if (await desk.isVisible()) await desk.click();
    return capture;
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
