use super::{Bucket, Parameter, Values};
use crate::{oauth::Scope, ports::Method};

/// Whether sending a call twice does harm.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Repeat {
    /// A read: repeated by the client itself after trouble at Spotify.
    Freely,
    /// Ends in the same state however often it is sent; whoever asked may
    /// repeat it.
    SameOutcome,
    /// Does more each time, so what came of it must be read before it is sent
    /// again (contract 6.2).
    AfterReading,
}

/// What a bare 403 `Forbidden` means at an endpoint (contract 3.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ForbiddenMeans {
    /// Spotify closed it for this client ID.
    ClosedForThisApp,
    /// It belongs to somebody else.
    SomebodyElses,
}

/// What a call of the Web API is, before it is made: enough to make it, to know
/// what to ask the listener for, and to draw a form for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Endpoint {
    /// The method.
    pub method: Method,
    /// The path from `/v1/` on, with parameters in braces.
    pub path: &'static str,
    /// Everything that can be said with it.
    pub parameters: &'static [Parameter],
    /// What the listener must have granted in any case.
    pub scopes: &'static [Scope],
    /// What they must have granted besides, depending on what is asked: each
    /// [`Call`](super::Call) says which.
    pub scopes_by_use: &'static [Scope],
    /// What it counts towards.
    pub bucket: Bucket,
    /// Whether it can be repeated.
    pub repeat: Repeat,
    /// What a bare refusal means.
    pub forbidden_means: ForbiddenMeans,
    /// Beginnings of the paths whose answers are no longer true afterwards;
    /// `{id}` stands for the same as in the path.
    pub spoils: &'static [&'static str],
}

impl Endpoint {
    /// A read.
    pub(super) const fn get(
        path: &'static str,
        bucket: Bucket,
        scopes: &'static [Scope],
        parameters: &'static [Parameter],
    ) -> Self {
        Self {
            method: Method::Get,
            path,
            parameters,
            scopes,
            scopes_by_use: &[],
            bucket,
            repeat: Repeat::Freely,
            forbidden_means: ForbiddenMeans::ClosedForThisApp,
            spoils: &[],
        }
    }

    /// A write by `method`.
    pub(super) const fn write(
        method: Method,
        path: &'static str,
        bucket: Bucket,
        repeat: Repeat,
        scopes: &'static [Scope],
        parameters: &'static [Parameter],
    ) -> Self {
        Self {
            method,
            repeat,
            ..Self::get(path, bucket, scopes, parameters)
        }
    }

    /// The same, which may need these too.
    pub(super) const fn by_use(self, scopes_by_use: &'static [Scope]) -> Self {
        Self {
            scopes_by_use,
            ..self
        }
    }

    /// The same, after which answers to paths that begin so are out of date.
    pub(super) const fn spoiling(self, spoils: &'static [&'static str]) -> Self {
        Self { spoils, ..self }
    }

    /// The same, where a bare refusal means that it is not the listener's.
    pub(super) const fn of_somebody(self) -> Self {
        Self {
            forbidden_means: ForbiddenMeans::SomebodyElses,
            ..self
        }
    }

    /// Whether it only reads.
    pub const fn is_read(&self) -> bool {
        matches!(self.method, Method::Get)
    }

    /// The parameter of that name.
    pub fn parameter(&self, name: &str) -> Option<&'static Parameter> {
        self.parameters
            .iter()
            .find(|parameter| parameter.name == name)
    }

    /// The most entries one page of it holds; `None` where there are no pages.
    pub fn page_size(&self) -> Option<u32> {
        match self.parameter("limit")?.values {
            Values::Number { most, .. } => Some(most),
            _ => None,
        }
    }
}
