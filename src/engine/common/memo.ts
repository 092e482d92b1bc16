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
