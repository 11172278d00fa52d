//! Users of Spotify whose playlists the demo accounts follow.

/// A user's id and name, which may be missing.
pub type Person = (&'static str, Option<&'static str>);

/// Ids are free-form, old ones above all (contract 3.1).
pub const PEOPLE: [Person; 9] = [
    ("vesterbrofm", Some("Vesterbro FM")),
    ("maren.quist", Some("Maren Quist")),
    ("31qwzx5yh6o3fkmdblr7vteu2a4y", Some("Tariq")),
    ("nightclerk27", None),
    ("solveig & viggo", Some("Solveig & Viggo")),
    ("1184920377", Some("Lotte Ekwall")),
    ("boathouse_sessions", Some("The Boathouse Sessions")),
    ("jørn", Some("Jørn 🎺")),
    ("harbour.radio", Some("Harbour Radio")),
];

/// A user's name as far as it is known.
pub fn name_of(id: &str) -> Option<&'static str> {
    let known = PEOPLE.iter().find(|(other, _)| *other == id);
    known.and_then(|(_, name)| *name)
}

/// Whether there is such a user.
pub fn is_known(id: &str) -> bool {
    PEOPLE.iter().any(|(other, _)| *other == id)
}
