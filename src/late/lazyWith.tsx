import { Suspense, use, type ComponentType, type ReactNode } from 'react';
import { FailedPart, type FailureProps } from './FailedPart';
import { loadOnce } from './loadOnce';
import { PartBoundary } from './PartBoundary';

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
): ComponentType<Props> {
  const loadModule = loadOnce(load);
  function Loaded(props: Props) {
    const { default: Component } = use(loadModule());
    return <Component {...props} />;
  }
  return function LazyWith(props) {
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
  };
}
