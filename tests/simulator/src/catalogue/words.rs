//! The English words that titles and names are made from, packed by hand: one
//! word a line would fill pages.

type Words = &'static [&'static str];

pub const ADJECTIVES: Words = &[
    "Amber", "Bitter", "Blue", "Borrowed", "Bright", "Broken", "Careful", "Cold", "Copper",
    "Crooked", "Distant", "Double", "Early", "Electric", "Empty", "Faint", "Foreign", "Forgotten",
    "Gentle", "Golden", "Half-Built", "Heavy", "Hollow", "Honest", "Idle", "Invisible", "Last",
    "Late", "Little", "Lonesome", "Long", "Lucky", "Midnight", "Minor", "Narrow", "New",
    "Northern", "Old", "Ordinary", "Pale", "Patient", "Plain", "Quiet", "Rented", "Restless",
    "Rough", "Rusty", "Second", "Secret", "Silver", "Simple", "Slow", "Small", "Soft", "Southern",
    "Spare", "Stolen", "Strange", "Sudden", "Tender", "Tidal", "Tired", "Unpaid", "Velvet",
    "Violet", "Warm", "White", "Wild", "Wooden", "Yellow",
];

pub const NOUNS: Words = &[
    "Almanac", "Anchor", "Antenna", "Apron", "Atlas", "Attic", "Balcony", "Basement", "Bell",
    "Bicycle", "Bonfire", "Bridge", "Cabin", "Calendar", "Candle", "Canyon", "Carousel", "Chapel",
    "Cinema", "Circuit", "Clock", "Coastline", "Compass", "Corridor", "Courtyard", "Curtain",
    "Daylight", "Diary", "Ember", "Engine", "Estuary", "Evening", "Feather", "Fever", "Fiddle",
    "Field", "Fountain", "Garden", "Ghost", "Glasshouse", "Gravel", "Harbour", "Harvest", "Heron",
    "Hotel", "Hourglass", "Island", "Ivy", "Kettle", "Kingfisher", "Kitchen", "Ladder", "Lantern",
    "Lemon Tree", "Letter", "Lighthouse", "Machine", "Magnet", "Map", "Meadow", "Memory", "Mirror",
    "Monument", "Morning", "Mountain", "Museum", "Needle", "Neighbour", "Ocean", "Orchard",
    "Overcoat", "Paper", "Parade", "Pavement", "Pendulum", "Photograph", "Piano", "Pilot",
    "Planet", "Platform", "Pocket", "Postcard", "Promise", "Quarry", "Radio", "Railway", "Rain",
    "River", "Rooftop", "Rumour", "Satellite", "Season", "Shadow", "Shoreline", "Signal",
    "Skylight", "Snow", "Sparrow", "Staircase", "Station", "Stranger", "Suitcase", "Summer",
    "Telegram", "Telephone", "Thunder", "Ticket", "Tower", "Tunnel", "Umbrella", "Valley",
    "Violin", "Wardrobe", "Water", "Weather", "Window", "Winter", "Wire", "Workshop",
];

pub const PLURALS: Words = &[
    "Arrows", "Boats", "Bricks", "Brothers", "Cartwheels", "Chandeliers", "Commas", "Crows",
    "Doors", "Echoes", "Engines", "Excuses", "Ferries", "Fireflies", "Gardens", "Ghosts", "Gloves",
    "Holidays", "Keys", "Lamps", "Letters", "Lullabies", "Maps", "Matches", "Miles", "Mondays",
    "Neighbours", "Oranges", "Owls", "Parades", "Pigeons", "Postcards", "Questions", "Rivers",
    "Rooms", "Saints", "Shoes", "Signals", "Sisters", "Stations", "Strangers", "Swimmers",
    "Telegrams", "Tides", "Umbrellas", "Visitors", "Windows", "Winters",
];

pub const PLACES: Words = &[
    "Alder Street", "Bellhaven", "Calder Bridge", "Copperfield Lane", "Dunmore", "East Quay",
    "Elm Park", "Fallow Hill", "Fern Island", "Gallows Green", "Halfway House", "Holm",
    "Kestrel Bay", "Larkfield", "Lisbon", "Low Street", "Marrow Point", "Milltown",
    "Nightingale Road", "Oslo", "Pier Nine", "Porto", "Quarry Bank", "Rue Basse", "Saltmarsh",
    "Seven Sisters", "Silt Row", "St. Brannock", "Tangier", "the Corner Shop", "the Ferry Landing",
    "the Long Field", "the North Gate", "the Old Exchange", "the Ring Road", "the Second Floor",
    "Thornby", "Trieste", "Tromsø", "Wexcombe", "Winter Gardens", "Yarrow",
];

pub const VENUES: Words = &[
    "the Assembly Rooms", "the Boathouse", "Cooper Hall", "the Granary", "the Lamplight",
    "Paradise Hall", "the Ropeworks", "St. Olave’s", "the Velodrome", "Studio Nord",
];

pub const GERUNDS: Words = &[
    "Asking", "Borrowing", "Breaking", "Burning", "Carrying", "Chasing", "Climbing", "Counting",
    "Crossing", "Drawing", "Dreaming of", "Falling Past", "Feeding", "Finding", "Folding",
    "Holding", "Hiding from", "Keeping", "Learning", "Leaving", "Losing", "Mending", "Naming",
    "Outrunning", "Painting", "Reading", "Selling", "Singing to", "Sleeping Through",
    "Swimming to", "Waiting for", "Walking to",
];

pub const VERBS: Words = &[
    "Ask", "Blame", "Bury", "Call", "Count", "Follow", "Forget", "Hold", "Keep", "Leave", "Lose",
    "Mend", "Miss", "Move", "Open", "Paint", "Promise", "Sell", "Trust", "Wake",
];

pub const PREPOSITIONS: Words = &[
    "Above", "Across", "After", "Before", "Behind", "Below", "Beside", "Beyond", "Inside", "Near",
    "Over", "Past", "Through", "Under", "Without",
];

pub const NUMBERS: Words = &[
    "Two", "Three", "Four", "Five", "Six", "Seven", "Nine", "Eleven", "Twelve", "Seventeen",
    "Twenty-One", "Forty", "Ninety-Nine", "A Hundred", "A Thousand",
];

pub const DAYS: Words = &[
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "New Year’s Eve",
    "Midsummer",
];

pub const SENTENCES: Words = &[
    "I Left the Kettle On and Other Reasons I Came Home Early",
    "What the Lighthouse Keeper Said to the Sea When He Thought That Nobody Was Listening",
    "You Were Right About the Weather (and About Most Other Things)",
    "Everything My Grandmother Told Me About Electricity",
    "If This Is the Last Bus, Who Is Driving It?", "Please Do Not Lean on the Glass",
    "The Year We Painted All of the Doors the Same Colour",
    "A Short History of Falling Asleep on Other People’s Sofas",
    "Nobody Knows How the Telephone Exchange Works Any More",
    "Somebody Has to Be the One Who Stays and Waters the Plants", "We Could Have Been Neighbours",
    "It Rained and I Thought of the Roof", "The Piano Is Not for Sale",
    "Have You Tried Turning Round?",
];

pub const GIVEN_NAMES: Words = &[
    "Abena", "Aiko", "Alma", "Amadou", "Anouk", "Arvid", "Bela", "Callum", "Chiara", "Dara",
    "Edda", "Elif", "Emeka", "Esme", "Farah", "Freja", "Gita", "Hana", "Idris", "Imre", "Ines",
    "Isolde", "Jonas", "Juno", "Kamal", "Kaspar", "Leila", "Linnea", "Lotte", "Mads", "Maren",
    "Mateus", "Mira", "Nils", "Noor", "Odette", "Oskar", "Pilar", "Priya", "Rafael", "Rosalind",
    "Saoirse", "Selma", "Sigrid", "Solveig", "Tariq", "Tessa", "Thandi", "Viggo", "Wanda", "Yusuf",
    "Zofia",
];

pub const FAMILY_NAMES: Words = &[
    "Abernathy", "Adeyemi-Holt", "Almqvist", "Bakshi", "Bellweather", "Calloway-Ruiz",
    "Castellane", "Crowhurst", "Dragomir", "Ekwall", "Fairweather", "Ferreira-Moss", "Finch",
    "Garrow", "Haldane", "Hartigan", "Hollis-Okoro", "Ibsgaard", "Jakobi", "Kestrel", "Kowalczyk",
    "Larkin-Bey", "Lindqvist", "Marchetti", "Mbeki-Stone", "Merriweather", "Nakadai", "Novak-Hill",
    "Ostergaard", "Okafor", "Paloma", "Petrosyan", "Quist", "Rahimi", "Ravn", "Sabharwal",
    "Sandoval", "Silvera", "Strand", "Takeda-Ross", "Thorne", "Ullman", "Vasquez", "Vestergaard",
    "Whitlock", "Winterbourne", "Yilmaz", "Zamora", "Zielinska",
];

pub const GENRES: Words = &[
    "ambient folk", "art pop", "baltic jazz", "bedroom pop", "brass band", "chamber pop",
    "coastal rock", "cosmic country", "desert blues", "dream pop", "dub", "electro swing", "fado",
    "harbour soul", "indie folk", "jangle pop", "minimal techno", "modern choral", "nordic folk",
    "post-punk", "rainy day jazz", "slowcore", "synthwave", "tape music", "waltz",
];
