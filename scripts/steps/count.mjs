// Reads what a test runner reports as JSON: counts, and the names of what failed. A test that was skipped did not pass: it counts as failed.

import { readFileSync } from "node:fs";

const unread = { passed: 0, failed: 1, names: ["a run that left no report"] };

/** Vitest: tests, plus one for each file that could not even be loaded, and one for an error outside any test. */
export function countVitest(file) {
  const report = read(file);
  if (!report) return unread;
  const unloaded = report.testResults.filter(
    (suite) => suite.status === "failed" && suite.assertionResults.length === 0,
  ).length;
  const failed = report.numFailedTests + report.numPendingTests + report.numTodoTests + unloaded;
  const names = report.testResults.flatMap((suite) => [
    ...(suite.status === "failed" && suite.assertionResults.length === 0 ? [suite.name] : []),
    ...suite.assertionResults.filter((one) => one.status !== "passed").map((one) => one.fullName),
  ]);
  return { passed: report.numPassedTests, failed: failed === 0 && !report.success ? 1 : failed, names };
}

/** Playwright: tests, plus one for each error outside any test. A test that needed a second try counts as failed. */
export function countPlaywright(file) {
  const report = read(file);
  if (!report) return unread;
  const { expected, unexpected, flaky, skipped } = report.stats;
  const specs = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specs)];
  const names = report.suites
    .flatMap(specs)
    .filter((spec) => !spec.ok)
    .map((spec) => spec.title);
  return { passed: expected, failed: unexpected + flaky + skipped + report.errors.length, names };
}

function read(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}
