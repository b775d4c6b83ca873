interface HtmlPolicy {
  createHTML(text: string): string;
}

interface HtmlPolicies {
  createPolicy(name: string, rules: HtmlPolicy): HtmlPolicy;
}

const policy = htmlPolicy();

/**
 * Fills an element with HTML of the portal, which sanitised it when it was built or on its way out: snippets, passages,
 * articles.
 */
export function setPortalHtml(element: Element, html: string): void {
  element.innerHTML = policy.createHTML(html);
}

/** Reads a page of the portal; nothing in it is loaded or run. */
export function readPortalPage(html: string): Document {
  return new DOMParser().parseFromString(policy.createHTML(html), 'text/html');
}

/** A page that demands Trusted Types lets HTML in through a policy with a name its header can list. */
function htmlPolicy(): HtmlPolicy {
  const rules: HtmlPolicy = { createHTML: (text) => text };
  try {
    return (
      (globalThis as { trustedTypes?: HtmlPolicies }).trustedTypes?.createPolicy('guichet', rules) ?? rules
    );
  } catch {
    return rules;
  }
}
