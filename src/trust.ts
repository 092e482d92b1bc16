/**
 * The page's policy for text that is to become HTML or the address of a script, where the browser has trusted types
 * (scripts/policy.mjs demands them). Of HTML it lets only text without a tag pass: Radix writes a style sheet that way. Scripts
 * and workers come from where the page does; a text never becomes code. What is refused throws where it was attempted.
 */
export function installTrustPolicy(): void {
  window.trustedTypes?.createPolicy('default', { createHTML: withoutTags, createScriptURL: ofOurs });
}

function withoutTags(text: string): string {
  if (text.includes('<')) throw new TypeError('The page makes no HTML of a text.');
  return text;
}

function ofOurs(address: string): string {
  const { origin } = new URL(address, document.baseURI);
  if (origin !== location.origin)
    throw new TypeError(`A script may only come from where the page does, not from ${origin}.`);
  return address;
}
