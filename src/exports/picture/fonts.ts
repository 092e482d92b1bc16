import type { Picture } from './picture';

/** Rules of fonts that have been asked for, by the address of the file. */
const files = new Map<string, Promise<string>>();

/**
 * The fonts that the page brings and a picture uses, as a style sheet without addresses. Fonts of the reader's system are
 * only named. A font that cannot be loaded is left out: the picture then has another one, as the page has.
 */
export async function fontsOf({ parts }: Picture): Promise<string> {
  const used = new Set(
    parts
      .flatMap((part) => (part.kind === 'marks' ? [part.element, ...part.element.querySelectorAll('*')] : []))
      .map((element) => element.getAttribute('font-family'))
      .flatMap((families) => families?.split(',').map(unquoted) ?? []),
  );
  const rules = [...document.styleSheets].flatMap((sheet) => fontRules(sheet.cssRules));
  const wanted = rules.filter(
    (rule) => used.has(unquoted(rule.style.getPropertyValue('font-family'))) && isLoaded(rule),
  );
  return (await Promise.all(wanted.map(embedded))).join('\n');
}

const unquoted = (family: string): string => family.trim().replaceAll(/^["']|["']$/g, '');

const fontRules = (rules: CSSRuleList): CSSFontFaceRule[] =>
  [...rules].flatMap((rule) => {
    if (rule instanceof CSSFontFaceRule) return [rule];
    return rule instanceof CSSGroupingRule ? fontRules(rule.cssRules) : [];
  });

/** Whether the page has drawn with the font: then the picture does too. */
const isLoaded = ({ style }: CSSFontFaceRule): boolean =>
  [...document.fonts].some(
    (face) =>
      face.status === 'loaded' &&
      unquoted(face.family) === unquoted(style.getPropertyValue('font-family')) &&
      face.style === (style.getPropertyValue('font-style') || 'normal') &&
      face.weight === (style.getPropertyValue('font-weight') || 'normal'),
  );

async function embedded(rule: CSSFontFaceRule): Promise<string> {
  const source = /url\("?(.*?)"?\)/.exec(rule.style.getPropertyValue('src'))?.[1];
  if (source === undefined) return '';
  const address = new URL(source, rule.parentStyleSheet?.href ?? document.baseURI).href;
  const file = files.get(address) ?? asDataAddress(address);
  files.set(address, file);
  const data = await file.catch(() => {
    files.delete(address);
    return null;
  });
  if (data === null) return '';
  const of = (name: string) => `${name}:${rule.style.getPropertyValue(name) || 'normal'}`;
  return `@font-face{${of('font-family')};${of('font-style')};${of('font-weight')};src:url(${data})}`;
}

async function asDataAddress(address: string): Promise<string> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return dataAddress(await response.blob());
}

/** The content of a blob as a `data:` address. */
export const dataAddress = (blob: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => (typeof reader.result === 'string' ? resolve(reader.result) : reject(new Error('no text')));
    reader.onerror = () => reject(reader.error ?? new Error('unreadable'));
    reader.readAsDataURL(blob);
  });
