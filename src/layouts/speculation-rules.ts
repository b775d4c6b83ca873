/** Pages the server makes for one reader, and what is no page: nothing of it is fetched before it is asked for. */
const excluded = [
  '/*/search*',
  '/*/contact*',
  '/*/requests/*',
  '/admin*',
  '/api/*',
  '/media/*',
  '/*.md',
  '/*.xml',
];

/**
 * Speculation rules for browsers that know them: a static page is made ready when the pointer rests on its link, so
 * that it is there when the link is followed.
 */
export const speculationRules: string = JSON.stringify({
  prerender: [
    {
      where: { and: [{ href_matches: '/*' }, { not: { href_matches: excluded } }] },
      eagerness: 'moderate',
    },
  ],
});
