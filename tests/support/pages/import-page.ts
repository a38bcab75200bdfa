import { expect, type Locator, type Page } from "@playwright/test";
import { slugOf } from "../call-desk";

export type GivenFile = { name: string; text: string };

/** Where files are chosen. Looking at what they would make leads to the dry run. */
export class ImportPage {
  private constructor(readonly page: Page) {}

  static async open(page: Page): Promise<ImportPage> {
    await page.goto(`/w/${slugOf(page)}/import`);
    await expect(page.getByRole("heading", { name: "Import", level: 1 })).toBeVisible();
    return new ImportPage(page);
  }

  async choose(...files: GivenFile[]): Promise<void> {
    await this.page
      .getByLabel("Choose files")
      .setInputFiles(
        files.map(({ name, text }) => ({ name, mimeType: "text/plain", buffer: Buffer.from(text) })),
      );
  }

  async look(): Promise<DryRunPage> {
    await this.page.getByRole("button", { name: "Look what it would make" }).click();
    await this.page.waitForURL(/\/import\/[0-9a-f-]{36}$/);
    return new DryRunPage(this.page);
  }
}

/** One import: its dry run, then what became of it. */
export class DryRunPage {
  constructor(readonly page: Page) {}

  get summary(): Locator {
    return this.page.getByRole("region", { name: "Summary" });
  }

  line(name: string): Locator {
    return this.page.getByRole("region", { name: "Lines" }).getByRole("listitem").filter({ hasText: name });
  }

  async confirm(): Promise<void> {
    await this.page.getByRole("button", { name: "Import", exact: true }).click();
    await expect(this.page.getByText(/^Imported ·/)).toBeVisible();
  }

  async undo(): Promise<void> {
    await this.page.getByRole("button", { name: "Undo import" }).click();
    await this.page.getByRole("dialog").getByRole("button", { name: "Undo import" }).click();
    await expect(this.page.getByText(/^Taken back.* · /)).toBeVisible();
  }
}
