use super::*;

const ID: &str = "4iV5W9uYEdYUVa79Axb7Rh";

fn every_page() -> Vec<Route> {
    let id = || ID.to_owned();
    let mut routes = vec![
        Route::Home,
        Route::Settings,
        Route::About,
        Route::Playlists,
        Route::NowPlaying,
        Route::Queue,
        Route::search(),
        Route::Album(id().try_into().expect("an id")),
        Route::Track(id().try_into().expect("an id")),
        Route::Show(id().try_into().expect("an id")),
        Route::Episode(id().try_into().expect("an id")),
        Route::Audiobook(id().try_into().expect("an id")),
        Route::Playlist(id().try_into().expect("an id")),
    ];
    for range in TopRange::ALL {
        for view in [TopView::Overview, TopView::Artists] {
            routes.push(Route::Top { range, view });
        }
    }
    routes.extend(WorkshopPart::ALL.map(Route::Workshop));
    for shown in Releases::ALL {
        routes.push(Route::Artist(id().try_into().expect("an id"), shown));
    }
    for only in ResultKind::ALL.into_iter().map(Some).chain([None]) {
        let text = "artist:\"Å & b\" + 100% year:1999-2004 #?/\\";
        routes.push(Route::Search(Search::for_text(text, only)));
    }
    routes
}

#[test]
fn each_page_is_found_again_under_its_address() {
    for route in every_page() {
        assert_eq!(Route::parse(&route.address()), Some(route));
    }
}

#[test]
fn no_two_pages_share_an_address() {
    let mut addresses: Vec<_> = every_page().iter().map(Route::address).collect();
    let count = addresses.len();
    addresses.sort_unstable();
    addresses.dedup();
    assert_eq!(addresses.len(), count);
}

#[test]
fn nothing_leads_off_this_site() {
    let overlong = format!("/top?{}", "x".repeat(LONGEST_ADDRESS));
    for hostile in [
        "//evil.example/x",
        "/\\evil.example",
        "\\\\evil.example",
        "https:evil.example",
        "https://evil.example/top",
        "javascript:alert(1)",
        "%2f%2fevil.example",
        "/@evil.example",
        "/top/../..//evil.example",
        "/to\tp",
        "/to\np",
        "\n/top",
        " /top",
        "",
        "/album/",
        "/album/short",
        "/album/../../../../etc/passwd",
        "/album/4iV5W9uYEdYUVa79Axb7Rh/x",
        "/user/4iV5W9uYEdYUVa79Axb7Rh",
        &overlong,
    ] {
        assert_eq!(Route::parse(hostile), None, "{hostile:?}");
        assert_eq!(Route::parse_or_home(hostile), Route::Home);
    }
}

#[test]
fn an_unknown_choice_in_the_address_falls_back_to_the_default() {
    assert_eq!(Route::parse("/top?range=9-years&x=1"), Some(Route::top()));
    let artist = Route::parse(&format!("/artist/{ID}?show=demos"));
    assert_eq!(artist, ID.to_owned().try_into().map(Route::artist).ok());
}

#[test]
fn a_search_in_the_address_is_tidied() {
    for (address, text) in [
        ("/search?q=%20%20two+words%0A", "two words"),
        ("/search?q=%FF", "\u{fffd}"),
        ("/search", ""),
        ("/search?q=", ""),
    ] {
        let expected = Route::Search(Search::for_text(text, None));
        assert_eq!(Route::parse(address), Some(expected), "{address}");
    }
    let long = Search::for_text(&"x".repeat(999), None);
    assert_eq!(long.text().len(), LONGEST_TEXT_EXPECTED);
}

const LONGEST_TEXT_EXPECTED: usize = 250;

#[test]
fn a_page_is_the_same_whatever_is_chosen_on_it() {
    let search = |text| Route::Search(Search::for_text(text, None));
    assert!(search("one").is_same_page(&search("other")));
    let [one, other]: [ArtistId; 2] =
        [ID, "0000000000000000000000"].map(|id| id.to_owned().try_into().expect("an id"));
    let singles = Route::Artist(one.clone(), Releases::Singles);
    assert!(singles.is_same_page(&Route::artist(one)));
    assert!(!singles.is_same_page(&Route::artist(other)));
    assert!(!Route::Home.is_same_page(&Route::Queue));
}
