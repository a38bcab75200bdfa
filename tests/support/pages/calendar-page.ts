import { expect, type Locator, type Page } from "@playwright/test";
import { callDesk, slugOf } from "../call-desk";

type Look = "month" | "week" | "day" | "agenda";
type EventToAdd = { summary: string; start: string; end: string } & Record<string, unknown>;

/** Puts an entry on the calendar as whoever looks at the page. */
export async function addEvent(page: Page, event: EventToAdd): Promise<{ id: string; version: number }> {
  const whole = { allDay: event.start.length === 10, zone: "Europe/Berlin", ...event };
  const { status, body } = await callDesk(page, "/events", { event: whole });
  if (status !== 200) throw new Error(`the entry was not made: ${status} ${JSON.stringify(body)}`);
  return body as unknown as { id: string; version: number };
}

/** Keeps hours on a day as the client. */
export async function protect(page: Page, title: string, firstOn: string, from: string, minutes: number) {
  const times = { allDay: false, zone: "Europe/Berlin", rule: "", exceptOn: [] };
  const { status } = await callDesk(page, "/protected-times", { ...times, title, firstOn, from, minutes });
  if (status !== 200) throw new Error(`the hours are not kept: ${status}`);
}

/** The calendar, as somebody sees it and works on it. */
export class CalendarPage {
  private constructor(readonly page: Page) {}

  static async open(page: Page, look: Look, day: string): Promise<CalendarPage> {
    await page.goto(`/w/${slugOf(page)}/calendar?view=${look}&date=${day}`);
    const calendar = new CalendarPage(page);
    if (look === "agenda") await page.getByRole("region", { name: "Agenda" }).waitFor();
    else
      await page
        .getByRole("region", { name: /^(Month|Week|Day)$/ })
        .getByRole("table")
        .first()
        .waitFor();
    return calendar;
  }

  /** An entry by the sentence that is read out for it. */
  entry(sentence: string | RegExp): Locator {
    return this.page.getByRole("button", { name: sentence });
  }
  /** What was said in the live region. */
  get said(): Locator {
    return this.page.locator("p[role=status]");
  }
  /** The bar at the foot. */
  bar(sentence: string | RegExp): Locator {
    return this.page.getByText(sentence);
  }
  /** Drags an entry down by hours and over by days, as they are drawn. */
  async drag(entry: Locator, { hours = 0, days = 0 }: { hours?: number; days?: number }): Promise<void> {
    await entry.scrollIntoViewIfNeeded();
    const box = await entry.boundingBox();
    const region = await this.page.getByRole("cell").last().boundingBox();
    if (!box || !region) throw new Error("the entry is not drawn");
    const [x, y] = [box.x + 12, box.y + 8];
    await this.page.mouse.move(x, y);
    await this.page.mouse.down();
    await this.page.mouse.move(x + 4, y + 12, { steps: 3 });
    await this.page.mouse.move(x + days * region.width, y + hours * (await this.hourHeight()), { steps: 12 });
    await this.page.mouse.up();
  }
  /** How high an hour is drawn. */
  private async hourHeight(): Promise<number> {
    const at = async (hour: string) =>
      (await this.page.getByText(hour, { exact: true }).first().boundingBox())?.y ?? 0;
    return (await at("14:00")) - (await at("13:00"));
  }
  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }
  async isFocused(sentence: string | RegExp): Promise<void> {
    await expect(this.entry(sentence)).toBeFocused();
  }
}
