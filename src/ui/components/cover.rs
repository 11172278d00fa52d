use crate::{
    spotify::model::{Image, image_for_width},
    ui::dom::{El, el},
};

/// A small cover or picture exactly as delivered: never cropped, never covered
/// (contract 8.1). `size` is the edge in CSS pixels; screens with two device
/// pixels to each are counted on.
pub fn cover(images: &[Image], size: u32) -> El {
    image(images, size, "cover")
}

/// The same, large enough for wider corners.
pub fn large_cover(images: &[Image], size: u32) -> El {
    image(images, size, "cover large")
}

fn image(images: &[Image], size: u32, class: &str) -> El {
    let Some(image) = image_for_width(images, size * 2) else {
        return el("span")
            .class(&format!("{class} blank"))
            .attr("aria-hidden", "true");
    };
    let edge = size.to_string();
    // What says how it is to be loaded must stand before what is.
    el("img")
        .class(class)
        .attr("alt", "")
        .attr("width", &edge)
        .attr("height", &edge)
        .attr("loading", "lazy")
        .attr("decoding", "async")
        .attr("src", &image.url)
}
