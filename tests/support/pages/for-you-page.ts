import type { Locator, Page } from "@playwright/test";
import { slugOf } from "../call-desk";

/** The client's "For you", as they see and press it. */
export class ForYouPage {
  private constructor(readonly page: Page) {}

  static async open(page: Page): Promise<ForYouPage> {
    await page.goto(`/w/${slugOf(page)}/you`);
    return new ForYouPage(page);
  }

  /** The one card behind a link of the daily mail, where the window is already. */
  static on(page: Page): ForYouPage {
    return new ForYouPage(page);
  }

  /** The title of the card in front. */
  get title(): Locator {
    return this.page.getByRole("article").getByRole("heading", { level: 2 });
  }
  /** What was just done, read out politely. */
  get said(): Locator {
    return this.page.getByRole("status").filter({ hasText: /./ });
  }
  get notice(): Locator {
    return this.page.getByRole("article").getByRole("alert");
  }
  /** What somebody else changed of the draft, beside what the client types. */
  get changedMeanwhile(): Locator {
    return this.page.getByRole("region", { name: "The draft" }).getByRole("status");
  }
  /** What the client types in ink. */
  get words(): Locator {
    return this.page.getByRole("textbox", { name: "Your words" });
  }
  button(name: string | RegExp): Locator {
    return this.page.getByRole("button", { name });
  }
  /** Does `first` and, the moment `words` stand on the card, presses the button, or its key as well, faster than anybody can have read them. */
  async pressAsItComes(
    name: string,
    words: string,
    first: () => Promise<unknown>,
    key: string | null = null,
  ): Promise<void> {
    const pressed = this.page.evaluate(
      ([name, words, key]) =>
        new Promise<void>((resolve) => {
          const press = (_: unknown, watch: MutationObserver) => {
            if (!document.querySelector("article")?.textContent.includes(words)) return;
            watch.disconnect();
            const buttons = [...document.querySelectorAll<HTMLElement>("main button")];
            buttons.find((one) => one.textContent.startsWith(name))?.click();
            if (key) document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
            resolve();
          };
          const watched = { subtree: true, childList: true, characterData: true };
          new MutationObserver(press).observe(document.body, watched);
        }),
      [name, words, key] as const,
    );
    await first();
    await pressed;
  }
  dialog(): Locator {
    return this.page.getByRole("dialog");
  }
}
