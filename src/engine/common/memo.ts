/** Remembers the results for the last few keys, forgetting the one that was asked for longest ago. */
export function rememberLast<T>(limit: number): (key: string, compute: () => T) => T {
  const known = new Map<string, T>();
  return (key, compute) => {
    const value = known.has(key) ? (known.get(key) as T) : compute();
    known.delete(key);
    known.set(key, value);
    for (const oldest of known.keys()) {
      if (known.size <= limit) break;
      known.delete(oldest);
    }
    return value;
  };
}
