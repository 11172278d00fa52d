//! Figures in columns.

use std::fmt;

/// A table whose first column is text and whose others are figures.
pub struct Table {
    rows: Vec<Vec<String>>,
}

impl Table {
    /// A table with these headings.
    pub fn new(headings: &[&str]) -> Self {
        Self {
            rows: vec![headings.iter().map(|&one| one.to_owned()).collect()],
        }
    }

    /// Adds a line of as many cells as there are headings.
    pub fn row(&mut self, cells: &[&str]) {
        self.rows
            .push(cells.iter().map(|&one| one.to_owned()).collect());
    }

    fn width(&self, column: usize) -> usize {
        self.rows
            .iter()
            .filter_map(|row| row.get(column))
            .map(|cell| cell.chars().count())
            .max()
            .unwrap_or(0)
    }
}

impl fmt::Display for Table {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for row in &self.rows {
            for (column, cell) in row.iter().enumerate() {
                let width = self.width(column);
                match column {
                    0 => write!(formatter, "  {cell:<width$}")?,
                    _ => write!(formatter, "  {cell:>width$}")?,
                }
            }
            writeln!(formatter)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::Table;

    #[test]
    fn figures_stand_under_each_other() {
        let mut table = Table::new(&["file", "bytes"]);
        table.row(&["a", "1"]);
        table.row(&["longer", "123456"]);
        assert_eq!(
            table.to_string(),
            "  file     bytes\n  a            1\n  longer  123456\n"
        );
    }
}
