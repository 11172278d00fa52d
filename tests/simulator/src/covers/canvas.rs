//! A square of 640 by 640 to draw shapes on.

use crate::catalogue::Artwork;

/// The side of the square, in units of the drawing.
pub const SIDE: i32 = 640;

/// A drawing in the making.
pub struct Canvas {
    /// Ground first, then the colours on it.
    pub palette: [&'static str; 4],
    /// What varies.
    pub dice: fastrand::Rng,
    shapes: String,
}

impl Canvas {
    /// An empty ground.
    pub fn new(artwork: &Artwork) -> Self {
        Self {
            palette: artwork.palette,
            dice: fastrand::Rng::with_seed(artwork.variation),
            shapes: String::new(),
        }
    }

    /// One of the colours that stand on the ground.
    pub fn colour(&mut self) -> &'static str {
        self.palette[self.dice.usize(1..4)]
    }

    /// The colour that follows on the `nth`, going round without the ground.
    pub fn turn(&self, nth: usize) -> &'static str {
        self.palette[1 + nth % 3]
    }

    /// A filled rectangle.
    pub fn rect(&mut self, (x, y): (i32, i32), (width, height): (i32, i32), fill: &str) {
        self.add(&format!(
            r#"<rect x="{x}" y="{y}" width="{width}" height="{height}" fill="{fill}"/>"#
        ));
    }

    /// A filled circle.
    pub fn circle(&mut self, (x, y): (i32, i32), radius: i32, fill: &str) {
        self.add(&format!(
            r#"<circle cx="{x}" cy="{y}" r="{radius}" fill="{fill}"/>"#
        ));
    }

    /// A filled path.
    pub fn path(&mut self, path: &str, fill: &str) {
        self.add(&format!(r#"<path d="{path}" fill="{fill}"/>"#));
    }

    /// A path drawn with a pen of some width.
    pub fn line(&mut self, path: &str, width: i32, stroke: &str) {
        self.add(&format!(
            r#"<path d="{path}" fill="none" stroke="{stroke}" stroke-width="{width}"/>"#
        ));
    }

    /// The drawing, to be shown at so many pixels.
    pub fn finish(self, size: u16) -> String {
        let ground = self.palette[0];
        let shapes = self.shapes;
        format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" width="{size}" height="{size}" viewBox="0 0 {SIDE} {SIDE}"><rect width="{SIDE}" height="{SIDE}" fill="{ground}"/>{shapes}</svg>"#
        )
    }

    fn add(&mut self, shape: &str) {
        self.shapes.push_str(shape);
    }
}
