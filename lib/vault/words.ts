/**
 * The words of passphrases that are made up by chance: 4,096, of 4 to 8 letters. Common, none sad or rude, none begins
 * another, none becomes another by one slip of the hand. It may change: phrases are typed, never looked up.
 */
const TEXT = `
aback ability ablaze abnormal aboard abound about above abreast abroad abruptly absence absolute absorb abstract
abundant acacia academic academy accept access acclaim accord account accuracy accurate achieve acid acorn acoustic
acquire acronym across acrylic acting activate active activism activity actor actress actually acutely adage adamant
adapter adaptive addition additive address adequate adhere adhesion adhesive adjust admiral admire admit adoption
adorable adore adult advance adverse advice advisory advocacy advocate aerobic aerosol affinity affirm afford afloat
afresh again agar agave aged agency agenda agent agile agree aground ahead airborne aircraft airfare airfield airlift
airline airman airport airship airspace airstrip airtight airway airy alarm album alchemy alderman alert algebra alibi
alien alike alkaline alleyway alliance allocate alloy allure almanac almond almost aloe aloft aloha along alpaca
alphabet alpine already alright also altering amass amateur amaze amazing amber ambient ambition amend amiable amount
amplify amulet amuse amusing anaconda analogy analysis analyst analytic anatomy ancestor ancestry anchor ancient
anecdote angel angular animal animate ankle annex announce annoy annual another answer antelope antenna anthem antique
anvil anyway anywhere apart aperture apex apiece apology apparel apparent appear appetite applaud applause apple
appoint approach approval approve apricot apron aptly aquarium aquatic arcade archaic archery archive ardent arena
arguably aria armchair armpit aroma arouse arrange array arrival arrive arrow article artistic artistry artwork ascend
ashore aside asking asleep aspect aspen asphalt aspire aspiring assembly asset assign assist assume assuming asterisk
asteroid astral athlete athletic atomic atop attach attain attempt attend attire attitude attract atypical auburn
auction audience audio auditor aura author automate autonomy autumn avatar avenue average aviation avocado avoid await
awaken awarding aware away awesome awhile awkward axis axle azure bachelor backbone backdrop backhand backing backlog
backpack backside backup backyard badger bagel baggage bait bakery balance balcony bald ballad balloon ballot ballpark
ballroom bamboo banana bandage bandit banjo bankroll banner banquet barber barefoot bargain barge baritone bark barley
barman baroness barrel basalt baseball baseline basement basic basilica basket bathe bathroom bathtub baton battery
bazaar beacon beam bearable beard beauty become becoming bedrock bedroom bedside bedtime beech beehive beep beetle
before befriend beginner behalf behave behind beige being belated believer belly belong beloved below belt bend
beneath benefit beret berth between beyond bicycle bidder billion binary biology bionic birch birdie birthday biscuit
blade bland blanket blast blazer blazing bleak blender blending blessing blimp bliss blizzard blob blockage blocking
blogger blonde bloom blossom blouse blower blowout bluebird blunt blur boarding bobcat bodily body boiler boiling
boldly bonanza bonding bone bonfire bongo bonnet bonny bonsai bonus boogie bookcase booklet bookmark bookshop booming
booster boot border borough borrower boss botanist botany both bottle bottom boulder bouncer bouncing boundary bounty
bouquet boutique bowl boxer boxing boycott boyhood bracelet bracing bracket braid branding brass bravery bravo breadth
breakage breaker breaking breathe breeder breeze brewery brick bridal bridle briefing briefly brighten brightly brim
bringing brisket brittle broaden broadly broccoli brochure broker bronze brooch brook brother brownie brownish browser
browsing brushing bubbling bubbly bucket buckle budget buffalo buffer buggy builder building buildup bulb bulky
bulldog bulletin bunch bundle bungalow bunk buoy burger burn burrow burst bushel business bustle bustling butter
button buyer buying buyout buzzard buzzer buzzing bypass byte cabbage cabin cable cactus cadet caffeine calcium
calendar calf caller calming calmly calorie camel camera campaign campfire camping campsite campus canal canary cancel
candle candy canine canister canoe canopy canteen canyon capable capacity cape capital capsule captain capture caramel
caravan cardigan cardinal career carefree careful cargo caribou carnival carousel carpet carrier carrot carry cartoon
carve carving cascade cashew cashier casino cassette casting castle casually catalyst catapult catcher catching catchy
category catering catfish catwalk cauldron causeway causing caution cautious caveman caviar cease cedar ceiling celery
cellar cello cement census central century ceramic ceremony certain certify chainsaw chairman chalet chalk chamber
champion change changing channel chant chapter charcoal charger chariot charisma charming chaser chatty cheaply
checkout checkup cheddar cheeky cheerful cheering cheese cheetah chef chemical cherish cherry chess chestnut chewing
chewy chicken chiefly childish chill chime chimney chin chirp chisel chivalry chloride choice choir choose choppy
choral chord chorus chrome chuckle chump chunky churning chute cilantro cinema cinnamon circle circuit circular circus
citadel citation citizen citrus city civic civilian civility claim clarinet clarity clasp classic classify classy clay
cleaner cleanse cleanup clearing clearly clerical clerk clever client cliff climate climatic climber climbing clinical
clip cloak clog cloister clone closely closer closest closing clothe clothing cloudy clout clown club cluster clutch
coaching coal coarse coastal coaster coating cobra cockpit cocoa coconut cocoon code coffee coinage coincide cold
collapse collect college collide colossal column combine combo comeback comedian comedy comet comfort comfy comical
coming command comment commerce commit common communal commute compact company compare compass compile complete
complex comply composer compost compound compress computer comrade concept concern concise conclude concrete condor
confetti confirm confuse connect consent conserve consider consist console constant consult consumer contact contain
contend context continue contrary contrast convert convex conveyor convince convoy cookbook cooker coolant cooling
copper copycat copying cordial cordon corner corny corolla correct corridor cosmetic cosmic costly costume cottage
cotton couch coughing council counter counting country couple coupling coupon courage courier court cousin coverage
covering cowboy cowgirl coyote crackle cradle crafty cram crane cranky crater craven crawling crayon create creative
creature credible credit creek creeping crescent crest crew cricket crimson critical critter crochet crock crop
crossbow crossing crowd crucial cruiser crumb crunch crusader crystal cube cubic cuckoo cucumber cuddly cuisine
culinary cultural culture cunning cupboard cupcake curator curing curious curly currency current cushion custody
custom cutlery cutoff cutout cycle cyclical cycling cyclist cyclone cylinder cypress dahlia daily dainty dampen dance
dancing dangling dapper daring darken dart database daughter daybreak daydream daylight daytime dazzle dazzling
dealing debut decency decent decide deciding decimal decipher decision decisive deck declare decline decorate decoy
decrease deepen deeply defect defender define defining definite degree delay delegate delete deletion delicacy
delicate delight delivery delta deluxe demand denim densely density dentist depart depend depict depot depth deputy
descend describe design desire desktop despite dessert destiny detach detail detector detour develop device devote
devotion diagnose diagonal diagram diameter diamond diaper diary diesel dietary differ diffuse digest digger digital
dignity dilemma diligent dill diminish dingo dining dinosaur diploma directly director disciple discount discover
discreet discuss dish dispatch dispense display distance distant distinct district ditto diverse divide division
doable docking doctor doctrine document dodger dollar dolphin domain domestic dominant dominate dominion domino donate
donation donor doorbell doorman doorstep doorway dorm doubling doubly doubtful dough downhill downing download
downplay downpour downtime downtown downturn downward dozen drafting dragon drainage draining drake drama drawback
drawer drawing dreamer dreamy dress dribble drilling drink driver driveway driving drizzle drone drummer dryness
drywall duality duchess duchy duct duel dugout durable duration dusk duty duvet dwarf dwelling dynamic dynasty each
eagerly eagle early earring earthen earthly easily easing eastward easy eater ebony echelon echo eclipse economic
economy edging edgy edible editing edition editor educate educator effect effort eggplant eighteen eighth either eject
elbow elderly eldest election elective electric elegance elegant element elephant elevate elevator eleven eligible
eloquent email embark embassy emblem embrace emerald emerge emerging emotion emphasis employee emporium empower empty
enable enabling enact enamel encoding encore ended ending endless endorse endure energy enforce engage engaging engine
enhance enjoy enlarge enlist enormous enough enrich ensemble ensuing entering enticing entire entrance entrant entry
envelope enviable envision epic episode episodic equality equally equation equator equip equity erosion errand
escalate espresso estate esteem estimate etching eternity ethical euphoria eureka euro evaluate evening evenly
eventful eventual every evidence exactly examine example excel excess exchange exciting exercise exhibit existent
existing exit exotic expand expect expedite expense explain explore export exposure express extent exterior external
extra extreme eyeball eyebrow eyelash eyelid eyeliner eyesight fabric fabulous facade facelift facial facility facing
factory factual faculty fairly faith falcon familiar family famous fanciful fancy fandom fanfare fantasy faraway
farewell farmland fashion fasten fastest faucet feasible feast feature federal fedora feedback feeder feeding feel
fellow fence fencing fennel fern ferry fertile festival festive fetch fewer fewest fiddle field fiesta fifteen fifth
figure figuring filing fillet film filter finale finalist finally finance find finely finish firefly fireman firewall
firewood firework firmly firmware first fishery fishing five fixed fizz flagship flair flamenco flamingo flannel flap
flare flashing flashy flask flatten flattery fleece fleeting flexible flicker flight flimsy flint floating flock flood
flooring floppy floral florist floss flourish flowery flowing fluency fluent fluffy fluid flurry flush flute flutter
flyer flyover flywheel foam focal focus fodder foggy foliage folklore follower fondly footage football foothold
footing footnote footpath footwear footwork forage force forcibly forearm forecast forehead foreign foremost forestry
forever foreword forget forging forgive forklift formally format former formula fortify fortress fortune forty forum
forward fossil foundry fourteen fourth foxy fracture fragile fragment fragrant frame framing frankly freedom freely
freeway freezer freezing freight frequent freshen freshly freshman friend fringe frog frontage frontier frosty froth
frown fruit frying fully fumble function funding funky furnace furnish furthest fuse fusion fussy future fuzzy gadget
galactic galaxy gallery gallon galore game gaming gamma garage gardener garland garlic garment garnet garnish gateway
gather gauge gazelle gazette gearbox gecko geek gemstone general generate generic generous genius genre gentle genuine
geology geometry gesture getaway geyser giant giddy gift gigantic gimmick giraffe giveaway giving glacier gladly
glance glass glaze gleaming glimmer glimpse glitch glitter global globe glorify glorious glory glossary glossy glow
glue gnome goalie goat gobble goblin going golden goldfish golfer golfing gondola goose gorgeous gosling gourmet
governor grab grace gracious gradient gradual graduate grain grammar grandad grandeur grandma grandson granite granola
granular graphic graphite grasping grassy grateful gravity gravy grazing greater greatest greatly greenery greenish
greeting gridlock grill grinder grip gritty grizzly grocery grooming groovy grotto grouping grove growing growl growth
grumble guard guess guidance guide guiding guild guitar gulf gymnast habitat habitual haircut hairpin halftime halfway
hall hammer hammock hamster handbag handball handbook handful handheld handler handling handmade handout handset
handsome handyman hangar happen happily happy hardback harden hardline hardly hardware hardwood harmonic harmony
harness harp harvest hash hassle haste hatchery hauling haven hawk hawthorn haystack hazel headband headgear headline
headset headway healer healthy heart heath heating heavenly heavily heavy hectare hectic hedgehog hefty height heiress
helium helmet helper helpful helping hemp henna herald herbal here heritage heroic heroine heroism heron hibiscus
hiccup hickory hideaway hiding higher highland highly highway hilarity hillside hilltop hilly hinge hint hippie hippo
historic history hitter hobby hoist holding holiday holistic hollow holster homeland homemade homepage hometown
homework honest honorary hoof hooray hopeful horizon horn horseman hospital hostel hostess hotly hourly house housing
howdy however howling huge humane humanist humanity humbly humid humility humorous humpback hundred hunter hunting
huntsman hurdle hurrah hurry husky hutch hybrid hydra hydrogen iceberg icing icon idealism ideally identity ignite
ignition illusion image imagine imitate immense impact impala implant impress imprint improve impulse incident include
income incoming increase indeed index indicate indigo indirect indoor inducing indulge industry infield infinity
inflow info infrared inhabit inhale inherit initial inlet inner inning innovate input inquire insert inside insight
insignia inspect inspire install instance instant instead instinct instruct intact integer intense intent interact
intercom interior internal intrigue intro investor invite inviting invoice involve ironic ironing irony island isolate
issue issuing itch ivory jacket jackpot jade janitor jargon jasmine javelin jazz jersey jewel jigsaw jingle jockey
joining jointly joke joking jolly jolt journal journey joyful joyous joystick jubilee judge judo juggle juggling juice
jukebox jumbo jumper jumping jumpsuit junior juniper junkyard justify kale kangaroo karaoke karate kayak keen keeper
keeping kernel ketchup kettle keyboard keyhole keynote keystone kicker kickoff kidney kilowatt kimono kindly kingdom
kingship kiss kitchen kite kitten kiwi knack knee knight knitting knocking knot knowing knuckle koala label lacrosse
lagoon lake lamb landfill landing landlady landline landlord landmark language lantern laptop lard largely larger
laser lately latency latest latex latitude latte lattice laugh launcher laundry laurel lava lavender lavish lawful
lawmaker lawn lawyer layout lazy leaflet leafy league leap learner learning leash leave leaving lecture ledger
leftover legacy legality legally legend legion lemon lengthen lengthy leopard less letter lettuce level leverage
liberty library licensee lifeboat lifeline lifelong lifespan lifetime lighter likely likewise liking lilac lily
limerick limit limo linden lineman liner lineup linkage lipstick liquid listen listing literal literary literate
lizard llama loader loading loaf lobbyist lobster locality locally locate locating location locker locust lodge lofty
logic logo lollipop longer longest longing longtime looking lookout loophole loosen lottery lotus loudly lounge
lovable lovely lovingly lowering lowest lowland loyal luckily lucky luggage lukewarm lullaby lumber luminous lunar
luncheon luxury lynx lyrical lyricist macaroni machine mackerel macro madly magazine magenta magical magician magnetic
magnify magnolia magnum magpie mahogany mailbox mailing mailman mainland mainline mainly maintain majestic majesty
majority maker makeup mallard malt mambo mammal mammoth manager mandolin mango mangrove manhole mansion mantra
manually maple marathon marble marching mare margin marigold marinade maritime markedly market marking marksman maroon
marriage marshal marvel mascara mascot mask mason massive material matrix mattress maturity maverick maximum maybe
mayor meadow meal meaning meantime measure meatball meatloaf mechanic median mediator medical medicine meditate medium
medley meeting melodic melody melon member membrane memorial memory mentally mention mentor menu merchant mercury
merely merger meringue merit mermaid mesh message messy metallic meteor method metric metro midday midnight midpoint
midweek mighty migrate mild mileage mime mimic mince mindful mineral minibus minimal minimum minister ministry minivan
minstrel minus minute miracle mirage mirror mismatch missing mission mixer mixing mixture mobile mocha modem moderate
modern modesty modify modular module moisture moment monarch monitor monsoon montage monthly monument mood moral
moreover morning mosaic mosquito most motel motif motivate motive motorist motorway motto mound mountain mouth
movement movie moving muddy mulberry mulch mule mullet multiple murmur muscular museum mushroom mushy musical musician
mustang mustard mutual myrtle mystery mystique myth nacho namely namesake nanny napkin narrator narrowly native
nativity natural nature nautical navel navigate navy nearby nearer nearest neatly nebula necklace nectar needle nephew
nerve network neutral neutron never newborn newcomer newly next nicely nickel nickname niece nifty nimble nineteen
ninety ninja ninth nobleman noisy nomad nominee nonstop noodle nook normal northern nose nostril notably notch
notebook notepad notice notify noun nourish novelist novella novelty nozzle nucleus nugget numeric numerous nursery
nursing nurture nutmeg nutrient nutshell nutty nylon oasis oath oatmeal object observe obvious occasion occupant
occupy occur ocean octagon octane octopus oddity oddly offbeat offering office official offload offshoot offshore
offside often ointment older olive omega once ongoing onion online only onset onshore onward opaque opening openly
operate operator opinion opponent opposite optic optimal optimism optimum option orally orange orbit orchard orchid
ordering orderly ordinary oregano organic organist origami original ornament osprey ostrich other outback outbound
outcome outcrop outdated outdoor outer outfield outfit outgoing outlast outlet outline outlook outpost output outreach
outright outside outward outweigh oval ovation oven overall overcast overcoat overcome overdue overflow overhaul
overhead overland overlap overload overlook overly overpass override oversee overtake overtime overturn overview owing
owned oxygen oyster ozone package packer page pagoda pail painter painting pairing paisley palace palette pamper
pamphlet pancake panda panel panorama panther papaya paprika parade paradise paradox parallax parallel parcel pardon
parent parka parkway partial parting partly partner passage passing passport password pasta pastel pastime pastor
pastry pathway patience patient patio patron pattern pause pavement pavilion paving payable paycheck payday payload
payment payroll peaceful peacock peak peanut pearl pebble pecan peculiar pedal pedestal peeling pelican pellet pencil
pendant pendulum penguin pension people pepper percent perch perfect perform perfume period perky permit personal
persuade petrol pharmacy phase phonetic phony photo physical pianist piano piccolo pickle pickup picky picnic picture
piercing pigeon piggy piglet pigment pile pilgrim pillar pillow pilot pinball pinch pinnacle pinpoint pinto pioneer
pipeline piper piping pirate piston pitcher pitching pivotal pixel pixie pizza pizzeria plaid plainly planet plankton
planner planting plaque plaster plastic plateau platform platinum playback player playful playing playlist playmate
playoff plaza pleasant please pleasing pleasure pledge plenty ploy pluck plug plumage plumbing plume plummet plural
plywood pocket podcast podium poem poetic poetry poise poker polar policy polio polish polite politic polka pollen
polygon poncho pond ponytail pool popcorn popular populate pork porridge portable portal portion portrait portray
posing position positive possible possum postage postcard postcode postman postpone posture potato pounce pouring
powder powerful prairie praise praising prawn precise predict preface prefer preheat premier prepare presence pressing
pressure prestige presto pretend pretzel prevent preview previous pricey pricing primary prime primrose princess print
priority priory prism privacy private probably probing problem proceed process producer product profile profit
profound progress project prologue prolong promise promote prompt pronoun pronto proof propel property proposal
propose prose prospect prosper protein protocol proton proud provide province public publish pudding puddle puffy
pulley pulling pulse puma pumpkin puncture pupil puppet puppy purchase puree purely purity purple purpose pursue
pursuing pursuit puzzle puzzling pyramid python quad quaint qualify quantity quantum quarry quarter quartz queen
quench query question queue quicker quickest quickly quietly quilt quince quirky quiver quiz quote rabbit racer rack
radar radial radiance radiant radiate radiator radio radish radius raft raider raiding railroad railway rainbow
rainfall rainy raisin rallying ramble rambling ramp ranch randomly ranger ranging rapid rarely ratchet rate rating
rattle ravioli razor reaction reactor readable reader readily reading ready realism reality really realm reappear
reason reassure rebound rebuild recall recap recast receipt receive recently receptor recharge recipe recital reckon
reclaim record recount recovery recreate recruit recycle reddish redefine redesign redirect redness reduce reducing
redwood reef referee refill reflect reflex reform refrain refresh refuel refuge refund refusal regal regard regatta
reggae regimen regional register registry regroup regular regulate rehearse reigning reindeer reinvent reissue rejoice
relate relation relative relax release relevant reliable reliance relic relief relieve relish reload relocate rely
remain remake remark rematch remedy remember remind remodel remotely removal remove rename renewal renewing renovate
rental renting reopen repair repeat replace replay replica reporter reprint reptile request require reread rerun
resale rescue research resell resemble reserve reset resident resin resist resolve resonate resort resource respect
respond response restart restful restock restore restroom result resume retainer rethink retire retiring retrieve
return reunite reusable reuse revamp revenue reversal reverse revert reviewer revision revisit revival revive reviving
rework rewrite rhino rhubarb rhyme rhythm ribbon rice richly ridge rightful ringside ripple rising risky rival
roadside roadster roadway roar roasting robotic robust rocky rodeo roller rolling romance romantic roofing rooftop
rookie roommate roost rosebud rosemary rosewood rosy rotary rotate rotation rotor roulette rounder roundup route
routine rover royalty rubber rubbish rubble rudder rugby rugged ruler ruling rundown runner runoff runway rural rustic
rusty saddle safari safety saffron saga sailboat salad salami salary salesman saline salmon salsa salty salvage samba
sample sampling sandal sandbox sandman sandwich sane sanity sapphire sass satchel satin satisfy saucepan saucy sauna
sausage saver savvy sawdust sawmill saying scaffold scale scaling scallop scanner scarab scarf scarlet scatter
scenario scenery scenic scent schedule scheme scholar school science scissor scoop scooter scorer scoring scorpion
scotch scouting scrape scraping scratch screen script scroll scrub scuba sculptor seabed seaboard seafood seaman
seaport seashore seaside seasonal seat seaweed second secrecy secret section sector secure security seedling seeker
seeking seem segment seldom select selfish sellout semester semi sender senior sense sensible sensing sensory sentence
sentinel sequel sequence serenade serene serenity serial serious serpent server service serving sesame session setback
settler settling setup seven several sewing shadow shaft shaggy shaker shaking shallow shampoo shamrock shanty shape
shark sharper sharply shawl sheen shelf shelter shepherd shield shifting shilling shingle shining shiny shipment
shipyard shire shock shoe shopper shortage shortcut shorten shortly shoulder shout shovel showcase showdown shower
showing showroom shrimp shrine shuffle shutdown shutout shutter shuttle sidebar sidekick sideline sideshow sidewalk
sighting signal signify signing silence silent silky silo silver similar simplify simply sincere singer singular
sinkhole sister sitcom sixteen sixth size sizing sizzle sizzling skater skating sketch skier skiing skillet skim
skinny skipper skirt skylight skyline slalom slant slate sled sleeper sleeping sleepy sleeve sleigh slide sliding
slightly sling slogan sloth smaller smart smell smile smiling smoky smoother smoothie smoothly smudge snail snappy
snapshot sneeze sniff snippet snooze snore snowfall snowman snowy snug soak soapy soaring soccer sociable social
society soda softball softly software soil solely solidify solidly solitary solitude soloist solution solve solving
somebody someday somehow someone sometime somewhat sonar song sonic sooner soothe soothing soprano sorcerer sort
soulful sounding soup source southern souvenir soybean space spacing spacious spaniel sparkle sparrow sparsely spatula
speaker speaking spear special specific specify specimen speck spectrum speech speeding speedway speedy spelling spend
sphere spicy spider spinach spine spinner spiral spirit splash splendid splice splinter splurge spoiler spoiling
sponge sponsor spoof spoonful sporting sporty spot spray spread spree sprinkle sprout spruce spur squadron squarely
squash squeaky squeeze squid squint squire squirrel squishy stable stack stadium staff stage staging staining stairway
stallion stamp stance standard standby standing stardom starfish starry starter starting startup stash stately static
station stature status stay steadily steady stealthy steamer steaming steel steering stellar stencil step stereo
steward sticker sticky still stingray stir stitch stocking stomach stone storage stork stormy stow straddle straight
strain strange strategy straw streak street strength stretch strictly striker striking string strive stroke strongly
stub student studio studying stuffing stuffy sturdy style stylish sublime subsidy subtitle subtle subtract suburban
suburbia subway succeed success such suddenly suede sugar suggest suitable suitcase summary summer summit summon
sundae sunlight sunny sunrise sunroof sunset sunshine supplier supply support supreme sure surface surfer surfing
surname surpass surplus surprise surrey surround surveyor survival survive survivor sushi suspense swan swarm swatch
sweater sweep sweeten sweetie swiftly swimmer swimsuit swinging swirl swish swivel sword sycamore syllable syllabus
symbol symmetry sympathy symphony symptom sync syrup system tabby tablet taco tactic tailgate tailor takeoff takeout
takeover taking talent talk tally tandem tanker tapering tapestry target tarmac tasteful tasty tavern taxable taxation
taxonomy teacher teaching teammate teamwork teapot teaser teaspoon tech teeny telecast telegram teller telling
telltale temper tempest template temple tempo tempting tenant tendency tennis tenth terminal terrace terrain terrier
testify testing textbook textile textual texture thankful thaw thematic theme then theorem theorist theory therapy
thermal thick thigh thing thinker thinking thinly third thirst thirteen thirty thorny thorough though thousand thread
three thrifty thriller thrive thriving throat throne throw thrush thumb thunder thus ticket ticking tidal tidy tiger
tighten tightly tilt timber timeline timely timing tinder tingling titanium title toad toast today toddler tofu
together toggle token tolerant toll tomato tomorrow tonal tongue tonight tonnage toolbox tooth topaz topic topple
torch tornado torrent tortilla tortoise totality totally totem touching tour tower town toying tracker tractor trade
trading traffic trailer trailing trainee tranquil transfer transit travel tray treasure treat treble trek trend
triangle tribune trickery trickle tricky tricycle trillion trilogy trio tripod triumph trivial trolley trombone trophy
tropical trot true truffle truly trumpet trunk truss trustee trusting truth tryout tuba tubing tuck tuition tulip
tungsten tunnel turbine turf turkey turmeric turner turning turnip turnout turnover turnpike turtle tutorial tuxedo
tweak tweet twelfth twelve twenty twice twilight twinkle twisting twofold tycoon typeface typhoon typing typo ukulele
ultimate ultra umbrella umpire unaware unbeaten unbiased unbroken uncle uncommon uncover uncut undated underdog
undergo undersea uneven unfold unharmed unheard unicorn uniform unifying unique unison unitary unite uniting universe
unknown unleash unlike unlock unmarked unnamed unpack unplug unravel unreal unsigned unsolved unsure untapped untested
untitled unusable unused unusual unwind unwise upbeat upcoming update updating upfront upgrade uphill upkeep upland
uplift upload upright uprising upscale upside upstate upstream uptake uptown upward urban urgent urging usage used
useful usher using usually utility utterly vacancy vacant vacation vacuum valet valiant validate validity valuable
value vanilla vanish variable variety various varsity vary vase vastly vault vegan veggie vehicle velocity velvet
venison venture veranda verb verify verse version vertex vertical vessel veteran viaduct vibe vibrant vibrate vicinity
victory video viewer viewing vigilant vigorous village vinegar vineyard vintage vinyl viola violet violin viral virtue
virtuoso visible vision visiting visitor vista visual vitality vitamin vivid vocalist voice voicing volcanic volcano
volley voltage volume voter voting voucher vowel voyage wacky wafer waffle waitress waiver walker walking walkout
walkway wallet wallow walnut walrus waltz want wardrobe warmer warming warmly warmth warn warranty warrior washer
washing watchdog watchful watchman waterway watery wave waxing wayside wealth wearing weasel weather weaver webcam
website wedding wedge weekday weekend weekly weighing weighty welcome welfare westward wetland whale wharf wheat wheel
whiff whim whirl whisk whisper whistle wholly whoop widely widening widget width wildcat wildlife wildly willing
windfall winding windmill window windy winery wingspan wink winter wire wiring wisdom wishful withdraw withhold within
witty wolf wonder wondrous wooden woodland woodwork woody wordplay workable workbook workday worker workflow working
workload workout workshop world wormhole worthy wrapper wrench wrestler wrinkle write writing yacht yardage yearbook
yearn yelp yeti yielding yoga yolk young youthful yummy zebra zero zest zigzag zinc zipper zodiac zoning zoology zoom
zucchini
`;

export const PASSPHRASE_WORDS: readonly string[] = TEXT.trim().split(/\s+/);
