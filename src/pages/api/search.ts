import { searchRoute } from '../../app/search-route.ts';

export const prerender = false;

export const { GET, HEAD, POST, ALL } = searchRoute;
