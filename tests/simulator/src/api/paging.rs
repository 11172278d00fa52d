//! Offset pages (contract 3.6) and their limits.

use serde_json::Value;
use serde_json::json;

use crate::api::endpoint::Visit;
use crate::api::refusal::Refusal;
use crate::apps::Population;
use crate::call::Pairs;
use crate::host::Links;

/// What an endpoint takes for `limit`.
#[derive(Clone, Copy, Debug)]
pub struct LimitRule {
    pub default: usize,
    pub max: usize,
}

impl LimitRule {
    /// The usual rule (contract 4).
    pub const USUAL: Self = Self {
        default: 20,
        max: 50,
    };

    /// The rule of searches and of artists' albums, which is tighter for new
    /// client IDs (contract 5.4).
    pub fn tightened(population: Population) -> Self {
        match population {
            Population::NewDev => Self {
                default: 5,
                max: 10,
            },
            Population::OldDev | Population::Extended => Self::USUAL,
        }
    }
}

/// Which part of a list is asked for.
#[derive(Clone, Copy, Debug)]
pub struct Window {
    limit: usize,
    offset: usize,
}

impl Window {
    /// Reads `limit` and `offset`; anything out of range is refused.
    pub fn read(visit: &mut Visit<'_>, rule: LimitRule) -> Result<Self, Refusal> {
        let query = &visit.call.query;
        let limit = number(query, "limit", rule.default);
        let offset = number(query, "offset", 0);
        let limit = limit
            .filter(|limit| (1..=rule.max).contains(limit))
            .ok_or_else(|| {
                visit.entry.mark(format!("limit outside 1 to {}", rule.max));
                Refusal::BadRequest("Invalid limit")
            })?;
        let offset = offset.ok_or(Refusal::BadRequest("Invalid offset"))?;
        Ok(Self { limit, offset })
    }

    /// How many are asked for.
    pub fn limit(self) -> usize {
        self.limit
    }

    /// Where the page begins.
    pub fn offset(self) -> usize {
        self.offset
    }

    /// The part of a list of `total` that falls into the window.
    pub fn range(self, total: usize) -> std::ops::Range<usize> {
        let start = self.offset.min(total);
        start..self.offset.saturating_add(self.limit).min(total)
    }

    /// The page that holds `items` of a list of `total`.
    pub fn page(self, visit: &Visit<'_>, items: &[Value], total: usize) -> Value {
        self.page_at(|offset| self.link(visit, offset), items, total)
    }

    /// As [`Window::page`], with other addresses.
    pub fn page_at(self, link: impl Fn(usize) -> String, items: &[Value], total: usize) -> Value {
        let next = self.offset.saturating_add(self.limit);
        let previous = self.offset.saturating_sub(self.limit);
        json!({
            "href": link(self.offset),
            "items": items,
            "limit": self.limit,
            "next": (next < total).then(|| link(next)),
            "offset": self.offset,
            "previous": (self.offset > 0).then(|| link(previous)),
            "total": total,
        })
    }

    /// The address of a page of the same list: the query that was sent, with
    /// another offset.
    fn link(self, visit: &Visit<'_>, offset: usize) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        query.append_pair("offset", &offset.to_string());
        query.append_pair("limit", &self.limit.to_string());
        let kept = visit
            .call
            .query
            .iter()
            .filter(|(name, _)| !matches!(*name, "offset" | "limit"));
        query.extend_pairs(kept);
        visit
            .call
            .links
            .api(&format!("{}?{}", visit.call.path, query.finish()))
    }
}

/// The first page of a list as the object that owns it carries it.
pub fn first_page(links: &Links, path: &str, items: &[Value], total: usize) -> Value {
    first_page_of(LimitRule::USUAL.max, links, path, items, total)
}

/// As [`first_page`], of another length.
pub fn first_page_of(
    limit: usize,
    links: &Links,
    path: &str,
    items: &[Value],
    total: usize,
) -> Value {
    let link = |offset: usize| links.api(&format!("{path}?offset={offset}&limit={limit}"));
    json!({
        "href": link(0),
        "items": items,
        "limit": limit,
        "next": (limit < total).then(|| link(limit)),
        "offset": 0,
        "previous": null,
        "total": total,
    })
}

fn number(query: &Pairs, name: &str, default: usize) -> Option<usize> {
    query
        .get(name)
        .map_or(Some(default), |text| text.parse().ok())
}
