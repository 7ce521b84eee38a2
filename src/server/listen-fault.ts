/** Why a server cannot listen, and what to do about it. */

import { type Fault, FaultError } from '../errors';

/** The settings that name an address. */
export interface AddressVariables {
  readonly host: string;
  readonly port: string;
}

const MAIN_ADDRESS: AddressVariables = { host: 'HEXFIX_HOST', port: 'HEXFIX_PORT' };

/** By the system's code. */
const KNOWN: Readonly<Record<string, (set: AddressVariables) => Pick<Fault, 'why' | 'fix'>>> = {
  EADDRINUSE: (set) => ({
    why: 'Another program uses this port.',
    fix: `Stop that program, or set ${set.port} to a free port.`,
  }),
  EACCES: (set) => ({
    why: 'Ports below 1024 need rights that this account lacks.',
    fix: `Set ${set.port} to 1024 or higher.`,
  }),
  EADDRNOTAVAIL: (set) => ({
    why: 'This machine has no such address.',
    fix: `Set ${set.host} to one of its own addresses, or to 127.0.0.1.`,
  }),
  ENOTFOUND: (set) => ({
    why: 'Nobody knows this host name.',
    fix: `Set ${set.host} to an address of this machine.`,
  }),
};

/** The fault behind an error of `listen`, in the words of the settings that named the address. */
export function listenFault(
  error: NodeJS.ErrnoException,
  host: string,
  port: number,
  set: AddressVariables = MAIN_ADDRESS,
): FaultError {
  const code = error.code ?? error.name;
  const { why, fix } = KNOWN[code]?.(set) ?? {
    why: `The system answered ${code}.`,
    fix: `Look that code up, or try another ${set.host} and ${set.port}.`,
  };
  return new FaultError([{ what: `Cannot listen on ${host}:${port}.`, why, fix }]);
}
