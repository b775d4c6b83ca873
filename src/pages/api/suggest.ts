import { suggestRoute } from '../../app/suggest-route.ts';

export const prerender = false;

export const { POST, ALL } = suggestRoute;
