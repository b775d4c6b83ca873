/** A file to give back, by the type that was found in it. */
export interface Download {
  name: string;
  type: string;
  content: Uint8Array<ArrayBuffer>;
}

/**
 * Answers with a file for the reader's disk: never shown inside the portal, run nowhere, kept by no cache.
 *
 * The name goes twice, as RFC 6266 has it: in ASCII for old readers, and whole.
 */
export function download({ name, type, content }: Download): Response {
  const plain = name.replace(/[^\w .()-]/g, '_');
  const whole = encodeURIComponent(name).replace(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`);
  return new Response(content, {
    headers: {
      'content-type': type === 'text/plain' ? 'text/plain; charset=utf-8' : type,
      'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${whole}`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'cache-control': 'private, no-store',
    },
  });
}
