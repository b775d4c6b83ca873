import { fill } from '../../messages/format-message.ts';
import type { PanelControls, View } from './panel-controls.ts';
import { make, makeButton } from './make-element.ts';
import { texts } from './panel-texts.ts';
import { replyWords } from './promised-reply.ts';
import type { SendOutcome } from './send-request.ts';

const { request, widget } = texts;

/** A request that arrived: its reference, when there will be an answer, and its private page. */
export function sentView(panel: PanelControls, sent: Extract<SendOutcome, { kind: 'sent' }>): View {
  const { reference, expectedReplyAt, url } = sent;
  const link = make(
    'a',
    { href: panel.place.origin + url, target: '_blank', rel: 'noopener' },
    widget.follow,
  );
  const body = make(
    'div',
    { class: 'note' },
    make('p', { class: 'reference' }, fill(request.title, { reference })),
    make('p', {}, request.receivedText),
  );
  if (expectedReplyAt) body.append(make('p', {}, make('strong', {}, replyWords(new Date(expectedReplyAt)))));
  body.append(
    make('p', {}, link),
    makeButton(widget.close, 'button', () => panel.close()),
  );
  return { title: request.received, body, address: url };
}
