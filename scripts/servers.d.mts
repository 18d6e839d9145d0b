export function hasServer(name: string): boolean;
export function installServers(): void;
