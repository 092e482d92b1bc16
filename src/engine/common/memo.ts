/** Remembers the results for the last few keys, forgetting the one used longest ago. */
export function rememberLast<T>(limit: number): (key: string, compute: () => T) => T {
  const cache = new Map<string, T>();
  return (key, compute) => {
    const value = cache.has(key) ? (cache.get(key) as T) : compute();
    cache.delete(key);
    cache.set(key, value);
    for (const oldest of cache.keys()) {
      if (cache.size <= limit) break;
      cache.delete(oldest);
    }
    return value;
  };
}

/** Remembers what is computed of each object, for as long as the object lives. */
export function rememberEach<K extends object, T>(compute: (key: K) => T): (key: K) => T {
  const cache = new WeakMap<K, { readonly value: T }>();
  return (key) => {
    const found = cache.get(key) ?? { value: compute(key) };
    cache.set(key, found);
    return found.value;
  };
}
