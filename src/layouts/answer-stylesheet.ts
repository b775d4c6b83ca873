import { createHash } from 'node:crypto';
import rules from '../styles/answer.css?inline';
import type { Stylesheet } from './stylesheet.ts';

const hash = createHash('sha256').update(rules).digest('base64url').slice(0, 12);

/** The rules of generated answers, apart from the others: pages of portals without a model have none of them. */
export const answerStylesheet: Stylesheet = { name: `answer-${hash}.css`, text: rules };
