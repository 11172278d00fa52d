//! Designs made of straight edges.

use crate::covers::canvas::Canvas;
use crate::covers::canvas::SIDE;

/// Bars of many heights, from the lower edge.
pub fn bars(canvas: &mut Canvas) {
    let count = canvas.dice.i32(5..=9);
    let step = SIDE / count;
    let bar = step * 2 / 3;
    for nth in 0..count {
        let height = canvas.dice.i32(140..=580);
        let fill = canvas.colour();
        canvas.rect((nth * step + step / 6, SIDE - height), (bar, height), fill);
    }
}

/// Two ridges below a sun.
pub fn landscape(canvas: &mut Canvas) {
    let [_, sun, far, near] = canvas.palette;
    let centre = (canvas.dice.i32(180..=460), canvas.dice.i32(170..=280));
    let radius = canvas.dice.i32(90..=170);
    canvas.circle(centre, radius, sun);
    let peak = canvas.dice.i32(330..=430);
    let ridge = ridge(canvas, 400, peak);
    canvas.path(&ridge, far);
    let low = canvas.dice.i32(450..=540);
    let ridge = self::ridge(canvas, 520, low);
    canvas.path(&ridge, near);
}

fn ridge(canvas: &mut Canvas, height: i32, peak: i32) -> String {
    let first = canvas.dice.i32(140..=240);
    let dip = canvas.dice.i32(300..=400);
    let second = canvas.dice.i32(460..=560);
    let ends = (
        height + canvas.dice.i32(0..90),
        height + canvas.dice.i32(0..90),
    );
    format!(
        "M0 {}L{first} {peak}L{dip} {}L{second} {}L{SIDE} {}V{SIDE}H0Z",
        ends.0,
        height + 90,
        peak + 30,
        ends.1
    )
}

/// A split from corner to corner, with a disc on it.
pub fn diagonal(canvas: &mut Canvas) {
    let [_, upper, lower, disc] = canvas.palette;
    let slant = canvas.dice.i32(40..=200);
    let mirrored = canvas.dice.bool();
    let x = |distance: i32| if mirrored { SIDE - distance } else { distance };
    let (left, right) = (x(0), x(SIDE));
    canvas.path(
        &format!("M{left} 0H{right}L{left} {}Z", SIDE - slant),
        upper,
    );
    canvas.path(
        &format!("M{right} {SIDE}H{}L{right} {slant}Z", x(slant)),
        lower,
    );
    let radius = canvas.dice.i32(44..=110);
    let centre = (canvas.dice.i32(240..=400), canvas.dice.i32(240..=400));
    canvas.circle(centre, radius, disc);
}

/// A grid of squares, each cut into two triangles.
pub fn facets(canvas: &mut Canvas) {
    let cells = canvas.dice.i32(3..=6);
    let cell = (SIDE + cells - 1) / cells;
    for column in 0..cells {
        for row in 0..cells {
            let (x, y) = (column * cell, row * cell);
            let (right, bottom) = (x + cell, y + cell);
            let (first, second) = (canvas.colour(), canvas.colour());
            if canvas.dice.bool() {
                canvas.path(&format!("M{x} {y}H{right}L{x} {bottom}Z"), first);
            } else {
                canvas.path(&format!("M{x} {y}V{bottom}H{right}Z"), second);
            }
        }
    }
}
