import { BaseSequencer, type TestSpecification } from "vitest/node";

/** What takes longest, by how long; whoever writes another one of more than ten seconds names it here. */
const longest = [
  "once/twins",
  "draft/kill-while-sending",
  "fence/doors",
  "fence/tokens-on-doors",
  "calendar/caldav-two-way-random",
  "guards/one-guard-less",
  "calendar/feeds-elsewhere",
  "once/killed",
  "api/hostile",
  "fence/races/statements",
  "guards/raw-sql",
  "fence/demo-answers",
  "calendar/own-zone",
].map((name) => `/tests/integration/${name}.test.ts`);

/**
 * Begins with those that have a process of their own, as a shared one does not outlive them, and then with the longest files, so that no
 * worker is left with one at the end. Vitest remembers by itself how long they took, but in a fresh clone it knows of their size
 * alone, and the longest ones are small.
 */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const others = await super.sort(files);
    const rank = ({ moduleId, project }: TestSpecification) => {
      if (project.config.isolate) return -1;
      const place = longest.findIndex((name) => moduleId.endsWith(name));
      return place < 0 ? longest.length : place;
    };
    return others.sort((a, b) => rank(a) - rank(b));
  }
}
