import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js';
import { z } from 'zod';
import type { App } from '../app.ts';
import type { Reader } from '../events/record-events.ts';
import { agentTools, type AgentTool } from './agent-tools.ts';

const locale = z
  .string()
  .max(10)
  .optional()
  .describe('Language of the portal, such as "fr"; its first one when absent');

/**
 * Answers one message of the Model Context Protocol over streamable HTTP. Nothing is remembered between messages, so any
 * node answers any of them, and a program that only reads needs no session.
 */
export async function answerAgent(app: App, reader: Reader, request: Request): Promise<Response> {
  const server = createAgentServer(app, reader);
  const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true });
  await server.connect(transport);
  try {
    return await transport.handleRequest(request);
  } finally {
    await server.close();
  }
}

function createAgentServer(app: App, reader: Reader): McpServer {
  const { name, agents } = app.site;
  const server = new McpServer(
    { name, version: '1.0.0' },
    {
      instructions: `Help articles of ${name} in: ${app.catalog.locales.join(', ')}. Quote articles with their address.`,
    },
  );
  const tools = agentTools(app, reader);
  const counted = <Input>(tool: string, work: AgentTool<Input>) => {
    return async (input: Input) => {
      app.countAgentCall(tool);
      const outcome = await work(input);
      const isError = 'problem' in outcome;
      return {
        content: [{ type: 'text' as const, text: isError ? outcome.problem : JSON.stringify(outcome.found) }],
        ...(isError ? { isError } : { structuredContent: outcome.found }),
      };
    };
  };
  const reading = { readOnlyHint: true, openWorldHint: false };
  server.registerTool(
    'search_articles',
    {
      description: 'Finds help articles by words. Nothing is found rather than something far-fetched.',
      inputSchema: {
        query: z.string().min(1).max(1_000),
        locale,
        limit: z.int().min(1).max(20).optional(),
      },
      annotations: reading,
    },
    counted('search_articles', tools.searchArticles),
  );
  server.registerTool(
    'get_article',
    {
      description: 'The whole text of an article, by the articleId that a search gave.',
      inputSchema: { articleId: z.string().min(1).max(300) },
      annotations: reading,
    },
    counted('get_article', tools.getArticle),
  );
  server.registerTool(
    'suggest_for_ticket',
    {
      description:
        'Passages that may answer a support request, with a confidence between 0 and 1; none below the threshold.',
      inputSchema: { subject: z.string().max(300), description: z.string().max(20_000), locale },
      annotations: reading,
    },
    counted('suggest_for_ticket', tools.suggestForTicket),
  );
  if (agents.createTickets)
    server.registerTool(
      'create_ticket',
      {
        description: 'Sends a support request on behalf of a person who has agreed to it. Suggest first.',
        inputSchema: {
          email: z.email().max(254),
          subject: z.string().max(300),
          description: z.string().min(1).max(50_000),
          name: z.string().max(200).optional(),
          locale,
        },
        annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: true },
      },
      counted('create_ticket', tools.createTicket),
    );
  return server;
}
