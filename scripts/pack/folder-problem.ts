/** What is wrong with a pack's source folder: in which of its files, and where in it. */

/** `path` is a JSON Pointer into the file; empty for the file as a whole. */
export type FolderProblem = { readonly file: string; readonly path: string; readonly message: string };

/** A folder that cannot be read as a pack at all; whether the pack is valid is another matter. */
export class PackFolderError extends Error {
  readonly problems: readonly FolderProblem[];
  constructor(dir: string, problems: readonly FolderProblem[]) {
    super(`${dir} is no readable pack folder:\n${problems.map(formatProblem).join('\n')}`);
    this.name = 'PackFolderError';
    this.problems = problems;
  }
}

export const formatProblem = ({ file, path, message }: FolderProblem): string =>
  `  ${[file, path].filter((part) => part !== '').join(' ')}: ${message}`;
