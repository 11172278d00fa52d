//! The query of an address, one value after another.

/// The value called `name`, as it stands there.
pub(super) fn value_of<'a>(query: &'a str, name: &str) -> Option<&'a str> {
    query
        .split('&')
        .filter_map(|pair| pair.split_once('='))
        .find_map(|(key, value)| (key == name).then_some(value))
}

/// The address with one more value, which must have nothing in it that means
/// something in an address.
pub(super) fn with(mut address: String, name: &str, value: Option<&str>) -> String {
    if let Some(value) = value {
        address.push(if address.contains('?') { '&' } else { '?' });
        address.push_str(name);
        address.push('=');
        address.push_str(value);
    }
    address
}
