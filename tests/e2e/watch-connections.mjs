// Loaded before a server under test: writes down every connection that leaves this machine, and every name it looks up.
import { appendFileSync } from 'node:fs';
import net from 'node:net';

const file = process.env.CONNECTIONS_FILE;
const isServer = process.argv[1]?.endsWith('serve.ts') ?? false;
const loopback = /^(127\.|::1$|localhost$)/;

if (file && isServer) {
  const { connect } = net.Socket.prototype;
  net.Socket.prototype.connect = function (...parameters) {
    const [options] = Array.isArray(parameters[0]) ? parameters[0] : parameters;
    const host =
      typeof options === 'object' ? (options.path ?? options.host ?? 'localhost') : String(parameters[1]);
    if (!loopback.test(host)) appendFileSync(file, `${host}\n`);
    return connect.apply(this, parameters);
  };
}
