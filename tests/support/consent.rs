use http::{Request, Response, header};
use simulator::{Millis, Simulator};

/// What the listener decides on Spotify's consent page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    /// Agrees, as the account with this id.
    Agree(&'static str),
    /// Presses Cancel.
    Cancel,
}

/// Goes to `url` as a top-level navigation does, decides there if asked, and
/// gives the address Spotify sends the listener back to; or the text of the
/// page on which it ends.
pub fn visit(
    spotify: &mut Simulator,
    url: &str,
    decision: Decision,
    now: Millis,
) -> Result<String, String> {
    let request = Request::get(url).body(Vec::new()).expect("an address");
    let page = answer(spotify, request, now);
    if let Some(back) = location(&page) {
        return Ok(back);
    }
    let text = String::from_utf8_lossy(page.body()).into_owned();
    let Some(action) = action_of(&text) else {
        return Err(text);
    };
    let form = match decision {
        Decision::Agree(account) => format!("decision=agree&account={account}"),
        Decision::Cancel => "decision=cancel".to_owned(),
    };
    let request = Request::post(format!("https://accounts.spotify.com{action}"))
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(form.into_bytes())
        .expect("an address");
    location(&answer(spotify, request, now)).ok_or(text)
}

fn answer(spotify: &mut Simulator, request: Request<Vec<u8>>, now: Millis) -> Response<Vec<u8>> {
    spotify.answer(request, now).reply.expect("an answer")
}

fn location(answer: &Response<Vec<u8>>) -> Option<String> {
    let location = answer.headers().get(header::LOCATION)?;
    Some(location.to_str().expect("an address").to_owned())
}

fn action_of(page: &str) -> Option<String> {
    let (_, rest) = page.split_once(" action=\"")?;
    Some(rest.split('"').next()?.replace("&amp;", "&"))
}
