import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { useDesk } from "@/components/workspace/desk-context";

type Props = {
  /** The question that lies before the client, where the reader may see it. */
  taskId: string | null;
  /** Whether the reader decides it. */
  canAllow: boolean;
  isBusy: boolean;
  onAllow: (allow: boolean) => void;
};

/** An entry in pencil over time that the client keeps: who decides, and for the client the two answers. */
export function HeldBox({ taskId, canAllow, isBusy, onAllow }: Props) {
  const desk = useDesk();
  return (
    <section
      aria-label="Waits for a decision"
      className="mb-4 flex flex-wrap items-center gap-x-4 gap-y-2 rounded-lg border border-dashed border-pencil-line px-3 py-2.5"
    >
      <p className="min-w-52 flex-1">
        {canAllow
          ? "This is in pencil, over time that you keep. May it stand?"
          : `In pencil, over time that ${desk.clientShort} keeps: it waits for ${desk.clientShort}.`}
        {taskId ? (
          <>
            {" "}
            <Link href={`/w/${desk.slug}/tasks/${taskId}`} className="underline underline-offset-2">
              The question
            </Link>
          </>
        ) : null}
      </p>
      {canAllow ? (
        <div className="flex flex-wrap gap-2">
          <Button variant="primary" busy={isBusy} onClick={() => onAllow(true)}>
            Let it stand
          </Button>
          <Button busy={isBusy} onClick={() => onAllow(false)}>
            Keep the time free
          </Button>
        </div>
      ) : null}
    </section>
  );
}
