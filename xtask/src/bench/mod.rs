//! `cargo xtask bench`: the figures of the project, as a table.
//!
//! Each kind of figure has a file of its own that measures it and holds it
//! against its budget.

mod first_load;

use crate::table::Table;
use crate::trouble::Outcome;

/// One measured figure.
struct Figure {
    /// What was measured.
    what: String,
    /// What came out.
    measured: String,
    /// What should come out at most, where there is such a limit.
    budget: String,
}

/// Measures everything and prints it.
///
/// # Errors
/// When something cannot be measured.
pub fn run() -> Outcome {
    let figures = first_load::measure()?;
    let mut table = Table::new(&["figure", "measured", "budget"]);
    for figure in &figures {
        table.row(&[&figure.what, &figure.measured, &figure.budget]);
    }
    print!("\n{table}");
    Ok(())
}
