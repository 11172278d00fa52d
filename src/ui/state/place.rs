use crate::{
    platform::{self, Step},
    route::Route,
    ui::dom::Var,
};

/// Where in the app the listener is. The address bar says so; a router of a
/// library would cost several times what all of this does, and would take
/// addresses as text where this takes only a [`Route`].
#[derive(Clone, Copy)]
pub struct Place(Var<Option<Route>>);

impl Place {
    /// Reads the address and follows it from now on.
    pub fn follow() -> Self {
        let place = Self(Var::new(platform::open_route()));
        platform::on_travel(move || place.look());
        place
    }

    /// The open page; reactive. `None` for an address that is none of ours.
    pub fn route(self) -> Option<Route> {
        self.0.get()
    }

    /// The open page, for whoever asks once.
    pub fn route_now(self) -> Option<Route> {
        self.0.get_untracked()
    }

    /// The open page, or home, as something to come back to.
    pub fn to_return_to(self) -> Route {
        self.route_now().unwrap_or_default()
    }

    /// Opens `route`, as a link does; the open page itself makes no second
    /// entry in the history.
    pub fn go(self, route: &Route) {
        let is_here = self.0.with_untracked(|here| here.as_ref() == Some(route));
        platform::step_to(route, if is_here { Step::Replace } else { Step::Push });
        self.look();
    }

    /// Opens `route` in place of the page that is open, so that Back does not
    /// lead here again.
    pub fn replace(self, route: &Route) {
        platform::step_to(route, Step::Replace);
        self.look();
    }

    fn look(self) {
        let route = platform::open_route();
        if self.0.get_untracked() != route {
            self.0.set(route);
        }
    }
}
