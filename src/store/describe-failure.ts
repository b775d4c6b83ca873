/** What to say of a DATABASE_URL that is no address. */
export const unreadableAddress =
  'DATABASE_URL cannot be read. It is written postgres://user:password@host:5432/database; special characters of the password are written as %XX.';

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

const reasonOf = (error: unknown): string =>
  error instanceof Error && error.message ? error.message : String(error);

/** Says in one sentence each: the SQLite file cannot be used, why, and what to do. */
export function describeSqliteFailure(error: unknown, file: string, dataFolder: string): string {
  switch (codeOf(error)) {
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return `The data folder ${dataFolder} cannot be written to. Give the user that runs Guichet the right to write there, or set DATA_DIR to another folder.`;
    case 'EEXIST':
    case 'ENOTDIR':
      return `The data folder ${dataFolder} cannot be made: a file is in its place. Move that file, or set DATA_DIR to another folder.`;
    case 'SQLITE_NOTADB':
      return `${file} is not a database Guichet can read: it is damaged, or another program's file. Move it away and restore a backup (npm run restore -- FILE), or set DATA_DIR to another folder.`;
    case 'SQLITE_CORRUPT':
      return `${file} is damaged. Stop Guichet, move the file away and restore a backup (npm run restore -- FILE).`;
    case 'SQLITE_CANTOPEN':
    case 'SQLITE_READONLY':
      return `${file} cannot be opened for writing. Give the user that runs Guichet the right to write to it and to its folder, or set DATA_DIR to another folder.`;
    case 'SQLITE_BUSY':
      return `${file} is held by another program. End it (a database browser, a stopped backup), then start again.`;
    case 'ENOSPC':
    case 'SQLITE_FULL':
      return `There is no room left for ${file}. Free some space on that disk, then start again.`;
    default:
      return `${file} cannot be opened (${reasonOf(error)}). Check DATA_DIR and the state of that disk.`;
  }
}

/** Says why PostgreSQL cannot be used and what to do; shows the address without its password. */
export function describePostgresFailure(error: unknown, databaseUrl: string): string {
  const address = withoutPassword(databaseUrl);
  switch (codeOf(error) || impliedCode(reasonOf(error))) {
    case 'ECONNREFUSED':
    case 'ECONNRESET':
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
    case 'ETIMEDOUT':
      return `No PostgreSQL answers at ${address}. Start it, or correct the host and port in DATABASE_URL.`;
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `The host of ${address} is not known. Correct it in DATABASE_URL.`;
    case '28P01':
    case '28000':
      return `PostgreSQL refuses the user or the password of ${address}. Correct them in DATABASE_URL; special characters of the password are written as %XX.`;
    case '3D000':
      return `The database of ${address} does not exist. Create it (createdb NAME), or correct its name in DATABASE_URL.`;
    case '53300':
      return `PostgreSQL at ${address} has no connection left. Close some, or raise its max_connections.`;
    case '57P03':
      return `PostgreSQL at ${address} is starting or stopping. Try again in a moment.`;
    default:
      return `PostgreSQL at ${address} cannot be used (${withoutSecrets(reasonOf(error), databaseUrl)}). Check DATABASE_URL.`;
  }
}

/** The driver gives no code when nothing answers in time, nor when the address has no password and one is asked for. */
function impliedCode(reason: string): string {
  if (/timeout/i.test(reason)) return 'ETIMEDOUT';
  return /password/i.test(reason) ? '28P01' : '';
}

function withoutPassword(databaseUrl: string): string {
  const { protocol, username, host, pathname } = new URL(databaseUrl);
  return `${protocol}//${username ? `${username}@` : ''}${host}${pathname}`;
}

function withoutSecrets(message: string, databaseUrl: string): string {
  const { password, searchParams } = new URL(databaseUrl);
  const secrets = [password, decodeURIComponent(password), searchParams.get('password') ?? ''].filter(
    Boolean,
  );
  return secrets.reduce((told, secret) => told.replaceAll(secret, '***'), message);
}
