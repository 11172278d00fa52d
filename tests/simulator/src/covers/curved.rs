//! Designs made of circles and waves.

use crate::covers::canvas::Canvas;
use crate::covers::canvas::SIDE;

/// A grid of quarter circles that all turn the same way.
pub fn quarters(canvas: &mut Canvas) {
    let cells = canvas.dice.i32(3..=5);
    let cell = (SIDE + cells - 1) / cells;
    let corner = canvas.dice.u8(..4);
    for column in 0..cells {
        for row in 0..cells {
            let (x, y) = (column * cell, row * cell);
            if canvas.dice.u8(..3) == 0 {
                let fill = canvas.colour();
                canvas.rect((x, y), (cell, cell), fill);
            }
            let fill = canvas.colour();
            canvas.path(&quarter((x, y), cell, corner), fill);
        }
    }
}

fn quarter((x, y): (i32, i32), cell: i32, corner: u8) -> String {
    let (right, bottom) = (x + cell, y + cell);
    match corner {
        0 => format!("M{x} {y}H{right}A{cell} {cell} 0 0 1 {x} {bottom}Z"),
        1 => format!("M{right} {y}V{bottom}A{cell} {cell} 0 0 1 {x} {y}Z"),
        2 => format!("M{right} {bottom}H{x}A{cell} {cell} 0 0 1 {right} {y}Z"),
        _ => format!("M{x} {bottom}V{y}A{cell} {cell} 0 0 1 {right} {bottom}Z"),
    }
}

/// Rings round the middle.
pub fn rings(canvas: &mut Canvas) {
    let step = canvas.dice.i32(24..=44);
    let start = canvas.dice.usize(..3);
    let ground = canvas.palette[0];
    let radii = (1..)
        .map(|nth| 310 - nth * step)
        .take_while(|radius| *radius > 12);
    for (nth, radius) in std::iter::once(310).chain(radii).enumerate() {
        let fill = if nth % 2 == 1 {
            ground
        } else {
            canvas.turn(start + nth / 2)
        };
        canvas.circle((SIDE / 2, SIDE / 2), radius, fill);
    }
}

/// Waves that run from side to side.
pub fn waves(canvas: &mut Canvas) {
    let height = canvas.dice.i32(24..=70);
    let pen = canvas.dice.i32(18..=34);
    let gap = pen + canvas.dice.i32(26..=44);
    let shift = canvas.dice.i32(0..160);
    for (nth, y) in (-height..SIDE + 2 * height)
        .step_by(usize::try_from(gap).unwrap_or(60))
        .enumerate()
    {
        let path = format!(
            "M{} {y}q80 {} 160 0t160 0t160 0t160 0t160 0t160 0",
            -shift,
            2 * height
        );
        let stroke = canvas.turn(nth);
        canvas.line(&path, pen, stroke);
    }
}

/// Arches within arches, standing on the lower edge.
pub fn arches(canvas: &mut Canvas) {
    let step = canvas.dice.i32(36..=60);
    let x = canvas.dice.i32(200..=440);
    let start = canvas.dice.usize(..3);
    let ground = canvas.palette[0];
    let radii = (0..)
        .map(|nth| 400 - nth * step)
        .take_while(|radius| *radius > 20);
    for (nth, radius) in radii.enumerate() {
        let fill = if nth % 4 == 3 {
            ground
        } else {
            canvas.turn(start + nth)
        };
        let (left, right, foot) = (x - radius, x + radius, 520);
        let path = format!("M{left} {SIDE}V{foot}A{radius} {radius} 0 0 1 {right} {foot}V{SIDE}Z");
        canvas.path(&path, fill);
    }
}

/// A grid of dots of many sizes.
pub fn dots(canvas: &mut Canvas) {
    let cells = canvas.dice.i32(4..=7);
    let cell = SIDE / cells;
    let edge = (SIDE - cells * cell) / 2;
    for column in 0..cells {
        for row in 0..cells {
            let centre = (
                edge + column * cell + cell / 2,
                edge + row * cell + cell / 2,
            );
            let radius = canvas.dice.i32(cell / 8..=cell * 9 / 20);
            let fill = canvas.colour();
            canvas.circle(centre, radius, fill);
        }
    }
}

/// A moon in its phases, waxing from corner to corner.
pub fn moons(canvas: &mut Canvas) {
    let rows = canvas.dice.i32(2..=4);
    let cell = SIDE / rows;
    let radius = cell * 2 / 5;
    let light = canvas.colour();
    let shade = canvas.colour();
    let phases = 2 * (rows - 1);
    for row in 0..rows {
        for column in 0..rows {
            let centre = (column * cell + cell / 2, row * cell + cell / 2);
            let bulge = radius * 2 * (column + row) / phases - radius;
            canvas.circle(centre, radius, shade);
            canvas.path(&lit_part(centre, radius, bulge), light);
        }
    }
}

/// The right half of a disc, less or plus half an ellipse whose half width is
/// `bulge`, negative for a crescent.
fn lit_part((x, y): (i32, i32), radius: i32, bulge: i32) -> String {
    let (top, bottom, width) = (y - radius, y + radius, bulge.abs());
    let sweep = i32::from(bulge > 0);
    format!(
        "M{x} {top}A{radius} {radius} 0 0 1 {x} {bottom}A{width} {radius} 0 0 {sweep} {x} {top}Z"
    )
}
