import OpenAI, { APIError } from 'openai';
import { ModelUnavailable, type Model, type ModelSettings } from './model.ts';

const timeoutMs = 15_000;
const defaultModel = 'gpt-4.1-mini';

/** A model behind an OpenAI-compatible server: 15 s in all, no retry, because a reader is waiting. */
export function openAiModel(settings: ModelSettings): Model {
  const client = new OpenAI({
    // Servers such as Ollama take no key, and the client insists on one.
    apiKey: settings.apiKey ?? 'none',
    baseURL: settings.baseUrl ?? null,
    timeout: timeoutMs,
    maxRetries: 0,
  });
  return {
    async *reply(messages, signal) {
      try {
        const stream = await client.chat.completions.create(
          { model: settings.model ?? defaultModel, messages, stream: true, temperature: 0 },
          { signal },
        );
        for await (const chunk of stream) yield chunk.choices[0]?.delta.content ?? '';
      } catch (error) {
        const status = error instanceof APIError && error.status ? ` (status ${error.status})` : '';
        throw new ModelUnavailable(`The model did not answer${status}.`, { cause: error });
      }
    },
  };
}
