/** The element that the server put into the page; a page without it is broken, and says so. */
export function element<Kind extends Element>(
  within: ParentNode,
  selector: string,
  kind: abstract new () => Kind,
): Kind {
  const found = within.querySelector(selector);
  if (found instanceof kind) return found;
  throw new Error(`The page has no ${selector}`);
}

/** A copy of the one element in a template of the page. */
export function copyOf(selector: string): HTMLElement {
  const copy = element(document, selector, HTMLTemplateElement).content.firstElementChild;
  const clone = copy && document.importNode(copy, true);
  if (clone instanceof HTMLElement) return clone;
  throw new Error(`The template ${selector} is empty`);
}
