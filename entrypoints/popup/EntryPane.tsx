/** One entry in full. */
import { EntryView } from '../../components/EntryView.tsx';
import { useEntry } from '../../components/library.ts';
import { Pane } from './Pane.tsx';

interface Props {
  id: string;
  onBack: () => void;
  onOpenEntry: (id: string) => void;
  onPanel: () => void;
}

export function EntryPane({ id, onBack, onOpenEntry, onPanel }: Props) {
  const entry = useEntry(id);
  return (
    <Pane of={id} onBack={onBack} onPanel={onPanel}>
      {entry && <EntryView entry={entry} onOpenEntry={onOpenEntry} />}
    </Pane>
  );
}
