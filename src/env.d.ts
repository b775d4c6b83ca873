/// <reference types="astro/client" />

declare namespace App {
  /** What the server gives to every page and endpoint that is rendered on demand. */
  interface Locals {
    app: import('./app.ts').App;
    reader: import('./events/record-events.ts').Reader;
  }
}
