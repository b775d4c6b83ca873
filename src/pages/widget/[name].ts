import type { APIRoute } from 'astro';
import { widget } from '../../components/widget/site-widget.ts';

const folder = '/widget/';

/** What the widget fetches when it is opened. */
export function getStaticPaths() {
  return [...widget]
    .filter(([address]) => address.startsWith(folder))
    .map(([address, text]) => ({ params: { name: address.slice(folder.length) }, props: { text } }));
}

/** Answers with one file. */
export const GET: APIRoute<{ text: string }> = ({ props }) =>
  new Response(props.text, { headers: { 'content-type': 'text/javascript; charset=utf-8' } });
