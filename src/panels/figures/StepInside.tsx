import { StepArrows, type StepArrowsProps } from '../../plots/path/StepArrows';
import { useInside } from '../../workbench/requests/inside';
import { LaterWords } from '../shared/LaterWords';

/** How the selected run's step is made, over its path. */
export default function StepInside(place: Omit<StepArrowsProps, 'inside'>) {
  const inside = useInside();
  if (inside?.from.length !== place.view.held.length) return null;
  return (
    <LaterWords>
      <StepArrows {...place} inside={inside} />
    </LaterWords>
  );
}
