//! What the playlists that are there from the start are called.

/// Playlists of the first demo account's own, in the order it keeps them, each
/// with how many are in it.
pub const OWN: &[(&str, usize)] = &[
    ("Sunday Kitchen", 64),
    ("Late Trains", 112),
    ("Everything, Always", 10_000),
    ("Songs With a Door in Them", 31),
    ("Rain on the Skylight", 87),
    ("For the Bicycle", 45),
    ("Mum’s Birthday, Quiet Bits", 28),
    ("静かな夜", 52),
    ("Choirs & Drones", 39),
    ("Tape Hiss", 73),
    ("First Coffee", 120),
    ("Long Drive North", 204),
    ("Fado for Beginners", 36),
    ("Brass!", 41),
    ("Ironing", 58),
    ("Things Nadia Played Me", 22),
    ("موسيقى هادئة", 27),
    ("To Sort Later", 318),
    ("Winter Swims", 33),
    ("Three-Minute Wonders", 150),
    ("Waltzes Only", 19),
    ("Cover Versions I Prefer", 24),
    ("The Corner Shop Radio", 66),
    ("Songs Under Two Minutes", 17),
    (
        "A Playlist With a Name So Long That It Can Hardly Be Read in One Line Anywhere",
        12,
    ),
    ("Dinner, Four People", 48),
    ("Slow Dances", 29),
    ("Headphones on the Ferry", 95),
    ("Old Phone", 61),
    ("Just the Three", 3),
    ("New Name Pending", 0),
];

/// Playlists of others that it follows.
pub const FOLLOWED: &[&str] = &[
    "Harbour Radio: This Week",
    "Boathouse Sessions, Complete",
    "Nordic Folk Now",
    "Post-Punk Pavement",
    "Office Without Windows",
    "Desert Blues Primer",
    "Lisbon to Tangier",
    "Baltic Jazz After Midnight",
    "Slowcore Sundays",
    "Cycling Home, Downhill",
    "The Velodrome Hour",
    "Minimal Techno for Washing Up",
    "Half-Remembered Choruses",
    "Studio Nord Essentials",
    "Modern Choral",
    "Electro Swing Revival",
    "One Take Only",
    "Coastal Rock",
    "Letters From Trieste",
    "Dub Cellar",
    "Piano, Nothing Else",
    "Fireflies & Fiddles",
    "Ana Duarte Trio and Friends",
    "Jangle Season",
    "Songs for a Rented Room",
    "Bedroom Pop Weekly",
    "Synthwave Service Station",
    "Cosmic Country",
    "Night Bus, Upper Deck",
    "Kitchen Table Classics",
];

/// Playlists it makes with others.
pub const SHARED: &[&str] = &[
    "Flat 3 Common Room",
    "Choir Warm-Up",
    "Wedding: Requests",
    "Road Trip (add yours!)",
    "Book Club Soundtrack",
    "Saturday Five-a-Side",
    "Maren + Ada",
    "Studio Days",
];

/// Playlists of the other demo accounts.
pub const ELSEWHERE: &[(&str, &str, usize)] = &[
    ("bob", "Bob’s Big Ones", 44),
    ("bob", "Gravel & Water Towers", 26),
    ("bob", "Running, Badly", 35),
    ("cleo", "unsorted", 9),
];

pub const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Descriptions as HTML; most playlists have none.
pub const DESCRIPTIONS: &[&str] = &[
    "Rock &amp; roll, mostly &quot;slow&quot;. Don&#x27;t shuffle.",
    "Updated every Friday. More at <a href=\"https://radio.example/week\">radio.example</a>.",
    "Songs &lt; 3 minutes, voices &gt; guitars",
    "What was on in the kitchen. Añadid lo que queráis.",
    "Ask before you add &#x2F; remove anything &amp; keep it tidy!",
];
