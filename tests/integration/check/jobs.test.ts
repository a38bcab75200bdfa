import { expect, test } from "vitest";
import { escalateChecksJob } from "@/lib/jobs/escalate-checks";
import { jobs } from "@/lib/jobs/jobs";
import { makeChecksJob } from "@/lib/jobs/make-checks";
import { cast } from "../../support/cast";
import { coming } from "../../support/meet";
import { checkOf, checksOf, enter, hours } from "./scene";

test("By itself, every desk has its next meetings confirmed, each once, and what is late rises to the top", async () => {
  const at = new Date();
  const [mira, other] = [await cast(at), await cast(at)];
  const soon = hours(at, 20);
  await enter(mira.client, { startsAt: soon, attendees: [coming("priya@raman.example", "Priya Raman")] }, at);
  await Promise.all([makeChecksJob.run(at), makeChecksJob.run(at)]);
  await makeChecksJob.run(hours(at, 1));
  expect(await checkOf(mira.assistant)).toMatchObject({ priority: 0 });
  expect(await checksOf(other.client)).toEqual([]);

  await escalateChecksJob.run(hours(soon, -3));
  expect(await checkOf(mira.assistant)).toMatchObject({ priority: 1 });
  expect(jobs).toEqual(expect.arrayContaining([makeChecksJob, escalateChecksJob]));
});
