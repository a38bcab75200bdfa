import { slugOf } from "../support/call-desk";
import { expect, test } from "../support/e2e";
import { CapturePage } from "../support/pages/capture-page";

test("A phone may put Firsthand among its programs, and share to it", async ({ visitor }) => {
  await visitor.goto("/sign-in");
  const at = await visitor.locator("link[rel=manifest]").getAttribute("href");
  const manifest = await (await visitor.request.get(at ?? "")).json();

  expect(manifest).toMatchObject({
    display: "standalone",
    share_target: { action: "/capture", method: "GET", params: { title: "title", text: "text", url: "url" } },
  });
  for (const { src, type } of manifest.icons) {
    const icon = await visitor.request.get(src);
    expect([icon.status(), icon.headers()["content-type"]], src).toEqual([200, type]);
  }
});

test("Mira shares a page from her phone, whose address stands in the text, in private", async ({
  client,
}) => {
  const slug = slugOf(client);
  const address = `https://pages.invalid/lantern-${crypto.randomUUID()}?from=phone`;
  const capture = await CapturePage.share(client, {
    title: "A lantern for the boat",
    text: `A lantern for the boat ${address}`,
  });
  await expect(client).toHaveURL(new RegExp(`/w/${slug}/capture`));
  await expect(capture.title).toHaveValue("A lantern for the boat");
  await expect(capture.words).toHaveValue("");
  await expect(client.getByRole("link", { name: /pages\.invalid/ })).toHaveAttribute("href", address);
  for (const width of [390, 320]) {
    await client.setViewportSize({ width, height: 700 });
    const over = await client.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(over, `${width} px`).toBeLessThanOrEqual(0);
  }
  await client.getByLabel("Private: nobody but you sees it").check();
  await capture.button("Keep it").tap();

  await expect(capture.kept).toBeVisible();
  await capture.openIt.tap();
  await expect(client.getByText(/private/).first()).toBeVisible();
});
