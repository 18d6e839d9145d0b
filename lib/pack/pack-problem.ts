/** What is wrong with a pack, and where. `path` is a JSON Pointer into the file: `/questions/3/claims/0/accounts/1/source`. */
export type PackProblem = { readonly path: string; readonly message: string };

/** How a check tells of a problem; it goes on afterwards, so that all are found at once. */
export type Report = (path: string, message: string) => void;
