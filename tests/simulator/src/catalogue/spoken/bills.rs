//! Every show and every audiobook, as announced, packed by hand.

/// A show as announced.
#[derive(Debug)]
pub struct ShowBill {
    pub name: &'static str,
    pub publisher: &'static str,
    pub language: &'static str,
    pub episodes: u16,
    pub days_apart: u16,
    pub minutes: u64,
    pub explicit: bool,
    pub about: &'static str,
}

/// An audiobook as announced.
#[derive(Debug)]
pub struct AudiobookBill {
    pub name: &'static str,
    pub author: &'static str,
    pub narrator: &'static str,
    pub publisher: &'static str,
    pub chapters: u16,
    pub released: &'static str,
    pub edition: &'static str,
    pub about: &'static str,
}

macro_rules! shows {
    ($($name:literal, $publisher:literal, $language:literal, $episodes:literal, $days:literal,
       $minutes:literal, $explicit:literal, $about:literal;)*) => {
        &[$(ShowBill {
            name: $name, publisher: $publisher, language: $language, episodes: $episodes,
            days_apart: $days, minutes: $minutes, explicit: $explicit, about: $about,
        }),*]
    };
}

macro_rules! audiobooks {
    ($($name:literal, $author:literal, $narrator:literal, $publisher:literal, $chapters:literal,
       $released:literal, $edition:literal, $about:literal;)*) => {
        &[$(AudiobookBill {
            name: $name, author: $author, narrator: $narrator, publisher: $publisher,
            chapters: $chapters, released: $released, edition: $edition, about: $about,
        }),*]
    };
}

/// Every show.
pub const SHOWS: &[ShowBill] = shows! {
    "The Night Ferry", "Harbour Radio", "en", 212, 7, 46, false,
        "Two insomniacs and a ferry timetable. A new crossing every week.";
    "Sleeve Notes", "Groove & Margin", "en", 134, 7, 62, false,
        "One record, one hour, and the people who made it & sold it & left it out in the rain.";
    "Small Machines", "Studio Nord", "en", 88, 14, 31, false,
        "Radios, kettles, lawnmowers: what they do, who mends them, why they hum.";
    "Kanalgespräche", "Funkhaus am Gleis", "de", 96, 14, 54, false,
        "Gespräche über Häuser, die am Wasser stehen, und über Leute, die darin wohnen.";
    "Morgenkaffe med Freja", "Havnestudiet", "da", 301, 1, 14, false,
        "Et kvarter hver morgen: vejret, vinduet og en enkelt nyhed.";
    "Les heures creuses", "Radio Basse", "fr", 61, 14, 39, false,
        "Ce que l’on entend quand la ville dort, raconté par ceux qui travaillent.";
    "静かな時間", "灯台放送", "ja", 74, 7, 22, false,
        "眠る前の二十分。本と雨音と、少しの音楽。";
    "Cartas sin sello", "Onda del Puerto", "es", 52, 14, 28, false,
        "Cartas que nunca se enviaron, leídas por quien las encontró.";
    "Ask the Lighthouse", "Harbour Radio", "en", 45, 30, 25, false,
        "Children ask, a retired lighthouse keeper answers, mostly truthfully.";
    "Unpaid Overtime", "Ring Road Media", "en", 167, 7, 71, true,
        "Three former temps on the worst day they ever had at work. Strong language.";
    "A Short History of Corners", "Groove & Margin", "en", 38, 14, 48, false,
        "Streets, shops & football kicks: one corner an episode.";
    "Counting Sheep, Properly", "Larkfield Sound", "en", 120, 1, 55, false,
        "A statistician counts. You fall asleep.";
    "The Bench Press", "Fallow Hill Audio", "en", 29, 7, 35, false,
        "Conversations recorded on park benches, with pigeons.";
    "Terra Incognita Club", "Ring Road Media", "en", 57, 14, 66, true,
        "Maps that were wrong, and who sailed by them anyway.";
    "Pequeno Mercado", "Rádio do Cais", "pt", 83, 7, 33, false,
        "Receitas, pregões e histórias da banca ao lado.";
    "Field Notes from Copper Lane", "Larkfield Sound", "en", 18, 30, 19, false,
        "A garden, a microphone and whatever walks past.";
    "Debugging the Orchestra", "Studio Nord", "en", 71, 14, 52, false,
        "Conductors and programmers compare their worst rehearsals.";
    "Second Cutting", "Water Tower Stories", "en", 10, 30, 41, false,
        "A farm, a family and the summer of the long drought, in ten parts.";
};

/// Every audiobook.
pub const AUDIOBOOKS: &[AudiobookBill] = audiobooks! {
    "The Cartographer’s Umbrella", "Edda Crowhurst", "Callum Haldane", "Fern Island Press",
        42, "2024-03-12", "Unabridged",
        "A map-maker who hates travelling inherits a coastline & a debt.";
    "Low Water", "Abena Mbeki-Stone", "Thandi Okafor", "Saltmarsh Books",
        28, "2022-09-06", "Unabridged",
        "Three sisters reopen the family ferry in the driest summer anybody remembers.";
    "How to Mend a Clock", "Imre Jakobi", "Jonas Strand", "Pier Nine",
        16, "2019-05-14", "Unabridged",
        "A patient guide to gears, springs and the people who bring them in.";
    "The Winter Exchange", "Rosalind Fairweather", "Saoirse Hartigan", "Fern Island Press",
        64, "2025-01-21", "Unabridged",
        "Two strangers swap houses for a winter and cannot agree whose ghost it is.";
    "Ninety-Nine Bridges", "Kaspar Ekwall", "Oskar Vestergaard", "Yarrow & Finch",
        99, "2021-10-05", "Unabridged",
        "A walk across a country, one bridge a chapter.";
    "Notes for a Quieter City", "Leila Rahimi", "Leila Rahimi", "Low Street Editions",
        21, "2023-02-28", "Abridged",
        "An acoustician’s case for listening before building.";
    "The Seventh Sparrow", "Dara Merriweather", "Esme Larkin-Bey", "Saltmarsh Books",
        37, "2020-07-07", "Unabridged",
        "A birdwatcher is the only witness, and nobody asks her.";
    "Bread, Salt, Distance", "Pilar Sandoval", "Ines Ferreira-Moss", "Pier Nine",
        24, "2018-11-13", "Unabridged",
        "Recipes and letters from four generations of emigrants.";
    "What the Tide Table Said", "Mads Ostergaard", "Arvid Quist", "Yarrow & Finch",
        31, "2025-08-19", "Unabridged",
        "A harbour pilot, a missing tide table & a very long night.";
    "Gravel and Glass", "Wanda Zielinska", "Zofia Novak-Hill", "Low Street Editions",
        45, "2017-04-04", "Unabridged",
        "The rise and fall of a glassworks, told by its furnace keepers.";
    "The Understudy’s Year", "Anouk Castellane", "Odette Marchetti", "Fern Island Press",
        52, "2026-02-10", "Unabridged",
        "Fifty-two weeks of waiting in the wings, one a chapter.";
    "Small Hours, Large Rooms", "Tariq Adeyemi-Holt", "Emeka Hollis-Okoro", "Saltmarsh Books",
        12, "2024-10-29", "Unabridged",
        "Twelve stories about museums after closing time.";
};
