use std::collections::HashSet;

use crate::{
    ports::Method,
    spotify::{Endpoint, Place, Repeat, endpoints::ALL},
};

#[test]
fn descriptions_agree_with_themselves() {
    for endpoint in ALL {
        let path = endpoint.path;
        assert!(path.starts_with("/v1/"), "{path}");
        let has_id = endpoint
            .parameters
            .iter()
            .any(|parameter| parameter.place == Place::Path);
        assert_eq!(path.contains("{id}"), has_id, "{path}");
        let is_read = endpoint.method == Method::Get;
        assert_eq!(endpoint.repeat == Repeat::Freely, is_read, "{path}");
        assert_eq!(endpoint.spoils.is_empty(), is_read, "{path}");
        assert!(
            endpoint
                .page_size()
                .is_none_or(|size| [10, 50].contains(&size)),
            "{path}"
        );
        let names: HashSet<_> = endpoint.parameters.iter().map(|it| it.name).collect();
        assert_eq!(names.len(), endpoint.parameters.len(), "{path}");
    }
    let addresses: HashSet<_> = ALL
        .iter()
        .map(|endpoint| std::ptr::from_ref(*endpoint))
        .collect();
    assert_eq!(addresses.len(), ALL.len(), "none is listed twice");
}

/// Each path that a write makes untrue is one that is read.
#[test]
fn what_is_spoiled_can_be_read() {
    for endpoint in ALL {
        for spoiled in endpoint.spoils {
            let is_read = |other: &&&Endpoint| other.is_read() && other.path.starts_with(spoiled);
            assert!(ALL.iter().any(|other| is_read(&other)), "{spoiled}");
        }
    }
}
