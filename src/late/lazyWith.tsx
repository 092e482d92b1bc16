import { Suspense, use, type ComponentType, type ReactNode } from 'react';
import { FailedPart, type FailureProps } from './FailedPart';
import { loadOnce } from './loadOnce';
import { PartBoundary } from './PartBoundary';

/** A component that loads when it is first rendered, or before, when it is asked to. */
export type LazyComponent<Props> = ComponentType<Props> & {
  /** Loads it ahead, so that it is in the first rendering: React reveals what was suspended after 0.3 s at the earliest. Never rejects. */
  readonly load: () => Promise<void>;
};

interface FailedProps<Props> extends FailureProps {
  readonly part: Props;
  /** The part's placeholder. */
  readonly children: ReactNode;
}

/**
 * A component whose code loads when it is first rendered. Until then the placeholder stands in its place, with the same
 * props, so that nothing moves when the code arrives; without one, nothing stands there.
 * @param load imports a module whose default export is the component
 * @param Failed stands in its place if it cannot be loaded or throws; a sentence with "Try again" by default
 */
export function lazyWith<Props extends object>(
  load: () => Promise<{ default: ComponentType<Props> }>,
  Placeholder: ComponentType<Props> = () => null,
  Failed: ComponentType<FailedProps<Props>> = FailedPart,
): LazyComponent<Props> {
  const loadModule = loadOnce(load);
  let ahead: ComponentType<Props> | null = null;
  function Loaded(props: Props) {
    const Component = ahead ?? use(loadModule()).default;
    return <Component {...props} />;
  }
  function LazyWith(props: Props) {
    const placeholder = <Placeholder {...props} />;
    return (
      <PartBoundary
        failed={(failure) => (
          <Failed {...failure} part={props}>
            {placeholder}
          </Failed>
        )}
      >
        <Suspense fallback={placeholder}>
          <Loaded {...props} />
        </Suspense>
      </PartBoundary>
    );
  }
  const loadAhead = () =>
    loadModule().then(
      (module) => void (ahead = module.default),
      // The failure is shown where the component is rendered.
      () => undefined,
    );
  return Object.assign(LazyWith, { load: loadAhead });
}
