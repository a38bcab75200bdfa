import { Fragment, type ReactNode } from "react";
import { cx } from "@/components/ui/cx";
import type { DocOperation } from "./read-document";

/** One operation: what it does, what it needs, what it is asked with, how that looks, and what it answers. */
export function OperationPart({ one }: { one: DocOperation }) {
  const words = [
    one.id,
    one.id.replace(/[A-Z]/g, " $&"),
    one.method,
    one.path,
    one.group,
    one.says,
    one.scope,
  ];
  return (
    <section
      id={one.id}
      aria-labelledby={`${one.id}-name`}
      data-find={words.join(" ").toLowerCase()}
      className="flex scroll-mt-4 flex-col gap-2.5 border-t border-line py-5"
    >
      <h3 id={`${one.id}-name`} className="font-semibold pointer-coarse:-my-2.5">
        <a
          href={`#${one.id}`}
          className="hover:underline pointer-coarse:inline-flex pointer-coarse:min-h-11 pointer-coarse:min-w-11 pointer-coarse:items-center"
        >
          {one.id}
        </a>
      </h3>
      <p className="flex flex-wrap items-baseline gap-2">
        <span
          className={cx(
            "rounded-md px-1.5 text-xs leading-5 font-semibold",
            one.method === "GET" ? "bg-sunken text-muted" : "bg-gold-soft text-gold",
          )}
        >
          {one.method}
        </span>
        <code className="min-w-0 font-mono text-[0.8125rem] wrap-anywhere">{one.path}</code>
      </p>
      <p className="max-w-prose">
        {one.says} {one.more}
      </p>
      <p className="text-[0.8125rem] text-muted">
        {one.scope === null ? (
          <>
            No token opens this:{" "}
            <a href="#fence" className="underline underline-offset-2">
              somebody comes in person
            </a>
            .
          </>
        ) : (
          <>
            A token needs <code className="font-mono text-text">{one.scope}</code>.
          </>
        )}
      </p>
      {one.rows.length > 0 ? <InputTable one={one} /> : null}
      {one.curl ? <Code label={`Example of ${one.id}`}>{one.curl}</Code> : null}
      <Answer one={one} />
    </section>
  );
}

function InputTable({ one }: { one: DocOperation }) {
  return (
    <div className="overflow-x-auto">
      <table className="w-full text-[0.8125rem] max-sm:block">
        <caption className="sr-only">What {one.id} is asked with</caption>
        <thead className="text-start text-muted max-sm:sr-only">
          <tr>
            <th scope="col" className="py-1 pe-4 text-start font-medium">
              Name
            </th>
            <th scope="col" className="py-1 pe-4 text-start font-medium">
              What it is
            </th>
            <th scope="col" className="py-1 text-start font-medium">
              What it means
            </th>
          </tr>
        </thead>
        <tbody className="max-sm:block">
          {one.rows.map((row) => (
            <tr key={row.name} className="border-t border-line/70 align-top max-sm:block max-sm:py-1.5">
              <th
                scope="row"
                className="py-1 pe-4 text-start font-normal whitespace-nowrap max-sm:block max-sm:py-0 max-sm:whitespace-normal"
              >
                <code className="font-mono wrap-anywhere">{row.name}</code>
                {row.isRequired ? <span className="ms-1.5 text-xs text-late">required</span> : null}
              </th>
              <td className="py-1 pe-4 wrap-anywhere text-muted max-sm:block max-sm:py-0">
                {[row.type, row.limits].filter(Boolean).join("; ")}
              </td>
              <td className="min-w-44 py-1 max-sm:block max-sm:py-0">{row.says}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Answer({ one: { id, answer } }: { one: DocOperation }) {
  if ("files" in answer)
    return <p className="text-[0.8125rem] text-muted">Answers a file: {answer.files.join(", ")}.</p>;
  return (
    <details className="text-[0.8125rem]">
      <summary className="w-fit rounded-md py-1 text-muted pointer-coarse:py-3.5">
        What it answers<span className="sr-only"> ({id})</span>
      </summary>
      <Code label={`Answer of ${id}`}>{withLinks(answer.shape)}</Code>
    </details>
  );
}

/** A shape in which what another answer has already leads there. */
function withLinks(shape: string): ReactNode {
  return shape.split(/(?<=\{ as in )(\w+)/).map((part, at) => {
    const key = `${at}:${part}`;
    if (at % 2 === 0) return <Fragment key={key}>{part}</Fragment>;
    return (
      <a key={key} href={`#${part}`} className="underline underline-offset-2">
        {part}
      </a>
    );
  });
}

/** Text for programs, which scrolls in itself where it is wider than the page. */
export function Code({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys.
      tabIndex={0}
      className="max-h-[32rem] overflow-auto rounded-lg bg-sunken/60 px-3 py-2 print:max-h-none"
    >
      <pre className="font-mono text-xs leading-5">{children}</pre>
    </section>
  );
}
