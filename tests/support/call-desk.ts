import type { Page } from "@playwright/test";

type Answered = {
  status: number;
  body: Record<string, unknown> & { task?: { id: string; version: number } };
};

/** The desk that a window stands at, from its address. */
export function slugOf(page: Page): string {
  return new URL(page.url()).pathname.split("/")[2] ?? "";
}

/** What the page's own script could ask of the desk's handlers: with its session, from its origin. */
export function callDesk(page: Page, path: string, body?: Record<string, unknown>): Promise<Answered> {
  return page.evaluate(
    async ([url, json]) => {
      const init = json
        ? { method: "POST", headers: { "Content-Type": "application/json" }, body: json }
        : { method: "GET" };
      const response = await fetch(url as string, init);
      return { status: response.status, body: await response.json().catch(() => ({})) };
    },
    [`/api/v1/w/${slugOf(page)}${path}`, body ? JSON.stringify(body) : null],
  );
}

/** Makes a task as whoever looks at the page. */
export async function addTask(
  page: Page,
  task: { kind: string; title: string } & Record<string, unknown>,
): Promise<{ id: string; version: number }> {
  const { status, body } = await callDesk(page, "/tasks", task);
  if (status !== 200 || !body.task)
    throw new Error(`the task was not made: ${status} ${JSON.stringify(body)}`);
  return body.task;
}
