/** How often the long tests go round: once in `npm test`, as often as asked in `npm run soak`. */
export const ROUNDS = Math.max(1, Number(process.env.PARALLAX_ROUNDS ?? 1) || 1);
