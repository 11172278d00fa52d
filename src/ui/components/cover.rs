use leptos::prelude::*;

use crate::spotify::model::{Image, image_for_width};

/// A cover or picture exactly as delivered: never cropped, never covered
/// (contract 8.1). `size` is the edge in CSS pixels; screens with two device
/// pixels to each are counted on.
#[component]
pub fn Cover(images: Vec<Image>, size: u32, #[prop(optional)] is_large: bool) -> impl IntoView {
    let class = if is_large { "cover large" } else { "cover" };
    match image_for_width(&images, size * 2) {
        Some(image) => view! {
            <img
                class=class
                src=image.url.clone()
                alt=""
                width=size
                height=size
                loading="lazy"
                decoding="async"
            />
        }
        .into_any(),
        None => {
            view! { <span class=format!("{class} blank") aria-hidden="true"></span> }.into_any()
        }
    }
}
