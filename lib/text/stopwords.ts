/** English words that carry no topic: function words, and the verbs by which news attributes anything to anybody. */
const WORDS = `
a about above after again against ago all almost along already also although always am among an and another any anyone
anything are around as at away back be became because become been before began behind being below between both but by
came can cannot come could did do does doing done down during each either else enough even ever every few first for from
further get give given go going got had has have having he her here hers herself him himself his how however i if in
indeed instead into is it its itself just keep kept know known last later least less let like likely made make many may
maybe me might mine more most much must my myself near need neither never new next no nor not nothing now of off often on
once one only onto or other others otherwise our ours ourselves out over own part per perhaps put quite rather really same
say saying says said second see seem seemed seems seen several shall she should show since so some something sometimes
soon still such take taken tell tells than that the their theirs them themselves then there therefore these they thing
things think this those though three through thus to together told too took toward towards two under until up upon us use
used using very via want was way we well went were what whatever when where whether which while who whole whom whose why
will with within without would yes yet you your yours yourself yourselves
added according adding asked called calling cited claimed noted quoted reported reportedly stated
aren't can't couldn't didn't doesn't don't hadn't hasn't haven't he'd he'll i'd i'll i'm i've isn't it'd it'll shouldn't
that'd they'd they'll they're they've wasn't we'd we'll we're we've weren't who'd who'll won't wouldn't you'd you'll
you're you've
`;

export const STOP_WORDS: ReadonlySet<string> = new Set(WORDS.trim().split(/\s+/));
