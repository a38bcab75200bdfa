import { expect, type Locator, type Page } from "@playwright/test";
import { slugOf } from "../call-desk";

/** The list of people, as somebody at a desk reads and presses it. */
export class PeoplePage {
  private constructor(readonly page: Page) {}

  static async open(page: Page): Promise<PeoplePage> {
    await page.goto(`/w/${slugOf(page)}/people`);
    return new PeoplePage(page);
  }

  get search(): Locator {
    return this.page.getByRole("searchbox", { name: "Find somebody" });
  }
  /** The line of somebody, by the start of their name. */
  line(name: string): Locator {
    return this.page.getByRole("main").getByRole("listitem").filter({ hasText: name });
  }
  async openPerson(name: string): Promise<PersonPage> {
    await this.line(name).getByRole("link").click();
    return PersonPage.at(this.page, name);
  }
  async addSomebody(): Promise<PersonForm> {
    await this.page.getByRole("link", { name: /^Add somebody/ }).click();
    return PersonForm.at(this.page);
  }
}

/** Somebody's own page. */
export class PersonPage {
  private constructor(readonly page: Page) {}

  static async at(page: Page, name: string): Promise<PersonPage> {
    await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
    return new PersonPage(page);
  }

  sheet(name: string): Locator {
    return this.page.getByRole("region", { name });
  }
  button(name: string | RegExp): Locator {
    return this.page.getByRole("button", { name });
  }
  async choose(menu: string | RegExp, item: string): Promise<void> {
    await this.button(menu).click();
    await this.page
      .getByRole(/^Circle/.test(String(menu)) ? "menuitemcheckbox" : "menuitem", { name: item })
      .click();
  }
  /** Answers the question that was asked before something hides or goes. */
  async answer(name: string): Promise<void> {
    await this.page.getByRole("dialog").getByRole("button", { name }).click();
  }
  async edit(): Promise<PersonForm> {
    await this.page.getByRole("link", { name: /^Edit/ }).click();
    return PersonForm.at(this.page);
  }
}

/** The form in which somebody is written down. */
export class PersonForm {
  private constructor(readonly page: Page) {}

  static async at(page: Page): Promise<PersonForm> {
    await expect(page.getByRole("textbox", { name: "Name", exact: true })).toBeVisible();
    return new PersonForm(page);
  }

  field(name: string): Locator {
    return this.page.getByRole("textbox", { name, exact: true });
  }
  button(name: string): Locator {
    return this.page.getByRole("button", { name });
  }
  async addBirthday(day: string, month: string, year = ""): Promise<void> {
    await this.button("Add a birthday or another day").click();
    await this.field("Day").fill(day);
    await this.page.getByRole("combobox", { name: "Month" }).selectOption(month);
    await this.field("Year, if known").fill(year);
  }
}
