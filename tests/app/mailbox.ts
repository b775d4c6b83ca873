import { SMTPServer } from 'smtp-server';

/** A mail server on this machine that keeps what it gets. */
export interface Mailbox {
  url: string;
  /** Each mail as it came, headers and all, with its recipient. */
  mails: { to: string; source: string }[];
  /** What to answer to a recipient from now on: an SMTP code, or nothing to take the mail. */
  refuseWith(code: number | undefined): void;
  close(): Promise<void>;
}

/** Starts a mail server on a free loopback port. */
export async function startMailbox(): Promise<Mailbox> {
  const mails: Mailbox['mails'] = [];
  let refusal: number | undefined;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_address, _session, done) =>
      done(
        refusal === undefined ? undefined : Object.assign(new Error('Refused'), { responseCode: refusal }),
      ),
    onData(stream, session, done) {
      let source = '';
      stream.on('data', (piece: Buffer) => (source += piece.toString()));
      stream.on('end', () => {
        mails.push({ to: session.envelope.rcptTo.map(({ address }) => address).join(), source });
        done();
      });
    },
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', () => listening()));
  const address = server.server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    refuseWith: (code) => (refusal = code),
    close: () => new Promise((closed) => server.close(() => closed())),
  };
}
