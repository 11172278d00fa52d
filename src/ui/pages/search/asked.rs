use crate::{
    route::{ResultKind, Search},
    spotify::{
        Call, Window,
        endpoints::search::{self, Query, SearchKind, SearchKinds, SearchWindow},
        model::SearchResults,
    },
    ui::state::{Loading, use_call, use_deck},
};

/// How many results of a kind Spotify gives at once (contract 4.1).
pub const AT_ONCE: u32 = 10;

/// What is asked of Spotify.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    query: Query,
    /// Of this kind only, or the best of each.
    pub only: Option<ResultKind>,
    window: SearchWindow,
}

impl Asked {
    /// What a search asks for first; nothing where there is nothing to look for.
    pub fn of(search: &Search) -> Option<Self> {
        Some(Self {
            query: Query::try_from(search.text()).ok()?,
            only: search.only,
            window: SearchWindow::default(),
        })
    }

    /// The same from that result on; `None` beyond where Spotify shows any.
    pub fn from(&self, offset: u32) -> Option<Self> {
        Some(Self {
            window: SearchWindow::try_from(Window::from(offset)).ok()?,
            ..self.clone()
        })
    }

    /// What is looked for.
    pub fn text(&self) -> &str {
        self.query.as_str()
    }

    fn call(&self, only: Option<ResultKind>) -> Call<SearchResults> {
        let all = || {
            let kinds = SearchKind::ALL.into_iter();
            kinds.fold(SearchKinds::from(SearchKind::Album), SearchKinds::and)
        };
        let kinds = only.map_or_else(all, |kind| SearchKinds::from(of_kind(kind)));
        search::search(&self.query, kinds, self.window)
    }

    /// Whether it is known already.
    pub fn is_known(&self) -> bool {
        use_deck().client().peek(&self.call(self.only)).is_some()
    }

    /// Reads it. The best of each kind are as many as the first of one kind: who
    /// has seen them has seen those.
    pub fn read(self) -> Loading<SearchResults> {
        let client = use_deck().client();
        use_call(move || {
            let of_each = self.call(None);
            let is_first = self.window == SearchWindow::default();
            if is_first && client.peek(&of_each).is_some() {
                of_each
            } else {
                self.call(self.only)
            }
        })
    }
}

const fn of_kind(kind: ResultKind) -> SearchKind {
    match kind {
        ResultKind::Tracks => SearchKind::Track,
        ResultKind::Artists => SearchKind::Artist,
        ResultKind::Albums => SearchKind::Album,
        ResultKind::Playlists => SearchKind::Playlist,
        ResultKind::Shows => SearchKind::Show,
        ResultKind::Episodes => SearchKind::Episode,
        ResultKind::Audiobooks => SearchKind::Audiobook,
    }
}
