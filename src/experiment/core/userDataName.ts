import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { UserData } from './types';

const names = new WeakMap<UserData, string>();

/** Bytes of the hash that are used: two data sets of one user never have the same name. */
const BYTES = 5;

/** A short name for user data that follows from all of their numbers: a link names them by it, and the device keeps them under it. */
export function userDataName(userData: UserData): string {
  const known = names.get(userData);
  if (known !== undefined) return known;
  const { x, y, order, names: columns } = userData;
  const name = bytesToHex(sha256(utf8ToBytes(JSON.stringify([x, y, order, columns]))).slice(0, BYTES));
  names.set(userData, name);
  return name;
}
