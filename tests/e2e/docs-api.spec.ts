import { expect, test } from "../support/e2e";

test("Ana finds how a program completes a task, and reads what a token is refused, without signing in", async ({
  visitor,
}) => {
  await visitor.goto("/docs/api");
  const find = visitor.getByRole("searchbox", { name: "Find an operation" });
  await find.fill("complete task");
  const part = visitor.getByRole("region", { name: "completeTask", exact: true });
  await find.press("Enter");
  await expect(part).toBeInViewport();
  await expect(visitor.getByRole("region", { name: "addPerson", exact: true })).toBeHidden();
  await expect(part).toContainText("/api/v1/w/{workspace}/tasks/{id}/complete");
  await expect(part).toContainText("tasks:write");
  await part.getByText("What it answers").click();
  await expect(part.getByRole("region", { name: "Answer of completeTask" })).toBeVisible();

  await visitor
    .getByRole("navigation", { name: "Contents" })
    .getByRole("link", { name: "What no token does" })
    .click();
  await visitor.getByRole("link", { name: "must-be-you" }).first().click();
  await expect(visitor).toHaveURL(/#must-be-you$/);
  const refusal = visitor.locator("#must-be-you");
  await expect(refusal).toBeInViewport();
  await expect(refusal).toContainText("Only the client can complete or decline this.");
  await refusal.getByRole("link", { name: "submitDraft" }).click();
  await expect(visitor.getByRole("region", { name: "submitDraft", exact: true })).toBeInViewport();
  await expect(find).toHaveValue("");
});

for (const width of [390, 1440])
  test(`The pages for programs fit ${width} px, and every operation is there`, async ({ visitor }) => {
    await visitor.setViewportSize({ width, height: 900 });
    await visitor.goto("/docs/api");
    const over = await visitor.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(over).toBeLessThanOrEqual(0);
    const { paths } = await (await visitor.request.get("/api/v1/openapi.json")).json();
    const operations = Object.values(paths as Record<string, object>).flatMap((methods) =>
      Object.keys(methods),
    );
    await expect(visitor.locator("[data-find]")).toHaveCount(operations.length);
  });
