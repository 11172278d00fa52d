use js_sys::{Array, Date, Intl, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use super::now;
use crate::ports::Millis;

/// The day of `moment` in the listener's own words, such as "12 March 2026".
pub fn long_date(moment: Millis) -> String {
    written(&date(moment), &[("dateStyle", "long")])
}

/// The day of `moment` in few letters, such as "12 Mar 2026".
pub fn short_date(moment: Millis) -> String {
    written(&date(moment), &[("dateStyle", "medium")])
}

/// A day, a month or a year, as exactly as it is known, such as "March 1999".
pub fn calendar_date(year: u16, month: Option<u8>, day: Option<u8>) -> String {
    let mut options = vec![("timeZone", "UTC"), ("year", "numeric")];
    if month.is_some() {
        options.push(("month", "long"));
    }
    if day.is_some() {
        options.push(("day", "numeric"));
    }
    let month = month.map_or(0, |month| i32::from(month) - 1);
    let moment = Date::new(&JsValue::from_f64(0.0));
    moment.set_utc_full_year_with_month_date(u32::from(year), month, i32::from(day.unwrap_or(1)));
    written(&moment, &options)
}

/// The time of `moment`, which is to come, in the listener's own words, such as
/// "14:05": with the seconds when it is soon, and with the day of the week when
/// it is not today.
pub fn short_moment(moment: Millis) -> String {
    let date = date(moment);
    let mut options = vec![("hour", "numeric"), ("minute", "2-digit")];
    if moment - now() < Millis::from_minutes(2) {
        options.push(("second", "2-digit"));
    }
    if Date::new_0().to_date_string() != date.to_date_string() {
        options.push(("weekday", "long"));
    }
    written(&date, &options)
}

/// The hour that the listener's clock shows, from 0 to 23.
pub fn hour_of_day() -> u32 {
    Date::new_0().get_hours()
}

fn date(moment: Millis) -> Date {
    #[expect(clippy::cast_precision_loss, reason = "dates are far below 2^53")]
    let moment = JsValue::from_f64(moment.0 as f64);
    Date::new(&moment)
}

fn written(date: &Date, wanted: &[(&str, &str)]) -> String {
    let options = Object::new();
    for (name, value) in wanted {
        // Setting a property of a new plain object cannot fail.
        let _ = Reflect::set(&options, &(*name).into(), &(*value).into());
    }
    let format = Intl::DateTimeFormat::new(&Array::new(), &options);
    format
        .format()
        .call1(&JsValue::UNDEFINED, date)
        .ok()
        .and_then(|text| text.dyn_into::<js_sys::JsString>().ok())
        .map(String::from)
        .unwrap_or_default()
}
