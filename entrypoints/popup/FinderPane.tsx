/** The finder; what is ticked lives as long as the popup. */
import { Finder, type FinderProps } from '../../components/Finder.tsx';
import { Pane } from './Pane.tsx';

interface Props extends FinderProps {
  onBack: () => void;
  onPanel: () => void;
}

export function FinderPane({ onBack, onPanel, ...finder }: Props) {
  return (
    <Pane onBack={onBack} onPanel={onPanel}>
      <Finder {...finder} />
    </Pane>
  );
}
