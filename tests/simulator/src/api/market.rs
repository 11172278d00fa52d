//! Markets: the account's country wins over the one that is asked for
//! (contract 4, 6.2).

use serde_json::Map;
use serde_json::Value;
use serde_json::json;

use crate::api::endpoint::Endpoint;
use crate::api::refusal::Refusal;
use crate::call::Call;
use crate::listeners::Listener;
use crate::log::LogEntry;
use crate::scope::ScopeSet;

/// Every code of ISO 3166-1 alpha-2 whose first letter is the key.
#[rustfmt::skip]
const COUNTRIES: &[(char, &str)] = &[
    ('A', "DEFGILMOQRSTUWXZ"), ('B', "ABDEFGHIJLMNOQRSTVWYZ"), ('C', "ACDFGHIKLMNORUVWXYZ"),
    ('D', "EJKMOZ"), ('E', "CEGHRST"), ('F', "IJKMOR"), ('G', "ABDEFGHILMNPQRSTUWY"),
    ('H', "KMNRTU"), ('I', "DELMNOQRST"), ('J', "EMOP"), ('K', "EGHIMNPRWYZ"),
    ('L', "ABCIKRSTUVY"), ('M', "ACDEFGHKLMNOPQRSTUVWXYZ"), ('N', "ACEFGILOPRUZ"), ('O', "M"),
    ('P', "AEFGHKLMNRSTWY"), ('Q', "A"), ('R', "EOSUW"), ('S', "ABCDEGHIJKLMNORSTVXYZ"),
    ('T', "CDFGHJKLMNORTVWZ"), ('U', "AGMSYZ"), ('V', "ACEGINU"), ('W', "FS"), ('X', "K"),
    ('Y', "ET"), ('Z', "AMW"),
];

/// Refuses a market that is none. One that differs from the account's country
/// is ignored, which the log marks.
pub fn check(
    endpoint: &Endpoint,
    call: &Call,
    listener: &Listener,
    scopes: &ScopeSet,
    entry: &mut LogEntry,
) -> Result<(), Refusal> {
    let asked = call.query.get("market");
    let Some(market) = asked.filter(|_| endpoint.parameters.contains(&"market")) else {
        return Ok(());
    };
    if market == "from_token" {
        let allowed = scopes.has("user-read-private");
        return allowed.then_some(()).ok_or(Refusal::InsufficientScope);
    }
    if !is_country(market) {
        return Err(Refusal::BadRequest("Invalid market code"));
    }
    if market != listener.country {
        entry.mark(format!(
            "market {market} gives way to the account's country {}",
            listener.country
        ));
    }
    Ok(())
}

/// Whether a text is a country's code.
pub fn is_country(code: &str) -> bool {
    let mut letters = code.chars();
    let (Some(first), Some(second), None) = (letters.next(), letters.next(), letters.next()) else {
        return false;
    };
    COUNTRIES
        .iter()
        .any(|(letter, rest)| *letter == first && rest.contains(second))
}

/// Tells of everything with markets, at any depth, whether it can be played in
/// the listener's country.
pub fn judge(country: &str, value: &mut Value) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(|item| judge(country, item)),
        Value::Object(fields) => {
            judge_one(country, fields);
            fields.values_mut().for_each(|field| judge(country, field));
        }
        _ => {}
    }
}

fn judge_one(country: &str, fields: &mut Map<String, Value>) {
    let Some(markets) = fields.get("available_markets").and_then(Value::as_array) else {
        return;
    };
    let is_here = markets.iter().any(|market| market == country);
    if country.is_empty() {
        // Without a market there is no telling (contract 6.2).
        fields.remove("is_playable");
    } else if !is_here && fields.contains_key("is_playable") {
        fields.insert("is_playable".to_owned(), json!(false));
        fields.insert("restrictions".to_owned(), json!({"reason": "market"}));
    }
}
