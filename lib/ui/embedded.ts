/** Whether a view stands within another page of ours, which has the landmarks and the doors already. */
import { createContext } from 'preact';

export const Embedded = createContext(false);
