import type { DocRefusal } from "./refusals";

/** Every "no" by its name: what it says, which status it comes with, and what may be done instead. */
export function RefusalPart({ refusals }: { refusals: readonly DocRefusal[] }) {
  return (
    <dl className="flex flex-col">
      {refusals.map(({ code, status, says, along, instead }) => (
        <div key={code} id={code} className="scroll-mt-4 border-t border-line py-3">
          <dt className="flex flex-wrap items-baseline gap-x-2.5">
            <a
              href={`#${code}`}
              className="font-mono text-[0.8125rem] font-semibold hover:underline pointer-coarse:inline-flex pointer-coarse:min-h-11 pointer-coarse:min-w-11 pointer-coarse:items-center"
            >
              {code}
            </a>
            <span className="text-[0.8125rem] text-muted">{status}</span>
          </dt>
          <dd className="mt-0.5 max-w-prose">
            {says}
            {along.length > 0 ? (
              <span className="block text-[0.8125rem] text-muted">
                With it:{" "}
                {along.map((name, at) => (
                  <span key={name}>
                    {at > 0 ? ", " : ""}
                    <code className="font-mono">{name}</code>
                  </span>
                ))}
              </span>
            ) : null}
            {instead.length > 0 ? (
              <ul className="mt-1 list-disc ps-5 text-[0.8125rem]">
                {instead.map((step) => (
                  <li key={step.says}>
                    {step.says}{" "}
                    {step.operation ? (
                      <a href={`#${step.operation}`} className="font-mono underline underline-offset-2">
                        {step.operation}
                      </a>
                    ) : null}
                  </li>
                ))}
              </ul>
            ) : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}
