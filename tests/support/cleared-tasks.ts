import type { Page } from "@playwright/test";
import { addTask, callDesk } from "./call-desk";
import { test } from "./e2e";

type Item = { id: string; version: number };

/**
 * The tasks of one file's tests: `add` makes one, `clearAway` takes one in that was made otherwise. After each test Mira declines them
 * all, so that the next one finds the desk as it was.
 */
export function clearedTasks() {
  const made: Item[] = [];

  test.afterEach(async ({ client }) => {
    for (let items = made.splice(0); items.length > 0; ) {
      const { body } = await callDesk(client, "/tasks/bulk", { verb: "decline", items, input: {} });
      const results = body.results as { id: string; problem?: { code: string; version: number } }[];
      items = results.flatMap(({ id, problem }) =>
        problem?.code === "stale" ? [{ id, version: problem.version }] : [],
      );
    }
  });

  async function add(page: Page, task: Parameters<typeof addTask>[1]): Promise<Item> {
    const item = await addTask(page, task);
    made.push(item);
    return item;
  }
  return { add, clearAway: (item: Item) => made.push(item) };
}
