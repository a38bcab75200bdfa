import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { useDesk } from "@/components/workspace/desk-context";

type Props = {
  name: string;
  asking: "private" | "remove" | null;
  onClose: () => void;
  onPrivate: () => void;
  onRemove: () => void;
};

/** The two questions that are asked before something hides or goes. */
export function PersonDialogs({ name, asking, onClose, onPrivate, onRemove }: Props) {
  const { assistantShort } = useDesk();
  const isRemoval = asking === "remove";
  return (
    <Dialog
      open={asking !== null}
      onClose={onClose}
      title={isRemoval ? "Take off the desk?" : "Make private?"}
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            Not now
          </Button>
          <Button
            variant={isRemoval ? "danger" : "primary"}
            onClick={() => {
              onClose();
              if (isRemoval) onRemove();
              else onPrivate();
            }}
          >
            {isRemoval ? "Take off" : "Make private"}
          </Button>
        </>
      }
    >
      <p dir="auto" className="mb-2 wrap-anywhere font-medium">
        {name}
      </p>
      <p>
        {isRemoval
          ? "Their days and untouched birthday tasks go with them. Other tasks and what was done stay, and so does the history. Right afterwards you can take this back: they return with their days, and with the tasks that these ask for then."
          : `No more to be seen by ${assistantShort}: this person, their days, any task about them, and what was done for them.`}
      </p>
    </Dialog>
  );
}
