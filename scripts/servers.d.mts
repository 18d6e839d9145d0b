export function hasServer(name: string): boolean;
/** Those named, or all that are known. */
export function installServers(names?: readonly string[]): void;
