"use client";

import {
  Component,
  type ComponentType,
  type LazyExoticComponent,
  lazy,
  type ReactNode,
  Suspense,
  useEffect,
  useState,
} from "react";
import { Button } from "@/components/ui/button";
import { useModal } from "@/components/ui/use-modal";

const SENTENCE = "This part did not come. You may be offline.";

/** A part's file did not come. Faults of the part itself are none of these. */
class DidNotCome extends Error {}

/**
 * A part of a page that is fetched when it is drawn first, and draws nothing until then. Where it does not come, that is said in its place
 * and the page stays; it is fetched again on request, when the line is back, and when it is drawn anew.
 */
export function latePart<Props extends object>(fetchPart: () => Promise<ComponentType<Props>>) {
  return late(fetchPart, (_, again) => <MissingHere onAgain={again} />);
}

/** As {@link latePart}, for a window over the page: its own `onClose` also closes the sentence that it did not come. */
export function lateWindow<Props extends { onClose: () => void }>(
  fetchPart: () => Promise<ComponentType<Props>>,
) {
  return late(fetchPart, ({ onClose }, again) => <MissingWindow onAgain={again} onClose={onClose} />);
}

type Source<Props extends object> = {
  /** What the next one to be drawn shows: React keeps a failure for good, so each failure puts a fresh one here. */
  latest: LazyExoticComponent<ComponentType<Props>>;
  missing: (props: Props, again: () => void) => ReactNode;
};

function late<Props extends object>(
  fetchPart: () => Promise<ComponentType<Props>>,
  missing: Source<Props>["missing"],
): (props: Props) => ReactNode {
  function begin(): Source<Props>["latest"] {
    return lazy(async () => {
      try {
        return { default: await fetchPart() };
      } catch (cause) {
        source.latest = begin();
        throw new DidNotCome(SENTENCE, { cause });
      }
    });
  }
  const source: Source<Props> = { latest: begin(), missing };
  return (props) => <Late source={source} props={props} />;
}

function Late<Props extends object>({ source, props }: { source: Source<Props>; props: Props }) {
  const [{ Part, time }, setTry] = useState({ Part: source.latest, time: 1 });
  const again = () => setTry({ Part: source.latest, time: time + 1 });
  return (
    <UnlessMissing key={time} missing={source.missing(props, again)}>
      <Suspense fallback={null}>
        <Part {...props} />
      </Suspense>
    </UnlessMissing>
  );
}

type Around = { missing: ReactNode; children: ReactNode };

class UnlessMissing extends Component<Around, { error: unknown }> {
  override state: { error: unknown } = { error: null };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override render() {
    const { error } = this.state;
    if (error === null) return this.props.children;
    if (error instanceof DidNotCome) return this.props.missing;
    throw error;
  }
}

function MissingHere({ onAgain }: { onAgain: () => void }) {
  useEffect(() => {
    addEventListener("online", onAgain);
    return () => removeEventListener("online", onAgain);
  }, [onAgain]);
  return (
    <div role="alert" className="px-3 py-2.5 text-[0.8125rem] text-muted">
      <p className="mb-2">{SENTENCE}</p>
      <Button size="sm" onClick={onAgain}>
        Try again
      </Button>
    </div>
  );
}

/** Without the head and foot of other windows: it has to be there before anything is fetched, on every page of a desk. */
function MissingWindow({ onAgain, onClose }: { onAgain: () => void; onClose: () => void }) {
  const { ref, close, props } = useModal(true, onClose);
  useEffect(() => ref.current?.showModal(), [ref]);
  return (
    <dialog
      ref={ref}
      {...props}
      aria-label="Not here yet"
      className="m-auto rounded-2xl border border-line bg-sheet p-5 shadow-lift backdrop:bg-black/35"
    >
      <p className="mb-4">{SENTENCE}</p>
      <Button variant="primary" className="me-2" onClick={onAgain}>
        Try again
      </Button>
      <Button variant="quiet" onClick={close}>
        Close
      </Button>
    </dialog>
  );
}
