import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';

const optionalText = z
  .string()
  .optional()
  .transform((text) => text?.trim() || undefined);

const wholeNumber = (minimum: number, maximum: number, fallback: number) =>
  z
    .string()
    .optional()
    .transform((text) => text?.trim() || String(fallback))
    .pipe(z.string().regex(/^\d+$/, { error: 'must be a whole number' }))
    .transform(Number)
    .pipe(z.number().min(minimum).max(maximum));

const address = optionalText.pipe(
  z
    .url({ protocol: /^https?$/, error: 'must be an address such as https://help.example.org' })
    .transform((url) => url.replace(/\/+$/, ''))
    .optional(),
);

const databaseUrl = optionalText.pipe(
  z
    .string()
    .regex(/^postgres(ql)?:\/\//, { error: 'must begin with postgres://, or be empty for SQLite' })
    .optional(),
);

const environmentSchema = z.object({
  HOST: optionalText.transform((host) => host ?? '0.0.0.0'),
  PORT: wholeNumber(0, 65535, 4321),
  SITE_URL: address,
  CONTENT_DIR: optionalText.transform((folder) => resolve(folder ?? 'content')),
  DATA_DIR: optionalText.transform((folder) => resolve(folder ?? 'data')),
  DATABASE_URL: databaseUrl,
  ADMIN_EMAIL: optionalText.pipe(z.email({ error: 'must be an e-mail address' }).optional()),
  ADMIN_PASSWORD: optionalText.pipe(
    z.string().min(8, { error: 'must have at least 8 characters' }).optional(),
  ),
  TRUST_PROXY: wholeNumber(0, 10, 0),
  OPENAI_API_KEY: optionalText,
  OPENAI_BASE_URL: address,
  OPENAI_MODEL: optionalText,
  OPENAI_EMBEDDING_MODEL: optionalText,
  SMTP_URL: optionalText,
  SESSION_SECRET: optionalText.pipe(
    z.string().min(32, { error: 'must have at least 32 characters' }).optional(),
  ),
  LOG_LEVEL: optionalText
    .transform((level) => level ?? 'info')
    .pipe(z.enum(['silent', 'error', 'warn', 'info', 'debug'])),
});

/** How Guichet is set up: the environment, validated once. Folders are absolute. */
export interface Settings {
  host: string;
  port: number;
  /** Public address without a final slash; absent when the portal is used at the address it is asked by. */
  siteUrl: string | undefined;
  contentFolder: string;
  dataFolder: string;
  /** `postgres://…`; absent for SQLite in the data folder. */
  databaseUrl: string | undefined;
  adminEmail: string | undefined;
  adminPassword: string | undefined;
  /** How many proxies in front append to X-Forwarded-For. */
  trustProxy: number;
  openai: { apiKey?: string; baseUrl?: string; model?: string; embeddingModel?: string };
  smtpUrl: string | undefined;
  sessionSecret: string | undefined;
  logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug';
}

/** Thrown when the environment cannot be used; the message lists every mistake. */
export class SettingsError extends Error {
  override name = 'SettingsError';
}

/**
 * Reads the settings from the environment, and from `.env` in the working folder for what it does not set.
 *
 * @throws SettingsError with one line for each mistake.
 */
export function readSettings(environment: NodeJS.ProcessEnv = withDotEnv()): Settings {
  const parsed = environmentSchema.safeParse(environment);
  if (!parsed.success) throw new SettingsError(describeMistakes(parsed.error));
  const values = parsed.data;
  return {
    host: values.HOST,
    port: values.PORT,
    siteUrl: values.SITE_URL,
    contentFolder: values.CONTENT_DIR,
    dataFolder: values.DATA_DIR,
    databaseUrl: values.DATABASE_URL,
    adminEmail: values.ADMIN_EMAIL,
    adminPassword: values.ADMIN_PASSWORD,
    trustProxy: values.TRUST_PROXY,
    openai: modelSettings(values),
    smtpUrl: values.SMTP_URL,
    sessionSecret: values.SESSION_SECRET,
    logLevel: values.LOG_LEVEL,
  };
}

function withDotEnv(): NodeJS.ProcessEnv {
  if (existsSync('.env')) process.loadEnvFile('.env');
  return process.env;
}

function modelSettings(values: z.infer<typeof environmentSchema>): Settings['openai'] {
  return {
    ...(values.OPENAI_API_KEY && { apiKey: values.OPENAI_API_KEY }),
    ...(values.OPENAI_BASE_URL && { baseUrl: values.OPENAI_BASE_URL }),
    ...(values.OPENAI_MODEL && { model: values.OPENAI_MODEL }),
    ...(values.OPENAI_EMBEDDING_MODEL && { embeddingModel: values.OPENAI_EMBEDDING_MODEL }),
  };
}

function describeMistakes(error: z.ZodError): string {
  const lines = error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  return `These settings are wrong; change them in the environment or in .env:\n${lines.join('\n')}`;
}
