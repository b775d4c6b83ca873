import type { Browser, Page } from 'playwright-core';
import { openPage } from '../../../tests/e2e/open-browser.ts';
import { openHelp } from '../../../tests/e2e/other-site.ts';
import type { BenchDraft } from './form-bench.ts';
import { readLongTasks, watchLongTasks } from './long-tasks.ts';

/** A form that is typed into. */
export interface TypedForm {
  name: string;
  address: string;
  /** Does what has to be done before the field is there. */
  prepare(page: Page): Promise<unknown>;
  /** Selector of the field. */
  field: string;
  /** Selector of what comes while it is filled in. */
  card: string;
}

/** What typing cost. */
export interface TypingCost {
  name: string;
  keys: number;
  /** Requests during which a card came. */
  cardsCame: number;
  /** Tasks of the main thread over 50 ms. */
  longTasks: number;
  longestMs: number;
}

const cpuRate = 4;
const keyPauseMs = 60;
const maxDrafts = 5;
const maxChars = 160;
/** Long enough for an answer after the last key. */
const settleMs = 1_500;
const phone = { width: 390, height: 800 };

/** The form of the portal. */
export function portalForm(address: string): TypedForm {
  const wait = (page: Page): Promise<void> => page.locator('#description').waitFor();
  return {
    name: 'portal',
    address,
    prepare: wait,
    field: '#description',
    card: '.suggestion-list .suggestion',
  };
}

/** The form in the panel, over a page of another site. */
export function widgetForm(address: string): TypedForm {
  return {
    ...{ name: 'panel of the widget', address },
    async prepare(page) {
      await openHelp(page);
      await page.getByRole('button', { name: 'Envoyer une demande' }).click();
    },
    ...{ field: 'textarea[name=description]', card: '.card' },
  };
}

/** A field without any script: what the browser itself and the machine's other work cost. */
export function bareForm(address: string): TypedForm {
  const wait = (page: Page): Promise<void> => page.locator('#message').waitFor();
  return { name: 'bare, no script', address, prepare: wait, field: '#message', card: '.card' };
}

/** Types requests key by key on a slowed phone, with pauses between words in which suggestions are asked for. */
export async function measureTyping(
  browser: Browser,
  form: TypedForm,
  drafts: readonly BenchDraft[],
): Promise<TypingCost> {
  const cost: TypingCost = { name: form.name, keys: 0, cardsCame: 0, longTasks: 0, longestMs: 0 };
  for (const { subject, description } of drafts.slice(0, maxDrafts)) {
    const { page } = await openPage(browser, { viewport: phone });
    await page.addInitScript(watchLongTasks);
    await page.goto(form.address);
    await form.prepare(page);
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: cpuRate });
    await page.locator(form.field).focus();
    await page.waitForTimeout(settleMs);
    const before = await page.evaluate(readLongTasks);
    const text = `${subject}. ${description}`.slice(0, maxChars);
    await typeWithPauses(page, text);
    await page.waitForTimeout(settleMs);
    const tasks = (await page.evaluate(readLongTasks)).slice(before.length);
    cost.keys += text.length;
    cost.cardsCame += Number((await page.locator(form.card).count()) > 0);
    cost.longTasks += tasks.length;
    cost.longestMs = Math.max(cost.longestMs, ...tasks);
    await page.context().close();
  }
  return cost;
}

async function typeWithPauses(page: Page, text: string): Promise<void> {
  const thinkMs = 700;
  const charsBetween = 40;
  for (let at = 0; at < text.length; at += charsBetween) {
    await page.keyboard.type(text.slice(at, at + charsBetween), { delay: keyPauseMs });
    await page.waitForTimeout(thinkMs);
  }
}
