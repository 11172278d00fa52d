//! Offset pages (contract 3.6) and their limits.

use serde_json::Value;
use serde_json::json;

use crate::api::endpoint::Visit;
use crate::api::refusal::Refusal;
use crate::call::Pairs;

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

    /// The part of a list of `total` that falls into the window.
    pub fn range(self, total: usize) -> std::ops::Range<usize> {
        let start = self.offset.min(total);
        start..self.offset.saturating_add(self.limit).min(total)
    }

    /// The page that holds `items` of a list of `total`.
    pub fn page(self, visit: &Visit<'_>, items: &[Value], total: usize) -> Value {
        let next = self.offset.saturating_add(self.limit);
        let previous = self.offset.saturating_sub(self.limit);
        json!({
            "href": self.link(visit, self.offset),
            "items": items,
            "limit": self.limit,
            "next": (next < total).then(|| self.link(visit, next)),
            "offset": self.offset,
            "previous": (self.offset > 0).then(|| self.link(visit, previous)),
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

fn number(query: &Pairs, name: &str, default: usize) -> Option<usize> {
    query
        .get(name)
        .map_or(Some(default), |text| text.parse().ok())
}
