import { useState } from 'react';
import { shallow } from 'zustand/shallow';

/** The same object as before as long as its fields are the same. */
export function useUnchanged<Value extends object>(value: Value): Value {
  const [kept, keep] = useState(value);
  if (shallow(kept, value)) return kept;
  keep(value);
  return value;
}
