/** What separates words in French and English text, with any apostrophe. */
const gap = `[\\s\\u00a0\\u202f'’,;:"«»“”()*_-]+`;

const words = (pattern: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern.replaceAll(' ', gap)})(?![\\p{L}\\p{N}])`, 'iu');

const english = [
  '(?:ignore|disregard|forget|override|bypass)(?: \\S+){0,4} (?:instructions?|prompts?|rules|guidelines|directions|safeguards)',
  '(?:new|updated|real|true) (?:system )?instructions',
  '(?:system|hidden|initial) prompt(?: override)?|(?:hidden|system) instructions?',
  'you are now (?:(?:an?|the|in) )?(?:ai|assistant|dan|bot|chatbot|free|unrestricted)',
  '(?:from now on|henceforth) you',
  '(?:act|behave|roleplay|respond) (?:as|like) (?:(?:an?|the|if) )?(?:ai|assistant|dan|bot|pirate|human)',
  'pretend (?:to be|that you)',
  '(?:say|tell|reply|respond|answer|write|print|repeat|include|append|end|begin|start|add)(?: \\S+){0,6} (?:each|all|any|every)(?: of)?(?: your)? (?:answers?|repl(?:y|ies)|responses?|outputs?)',
  '(?:end|begin|start|sign) (?:every|each|all|your) (?:answers?|repl(?:y|ies)|responses?)',
  '(?:respond|reply|answer) (?:only|just|exclusively|solely|exactly) (?:with|in|by)',
  '(?:as an?|if you are an?|dear|note to the|attention) (?:ai|llm|language model|chatbot|gpt)(?: \\S+)?',
];

const french = [
  '(?:ignor(?:e|ez|er)|oubli(?:e|ez|er)|contourn(?:e|ez|er)|ne (?:tiens|tenez) (?:pas|plus|aucun) compte|fai(?:s|tes) abstraction)(?: \\S+){0,5} (?:instructions?|consignes?|règles|directives|prompts?|garde fous)',
  '(?:nouvelles|vraies) (?:instructions|consignes|directives)',
  '(?:message|prompt|invite) (?:du |de )?système|instructions? (?:du système|système|cachées?)|invite de départ',
  '(?:tu es|vous êtes) (?:maintenant|désormais) (?:une?|dan|libre)',
  '(?:à partir de maintenant|désormais) (?:tu|vous (?:répondez|parlez|agissez))',
  '(?:agis|agissez|comporte toi|comportez vous|fais|faites) comme (?:si tu|si vous étiez|un|une|dan)',
  '(?:réponds?|répondez|dis|dites|écris|écrivez|affiche|affichez|ajoute|ajoutez|termine|terminez|commence|commencez|inclus|incluez)(?: \\S+){0,6} (?:chaque|toutes?)(?: (?:tes|vos|les))? (?:réponses?|phrases?)',
  '(?:réponds|répondez) (?:uniquement|seulement|exclusivement|exactement) (?:par|avec|en|que|oui|non)',
  '(?:en tant qu|si tu es|si vous êtes|note (?:à|pour|au)) (?:(?:une?|l|le|la) )?(?:ia|llm|modèle de langage|assistant|chatbot|gpt)',
];

/** Sentences that speak to a model and not to a reader; nothing else in a help article reads like this. */
const orders: RegExp[] = [
  ...[...english, ...french].map(words),
  /<\|?\/?(?:system|im_start|im_end|assistant|endoftext|inst)\|?>|\[\/?(?:INST|SYS(?:TEM)?)\]/iu,
  /\b(?:jailbreak|prompt injection|DAN mode|mode DAN)\b/iu,
  /"(?:sentence|refused|quote|passage)"\s*:/iu,
];

/** Whether a piece of text gives a model orders. */
export function isOrder(text: string): boolean {
  const plain = text.normalize('NFKC').replace(/[\u200b-\u200f\u2060-\u2064\ufeff\u00ad]/gu, '');
  return orders.some((order) => order.test(plain));
}

/**
 * The text without sentences that give a model orders: nothing can be quoted from what is not there. A reader of the
 * article itself still sees them, as its writer left them.
 */
export function withoutOrders(locale: string, text: string): string {
  const segmenter = new Intl.Segmenter(locale, { granularity: 'sentence' });
  return text
    .split('\n')
    .map((line) => {
      const sentences = [...segmenter.segment(line)].map(({ segment }) => segment);
      const kept = sentences.filter((sentence) => !isOrder(sentence)).join('');
      // Orders that run over several sentences are only seen together.
      return isOrder(kept) ? '' : kept;
    })
    .join('\n');
}
