import { addTask } from "../support/call-desk";
import { expect, test } from "../support/e2e";
import { DraftPage } from "../support/pages/draft-page";

test("What Ana chooses beside the words stands there at once, and is as it was when it could not be said; what she typed stays", async ({
  assistant,
  expectConsole,
}) => {
  expectConsole(/ERR_FAILED/);
  const { id } = await addTask(assistant, {
    kind: "personal-reply",
    title: "Answer Noor about the lease",
    state: "assistant",
  });
  const ana = await DraftPage.open(assistant, id);
  await ana.begin();
  await ana.button("By mail").click();
  const subject = assistant.getByLabel("Subject");
  await expect(subject).toBeVisible();
  const proof = assistant.getByLabel("Put “Personally written” on it");

  // The line is held for as long as Ana looks, and then breaks.
  let breakLine = () => {};
  const isHeld = new Promise<void>((resolve) => {
    breakLine = resolve;
  });
  await assistant.route("**/address", async (route) => {
    await isHeld;
    await route.abort();
  });
  await proof.click();
  await expect(proof).toBeChecked();
  breakLine();
  await expect(ana.said(/^The line broke before the answer came/)).toBeVisible();
  await expect(proof).not.toBeChecked();
  await subject.fill("The lease, once more");
  await subject.press("Control+s");
  await expect(ana.said(/^The line broke before the answer came/)).toBeVisible();
  await expect(subject).toHaveValue("The lease, once more");

  await assistant.unroute("**/address");
  const isSaid = assistant.waitForResponse("**/address");
  await subject.press("Control+s");
  expect((await isSaid).ok()).toBe(true);
  await assistant.reload();
  await expect(subject).toHaveValue("The lease, once more");
});
