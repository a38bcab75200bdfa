import { Fragment } from "react";
import { splitNames } from "@/components/tasks/split-names";

/** Names in one line, each in a direction of its own: one that runs from right to left never turns the rest. */
export function Names({ line }: { line: string }) {
  return splitNames(line).map((part, at) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one line have no other name than their place.
    at % 2 === 0 ? <bdi key={at}>{part}</bdi> : <Fragment key={at}>{part}</Fragment>,
  );
}
