import type { APIRoute } from 'astro';
import { site } from '../../build-site.ts';
import { answerStylesheet } from '../../layouts/answer-stylesheet.ts';
import { stylesheetOf } from '../../layouts/stylesheet.ts';

const stylesheets = [stylesheetOf(site), answerStylesheet];

/** The stylesheet of every page, and that of generated answers; their names change with their content. */
export function getStaticPaths() {
  return stylesheets.map(({ name, text }) => ({ params: { name }, props: { text } }));
}

/** Answers with the rules. */
export const GET: APIRoute<{ text: string }> = ({ props }) =>
  new Response(props.text, { headers: { 'content-type': 'text/css; charset=utf-8' } });
