import { lazy, Suspense, type ComponentType } from 'react';

/**
 * A component whose code loads after the first picture. Until then the placeholder is rendered with the same props, so
 * that nothing moves when the code arrives; without a placeholder, nothing is rendered.
 * @param load imports a module whose default export is the component
 */
export function lazyWith<Props extends object>(
  load: () => Promise<{ default: ComponentType<Props> }>,
  Placeholder: ComponentType<Props> = () => null,
): ComponentType<Props> {
  const Loaded = lazy<ComponentType<Props>>(load);
  return function LazyWith(props) {
    return (
      <Suspense fallback={<Placeholder {...props} />}>
        <Loaded {...props} />
      </Suspense>
    );
  };
}
