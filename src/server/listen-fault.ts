/** Why a server cannot listen, and what to do about it. */

import { type Fault, FaultError } from '../errors';

/** By the system's code. */
const KNOWN: Readonly<Record<string, Pick<Fault, 'why' | 'fix'>>> = {
  EADDRINUSE: {
    why: 'Another program uses this port.',
    fix: 'Stop that program, or set HEXFIX_PORT to a free port.',
  },
  EACCES: {
    why: 'Ports below 1024 need rights that this account lacks.',
    fix: 'Set HEXFIX_PORT to 1024 or higher.',
  },
  EADDRNOTAVAIL: {
    why: 'This machine has no such address.',
    fix: 'Set HEXFIX_HOST to one of its own addresses, or to 127.0.0.1.',
  },
  ENOTFOUND: {
    why: 'Nobody knows this host name.',
    fix: 'Set HEXFIX_HOST to an address of this machine.',
  },
};

/** The fault behind an error of `listen`. */
export function listenFault(error: NodeJS.ErrnoException, host: string, port: number): FaultError {
  const code = error.code ?? error.name;
  const { why, fix } = KNOWN[code] ?? {
    why: `The system answered ${code}.`,
    fix: 'Look that code up, or try another HEXFIX_HOST and HEXFIX_PORT.',
  };
  return new FaultError([{ what: `Cannot listen on ${host}:${port}.`, why, fix }]);
}
