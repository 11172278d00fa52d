//! The release bundle: that it can be built, keeps its rules, and is small.

use crate::release::{self, ClientId, sizes};
use crate::trouble::{Outcome, Trouble};

/// Builds it as it would be shipped; `rest` goes to Trunk.
///
/// # Errors
/// When it cannot be built, breaks a rule, or is far too large.
pub fn run(rest: &[String]) -> Outcome {
    let sizes = release::build(ClientId::None, rest)?;
    print!("\n{sizes}");
    if sizes.total() > sizes::HARD_BUDGET {
        return Err(Trouble::new(
            format!(
                "The first load takes {} bytes; the limit is {}.",
                sizes::grouped(sizes.total()),
                sizes::grouped(sizes::HARD_BUDGET)
            ),
            "Look at the last dependency or feature that was added.",
        ));
    }
    Ok(())
}
