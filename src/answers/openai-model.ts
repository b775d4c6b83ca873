import OpenAI, { APIError } from 'openai';
import { ModelUnavailable, type Model, type ModelSettings, type ModelUsage } from './model.ts';
import type { Embedder } from './embedder.ts';

const defaultTimeoutMs = 15_000;
const defaultModel = 'gpt-4.1-mini';
/** Rule of thumb for servers that do not count: characters of a token. */
const charsPerToken = 4;
/** Statuses with which servers that know no `stream_options` refuse them. */
const refusalsOfOptions = [400, 422];

function connect(settings: ModelSettings): OpenAI {
  return new OpenAI({
    // Servers such as Ollama take no key, and the client insists on one.
    apiKey: settings.apiKey ?? 'none',
    baseURL: settings.baseUrl ?? null,
    timeout: settings.timeoutMs ?? defaultTimeoutMs,
    maxRetries: 0,
  });
}

function unavailable(error: unknown): ModelUnavailable {
  const status = error instanceof APIError && error.status ? ` (status ${error.status})` : '';
  return new ModelUnavailable(`The model did not answer${status}.`, { cause: error });
}

/** A model behind an OpenAI-compatible server: no retry, because a reader is waiting. */
export function openAiModel(settings: ModelSettings): Model {
  const client = connect(settings);
  let countsTokens = true;
  const ask = async (messages: Parameters<Model['reply']>[0], signal: AbortSignal) => {
    const wanted = {
      ...{ model: settings.model ?? defaultModel, messages, temperature: 0, stream: true as const },
      ...(countsTokens && { stream_options: { include_usage: true } }),
    };
    return client.chat.completions.create(wanted, { signal });
  };
  const begin: typeof ask = async (messages, signal) => {
    try {
      return await ask(messages, signal);
    } catch (error) {
      const isOptions = error instanceof APIError && refusalsOfOptions.includes(Number(error.status));
      if (!isOptions || !countsTokens) throw error;
      countsTokens = false;
      return ask(messages, signal);
    }
  };
  return {
    async *reply(messages, signal, noteUsage) {
      let counted: ModelUsage | undefined;
      let replyChars = 0;
      try {
        for await (const chunk of await begin(messages, signal)) {
          if (chunk.usage)
            counted = {
              inputTokens: chunk.usage.prompt_tokens,
              outputTokens: chunk.usage.completion_tokens,
            };
          const piece = chunk.choices[0]?.delta.content ?? '';
          replyChars += piece.length;
          if (piece !== '') yield piece;
        }
      } catch (error) {
        throw unavailable(error);
      } finally {
        const askedChars = messages.reduce((sum, { content }) => sum + content.length, 0);
        noteUsage?.(counted ?? { inputTokens: tokens(askedChars), outputTokens: tokens(replyChars) });
      }
    },
  };
}

function tokens(chars: number): number {
  return Math.ceil(chars / charsPerToken);
}

/** A model that turns texts into vectors, behind the same server. */
export function openAiEmbedder(settings: ModelSettings & { embeddingModel: string }): Embedder {
  const client = connect(settings);
  return {
    name: settings.embeddingModel,
    async embed(texts, signal) {
      try {
        const { data } = await client.embeddings.create(
          { model: settings.embeddingModel, input: texts, encoding_format: 'float' },
          { signal },
        );
        return data.toSorted((one, other) => one.index - other.index).map(({ embedding }) => embedding);
      } catch (error) {
        throw unavailable(error);
      }
    },
  };
}
