use std::collections::HashSet;

use super::{
    ArtistId, Call, Client, CursorPage, Error, Page, Tells, Window, endpoints::me,
    model::FollowedArtists, next_offset,
};

/// A whole list, read page by page as it is asked for. Not asking is pausing;
/// asking again after an error goes on where it stopped; dropping it, or the
/// future of [`Walk::next`], cancels what is under way.
pub struct Walk<P: Paged> {
    client: Client,
    ask: Ask<P>,
    next: Option<Spot>,
    /// Where pages began that were read by cursor.
    passed: HashSet<Spot>,
    size: PageSize,
    progress: Progress,
}

/// Makes the call for the page that begins at a spot, of a certain size if one
/// is given.
type Ask<P> = Box<dyn Fn(&Spot, Option<u32>) -> Call<P>>;

/// Where in a list a page begins.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Spot {
    /// After so many entries.
    Offset(u32),
    /// After this cursor; the beginning if there is none.
    After(Option<String>),
}

/// How far a walk has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// How many entries this walk read.
    pub read: u32,
    /// How many there are, by the last page that said so.
    pub total: Option<u32>,
    /// How many pages were read.
    pub pages: u32,
    /// How many pages are probably left.
    pub pages_left: Option<u32>,
}

/// What one step of a walk brought.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Batch<T> {
    /// The place of the first entry: in the list, or in this walk where the
    /// list has only cursors.
    pub at: u32,
    /// The entries in their places: `None` for what is null or unreadable.
    pub entries: Vec<Option<T>>,
}

/// A page that a walk can turn.
pub trait Paged: Tells + Send + Sync + 'static {
    /// What the list is a list of.
    type Entry;

    /// Takes it apart, given the path that was asked for and where it began.
    fn turn(self, path: &str, at: &Spot) -> Turned<Self::Entry>;
}

/// A page taken apart.
pub struct Turned<T> {
    /// What was on it.
    pub entries: Vec<Option<T>>,
    /// Where to go on, if there is more.
    pub next: Option<Spot>,
    /// How many there are in all.
    pub total: Option<u32>,
}

/// No list of Spotify's is longer; one that seems to be has no end.
const LONGEST_LIST: u32 = 200_000;

impl<P: Paged> Walk<P> {
    /// A walk through the list of which `ask` asks for a page, from `start` on,
    /// or as many entries as it is told.
    pub fn new(
        client: Client,
        start: Spot,
        ask: impl Fn(&Spot, Option<u32>) -> Call<P> + 'static,
    ) -> Self {
        let whole_page = ask(&start, None).endpoint().page_size();
        Self {
            client,
            ask: Box::new(ask),
            next: Some(start),
            passed: HashSet::new(),
            size: PageSize::of(whole_page),
            progress: Progress::default(),
        }
    }

    /// How far it has come.
    pub fn progress(&self) -> Progress {
        let passed = match &self.next {
            Some(Spot::Offset(offset)) => *offset,
            Some(Spot::After(_)) | None => self.progress.read,
        };
        let left = self
            .progress
            .total
            .map(|total| total.saturating_sub(passed));
        Progress {
            pages_left: match self.next {
                None => Some(0),
                Some(_) => left.map(|left| left.div_ceil(self.size.whole).max(1)),
            },
            ..self.progress
        }
    }

    /// Where the next page begins; `None` at the end. A later walk can start
    /// there.
    pub fn next_spot(&self) -> Option<&Spot> {
        self.next.as_ref()
    }

    /// The next page; `None` at the end of the list. After an error the same
    /// page is asked for again. A page that Spotify cannot bring is asked for
    /// in smaller parts, as helps with lists that are long (contract 6.2).
    pub async fn next(&mut self) -> Option<Result<Batch<P::Entry>, Error>> {
        let spot = self.next.clone()?;
        loop {
            let call = (self.ask)(&spot, self.size.to_ask());
            let path = call.path().to_owned();
            match self.client.call(call).await {
                Ok(page) => return self.arrive(&spot, page.turn(&path, &spot)).map(Ok),
                Err(Error::ServerTrouble(_)) if self.size.shrink() => {}
                Err(error) => return Some(Err(error)),
            }
        }
    }

    fn arrive(&mut self, spot: &Spot, page: Turned<P::Entry>) -> Option<Batch<P::Entry>> {
        let at = match spot {
            Spot::Offset(offset) => *offset,
            Spot::After(_) => self.progress.read,
        };
        let length = u32::try_from(page.entries.len()).unwrap_or(u32::MAX);
        self.size.recover();
        self.progress.pages += 1;
        self.progress.read = self.progress.read.saturating_add(length);
        self.progress.total = page.total.or(self.progress.total);
        // What leads nowhere new would lead there for ever: an empty page ends
        // the list whatever its total says (contract 3.6).
        if matches!(spot, Spot::After(_)) {
            self.passed.insert(spot.clone());
        }
        self.next = page
            .next
            .filter(|next| next.is_beyond(spot) && !self.passed.contains(next))
            .filter(|_| length > 0 && self.progress.read < LONGEST_LIST);
        (length > 0).then_some(Batch {
            at,
            entries: page.entries,
        })
    }
}

impl<T: Tells + Send + Sync + 'static> Walk<Page<T>> {
    /// A walk through the list of which `ask` asks for a part, from the entry
    /// at `start` on.
    pub fn through(
        client: Client,
        start: u32,
        ask: impl Fn(Window) -> Call<Page<T>> + 'static,
    ) -> Self {
        Self::new(client, Spot::Offset(start), move |spot, size| {
            ask(spot.window(size))
        })
    }
}

impl Walk<FollowedArtists> {
    /// A walk through the artists whom the listener follows.
    pub fn through_followed_artists(client: Client) -> Self {
        Self::new(client, Spot::After(None), |spot, size| {
            let after = match spot {
                Spot::After(Some(id)) => ArtistId::try_from(id.clone()).ok(),
                Spot::After(None) | Spot::Offset(_) => None,
            };
            me::following(after.as_ref(), size)
        })
    }
}

impl<P: Paged<Entry = T>, T> Walk<P> {
    /// Everything that is left, for lists that are known to be short.
    pub async fn collect(mut self) -> Result<Vec<T>, Error> {
        let mut all = Vec::new();
        while let Some(batch) = self.next().await {
            all.extend(batch?.entries.into_iter().flatten());
        }
        Ok(all)
    }
}

impl Spot {
    /// The beginning of a list with numbers.
    pub const BEGINNING: Self = Self::Offset(0);

    fn is_beyond(&self, before: &Self) -> bool {
        match (self, before) {
            (Self::Offset(next), Self::Offset(before)) => next > before,
            (next, before) => next != before,
        }
    }

    /// The part of a numbered list that begins here.
    pub fn window(&self, size: Option<u32>) -> Window {
        let offset = match self {
            Self::Offset(offset) => *offset,
            Self::After(_) => 0,
        };
        Window { offset, size }
    }
}

impl<T: Tells + Send + Sync + 'static> Paged for Page<T> {
    type Entry = T;

    fn turn(self, path: &str, at: &Spot) -> Turned<T> {
        let length = u32::try_from(self.entries.len()).unwrap_or(u32::MAX);
        let began = at.window(None).offset;
        let next = self.next.map(|next| {
            // A `next` from elsewhere is as good as a mere "there is more".
            let own = next_offset(&next, path).ok();
            Spot::Offset(own.unwrap_or(began.saturating_add(length)))
        });
        Turned {
            next,
            total: self.total,
            entries: self.entries,
        }
    }
}

impl<T: Tells + Send + Sync + 'static> Paged for CursorPage<T> {
    type Entry = T;

    fn turn(self, _path: &str, _at: &Spot) -> Turned<T> {
        let after = self.cursors.after;
        Turned {
            next: self.next.and(after).map(|after| Spot::After(Some(after))),
            total: self.total,
            entries: self.entries,
        }
    }
}

impl Paged for FollowedArtists {
    type Entry = super::model::Artist;

    fn turn(self, path: &str, at: &Spot) -> Turned<Self::Entry> {
        let mut page = self.artists.turn(path, at);
        // Only an artist's id is a cursor here; after anything else the list
        // would begin anew.
        page.next = page.next.filter(|next| match next {
            Spot::After(Some(id)) => ArtistId::try_from(id.clone()).is_ok(),
            Spot::After(None) | Spot::Offset(_) => false,
        });
        page
    }
}

/// How many entries are asked for at once.
struct PageSize {
    whole: u32,
    now: u32,
}

impl PageSize {
    /// Below this a smaller part does no better.
    const LEAST: u32 = 10;

    fn of(whole: Option<u32>) -> Self {
        let whole = whole.unwrap_or(Window::USUAL_SIZE);
        Self { whole, now: whole }
    }

    /// What to ask for, if it is not simply a whole page.
    fn to_ask(&self) -> Option<u32> {
        (self.now < self.whole).then_some(self.now)
    }

    /// Halves it; whether it was not small enough already.
    fn shrink(&mut self) -> bool {
        let smaller = self.now / 2;
        let shrinks = smaller >= Self::LEAST;
        if shrinks {
            self.now = smaller;
        }
        shrinks
    }

    /// Grows again after what went well.
    fn recover(&mut self) {
        self.now = self.now.saturating_mul(2).min(self.whole);
    }
}
