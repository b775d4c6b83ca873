import { eventsRoute } from '../../app/events-route.ts';

export const prerender = false;

export const { POST, ALL } = eventsRoute;
