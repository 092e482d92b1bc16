import { useHasSharedWords } from '../shared/useHasSharedWords';
import { useScreen } from '../../workbench/stores/screenStore';
import './sharedWords.css';

/** What the sender of a link says: its title and note, as plain text; nothing where there is neither. */
export function SharedWords() {
  const title = useScreen((state) => state.title);
  const note = useScreen((state) => state.note);
  if (!useHasSharedWords()) return null;
  return (
    <div className="shared-words">
      {title !== null && (
        <h2 className="shared-title" dir="auto">
          {title}
        </h2>
      )}
      {note !== null && (
        <p className="shared-note" dir="auto">
          {note}
        </p>
      )}
    </div>
  );
}
