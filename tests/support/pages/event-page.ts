import { expect, type Locator, type Page } from "@playwright/test";
import { slugOf } from "../call-desk";

type Typed = { name?: string; day?: string; from?: string; to?: string; zone?: string };

/** The form of an entry, as a page or a window over one. */
export class EventFormPage {
  constructor(readonly page: Page) {}

  static async open(page: Page, start?: string): Promise<EventFormPage> {
    await page.goto(`/w/${slugOf(page)}/calendar/new${start ? `?start=${start}` : ""}`);
    await expect(page.getByRole("heading", { name: "New entry" })).toBeVisible();
    return new EventFormPage(page);
  }

  field(label: string): Locator {
    return this.page.getByLabel(label, { exact: true });
  }
  async type({ name, day, from, to, zone }: Typed): Promise<void> {
    if (name !== undefined) await this.field("Name").fill(name);
    if (zone !== undefined) {
      await this.page.getByRole("button", { name: "In another time zone" }).click();
      await expect(this.field("Time zone")).toBeFocused();
      await this.field("Time zone").fill(zone);
    }
    if (day !== undefined) await this.field("Begins").fill(day);
    if (from !== undefined) await this.field("At").first().fill(from);
    if (to !== undefined) await this.field("At").last().fill(to);
  }
  get inTheWay(): Locator {
    return this.page.getByRole("region", { name: "What is in the way" });
  }
  async save(): Promise<EventPage> {
    await this.page.getByRole("button", { name: /^(Put it on the calendar|Save)/ }).click();
    return new EventPage(this.page);
  }
}

/** One entry on its own page. */
export class EventPage {
  constructor(readonly page: Page) {}

  static async open(page: Page, id: string, at?: string): Promise<EventPage> {
    await page.goto(`/w/${slugOf(page)}/calendar/${id}${at ? `?at=${encodeURIComponent(at)}` : ""}`);
    return new EventPage(page);
  }

  get title(): Locator {
    return this.page.getByRole("heading", { level: 1 });
  }
  /** What stands beside a word: "When", "Repeats", "From". */
  fact(name: string): Locator {
    return this.page
      .locator("dl > div")
      .filter({ has: this.page.getByText(name, { exact: true }) })
      .locator("dd");
  }
  button(name: string | RegExp): Locator {
    return this.page.getByRole("button", { name });
  }
  dialog(name: string): Locator {
    return this.page.getByRole("dialog", { name });
  }
  said(sentence: string | RegExp): Locator {
    return this.page.getByText(sentence);
  }
}
