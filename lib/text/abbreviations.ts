/**
 * Words with a full stop that need not end a sentence, as data. Written without their last stop and as they stand in
 * running text; a word in capitals is looked up with a capital first letter.
 */
const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Bound to the word that follows: titles, “for example”, “against”. A sentence does not end in them. */
export const BINDING = words(`
  Mr Mrs Ms Mx Messrs Dr Drs Prof Gen Lt Col Maj Capt Cmdr Cdr Comdr Adm Sgt Cpl Pvt Brig Sen Sens Rep Reps Gov Govs
  Pres Hon Rev Msgr Amb Supt Insp Det Atty Mt Ft Fr Br Sec Mme Mmes Mlle Mlles Mgr MM Sr Sra Sres Srta Dra Dña Exmo
  Exma Lic Ing Arq Gral Cnel Tte Sig Dott Avv Hr Hrn Frl Dipl EE JJ ul św
  vs cf viz ca approx bzw bzgl sog vgl ggf evtl inkl einschl zzgl insb ej ex env incl Mio Mrd Tsd
  им ул см напр проф ген акад
  e.g i.e z.B d.h u.a p.ex p.ej c.-à-d v.a o.ä т.е т.н`);

/** Before a number part of it (“No. 10”, “p. 5”); elsewhere an ordinary word. */
export const BEFORE_NUMBER = words(`
  No Nos no nos nr Nr n núm Núm nº Nº p pp pg pag pág págs vol Vol vols fig Fig figs sect ch Ch chap Chap art Art arts
  para par Abs Abb Bd Kap Rn ap App ver est c r т стр рис гл ст`);

/** May end a sentence: it does where a word follows that opens one (“in the U.S. The…”). Dotted ones need no entry. */
export const OPEN = words(`
  Inc Ltd Corp Co Cos Bros LLC Plc plc Cie Cía Jr St Ste Ave Blvd Rd Hwy Dept dept Univ Assn Assoc Intl Natl govt Govt
  Mfg Esq etc al usw u.s.w ecc ff ft lb lbs oz mi hr hrs min mins sec secs max UU OO av Av Avda Str Pl
  Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Penn
  Tenn Tex Vt Va Wash Wis Wyo Ont Que Alta
  г гг в вв тыс млн млрд руб др долл`);

export const MONTHS = words(`
  Jan Feb Febr Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec January February March April May June July August September
  October November December Januar Februar März Mai Juni Juli Oktober Dezember Jänner`);

/** Months that are written with a stop before the day. */
export const SHORT_MONTHS = words(`
  Jan Feb Febr Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Okt Dez janv févr avr juil sept oct nov déc ene abr ago dic`);

export const SHORT_WEEKDAYS = words(`Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun`);

/** After “5 p.m.”: still the same sentence. */
export const TIME_COMPANIONS = words(`
  Monday Tuesday Wednesday Thursday Friday Saturday Sunday Today Tomorrow Eastern Central Pacific Mountain Greenwich
  GMT UTC EST EDT ET CET CEST EET EEST BST MSK PT PST PDT CT CST CDT MT`);

/** Words that, with a capital, hardly stand anywhere but at the beginning of a sentence. */
export const STARTERS = words(`
  The This That These Those There Then Thus They He She It It’s It's He’s He's She’s We You I His Her Its Their Our My
  Your A An In On At By For From With Without Within After Before During Since Until While When Whenever Where Why Who
  What Which How If Unless As But And Or Nor So Yet However Although Though Because Despite Meanwhile Moreover
  Nevertheless Nonetheless Furthermore Also Still Instead Indeed Perhaps Some Many Most Several All Both Each Every
  Another Other Others Not Now Once Here Such To Under Over Between Among About Against According Around Even Only Just
  Today Yesterday Later Earlier Last Next Asked Speaking Given Let’s Let's Please
  Il Elle Ils Elles Ce Cette Ces Mais Et En Dans Pour Par Sur Avec Selon Après Une Des Cela Puis
  Pero Según Con Para Desde Este Esta Estos Esas También Además Sin Tras Una Ella Ellos
  Der Die Das Dem Den Ein Eine Einen Er Sie Es Wir Im Am Aber Und Auch Nach Mit Bei Seit Doch Dabei Dann Diese Dieser
  Dieses Zudem Nun Wenn Als Wie Für Von Zu
  Um Uma Em Mas Segundo Ele Ela Eles Depois Isso Não
  В Во На Но И Он Она Они Это Мы По При После Однако Также С Со Как Что`);

/** Openers that are also the first part of a surname or a dotted name: they open a sentence only after “U.S.”-like words. */
export const STARTERS_NOT_AFTER_INITIALS = words(`El La Los Las Le Les Un O Os As A An Am Den Der Von Zu Im Di Da I`);

/** A single capital after one of these is a label (“Plan B”, “World War I”), not an initial. */
export const LABELS = words(`
  War Plan Vitamin vitamin Group Type type Phase phase Part Act Class Hepatitis hepatitis Section Title Appendix Zone
  Option option Team Model Category Schedule Exhibit Bloc than am`);

/** After “?” or “!” and a closing quotation mark: who spoke is still being said. */
export const SPEECH = words(`
  asked said says replied wondered demanded shouted cried exclaimed told wrote added insisted joked tweeted posted
  responded answered queried quipped warned declared continued`);

/** German words between which and a noun “3.” is an ordinal. */
export const ORDINAL_LEADS = words(`
  am Am im Im vom Vom zum Zum beim Beim dem den der des das Der Das seit Seit bis ab Ab und einem einer`);

/** Ends of host names: “Booking.Com” is not page damage. */
export const HOST_ENDS = words(`Com Net Org Co Uk Ru Js Io Ai Tv Ua De Fr Eu Info Gov`);
