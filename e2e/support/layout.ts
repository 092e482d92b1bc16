import type { Page } from '@playwright/test';

/** Texts of the page that are cut or lie on each other, and whether the page is wider than the window; one sentence each. */
export const layoutFaultsOf = (page: Page): Promise<string[]> => page.evaluate(findLayoutFaults);

/** Runs in the page, so it can use nothing from outside of it. */
function findLayoutFaults(): string[] {
  interface Box {
    readonly left: number;
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
  }
  /** One line of a text, or a control: where it is seen. */
  interface Piece {
    readonly name: string;
    readonly element: Element;
    readonly box: Box;
    /** The element that floats over the others and holds it; pieces of different ones may lie over each other. */
    readonly floor: Element | null;
  }

  /** Pixels that rounding may cost. */
  const SLACK = 1.5;
  /** The share of a line's height above and below its letters, at each side. */
  const LEADING = 0.22;
  /** A mathematical formula is one text: its letters are laid out on top of each other. */
  const FORMULA = '.katex';
  /** What is absolute and so high lies over the page on purpose. */
  const NOTICES = 10;
  const CONTROLS = 'button, a[href], input, [role=combobox], .slider-thumb';

  const faults = new Set<string>();
  const short = (text: string | null) => (text ?? '').replace(/\s+/g, ' ').trim().slice(0, 60);
  const width = ({ left, right }: Box) => right - left;
  const height = ({ top, bottom }: Box) => bottom - top;
  /** The numbers of a rectangle, which has them from its prototype. */
  const plain = ({ left, top, right, bottom }: Box): Box => ({ left, top, right, bottom });
  const both = (a: Box, b: Box): Box => ({
    left: Math.max(a.left, b.left),
    top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
  });
  const isEmpty = (box: Box) => width(box) <= SLACK || height(box) <= SLACK;
  const floorOf = (element: Element | null): Element | null => {
    for (let at = element; at; at = at.parentElement) {
      const { position, zIndex } = getComputedStyle(at);
      if (['fixed', 'sticky'].includes(position) || (position === 'absolute' && Number(zIndex) >= NOTICES)) return at;
    }
    return null;
  };

  /** For screen readers only: as small as a pixel. */
  const isForReaders = (element: Element) => {
    for (let at: Element | null = element; at; at = at.parentElement) {
      const { clipPath } = getComputedStyle(at);
      if (clipPath !== 'none' && at.getBoundingClientRect().width <= 1) return true;
    }
    return false;
  };

  /** The part of a box that its ancestors let through; says so where they cut it without a way to scroll. */
  function seen(box: Box, element: Element, text: string | null): Box {
    let shown = plain(box);
    let isAbsolute: boolean = false;
    for (let at: Element | null = element; at && at !== document.body; at = at.parentElement) {
      const style = getComputedStyle(at);
      const escapes: boolean = isAbsolute && style.position === 'static' && style.transform === 'none';
      if (!escapes && (style.overflowX !== 'visible' || style.overflowY !== 'visible')) {
        const outer = at.getBoundingClientRect();
        const isCut = (low: number, high: number, from: number, to: number, slack: number, overflow: string) =>
          ['hidden', 'clip'].includes(overflow) && high > low && (from - low > slack || high - to > slack);
        const inLine = isCut(shown.left, shown.right, outer.left, outer.right, SLACK, style.overflowX);
        const slack = SLACK + LEADING * height(box);
        const inBlock = isCut(shown.top, shown.bottom, outer.top, outer.bottom, slack, style.overflowY);
        if (text !== null && (inLine || inBlock))
          faults.add(`cut: “${text}” by .${at.getAttribute('class') ?? at.tagName}`);
        shown = both(shown, outer);
      }
      if (style.position === 'fixed') break;
      isAbsolute = style.position === 'absolute' || (isAbsolute && escapes);
    }
    return shown;
  }

  const dialogs = [...document.querySelectorAll('[role=dialog]')];
  const root = dialogs.at(-1) ?? document.body;
  const isVisible = (element: Element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });

  function pieceOf(rect: Box, element: Element, text: string, isText: boolean): Piece[] {
    const box = seen(rect, element, isText ? text : null);
    const leading = isText ? LEADING * height(rect) : 0;
    const letters = {
      ...box,
      top: Math.max(box.top, rect.top + leading),
      bottom: Math.min(box.bottom, rect.bottom - leading),
    };
    return isEmpty(letters) ? [] : [{ name: text, element, box: letters, floor: floorOf(element) }];
  }

  function texts(): Piece[] {
    const pieces: Piece[] = [];
    const nodes = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
      const element = node.parentElement;
      if (!element || short(node.textContent) === '' || element.closest(`${FORMULA}, script, style, title`)) continue;
      if (!isVisible(element) || isForReaders(element)) continue;
      range.selectNodeContents(node);
      for (const rect of range.getClientRects()) pieces.push(...pieceOf(rect, element, short(node.textContent), true));
    }
    for (const formula of root.querySelectorAll(FORMULA))
      if (isVisible(formula))
        pieces.push(
          ...pieceOf(formula.getBoundingClientRect(), formula, `formula ${short(formula.textContent)}`, true),
        );
    return pieces;
  }

  const controls = (): Piece[] =>
    [...root.querySelectorAll(CONTROLS)]
      .filter((control) => isVisible(control) && !isForReaders(control))
      .flatMap((control) =>
        // A link within a text may take two lines.
        [...control.getClientRects()].flatMap((rect) =>
          pieceOf(rect, control, `control ${control.getAttribute('aria-label') ?? short(control.textContent)}`, false),
        ),
      );

  function checkPage(): void {
    if (document.documentElement.scrollWidth <= innerWidth + SLACK) return;
    const wide = [...document.querySelectorAll('body *')].filter(
      (element) => element.getBoundingClientRect().right > innerWidth + SLACK && isVisible(element),
    );
    faults.add(`the page is wider than the window: .${wide.at(-1)?.getAttribute('class') ?? '?'}`);
  }

  function checkNumbers(): void {
    for (const input of root.querySelectorAll<HTMLInputElement>('.number-input'))
      if (isVisible(input) && input.scrollWidth > input.clientWidth + SLACK)
        faults.add(`cut: the number ${input.value} of ${input.getAttribute('aria-label') ?? '?'}`);
  }

  function checkLabels(pieces: readonly Piece[]): void {
    for (const { element, box, name } of pieces) {
      const frame = element.closest('svg');
      const button = element.closest('button, .button');
      for (const around of [frame, button]) {
        const outer = around?.getBoundingClientRect();
        if (
          outer &&
          (outer.left - box.left > SLACK ||
            box.right - outer.right > SLACK ||
            outer.top - box.top > SLACK ||
            box.bottom - outer.bottom > SLACK)
        )
          faults.add(`sticks out: “${name}” of .${around?.getAttribute('class') ?? around?.tagName ?? ''}`);
      }
    }
  }

  function checkOverlaps(lines: readonly Piece[], others: readonly Piece[]): void {
    for (const [i, a] of lines.entries())
      for (const b of [...lines.slice(i + 1), ...others]) {
        if (a.floor !== b.floor || a.element.contains(b.element) || b.element.contains(a.element)) continue;
        if (isEmpty(both(a.box, b.box))) continue;
        faults.add(
          `overlap: “${a.name}” (.${a.element.getAttribute('class') ?? a.element.tagName}) and “${b.name}” (.${b.element.getAttribute('class') ?? b.element.tagName})`,
        );
      }
  }

  const lines = texts();
  checkPage();
  checkNumbers();
  checkLabels(lines);
  checkOverlaps(lines, controls());
  return [...faults];
}
