use leptos::prelude::*;

/// For those who come back from Spotify's page with no answer.
#[component]
pub fn Unfinished(is_open: bool) -> impl IntoView {
    view! {
        <details class="unfinished" open=is_open>
            <summary>"Came back without finishing?"</summary>
            <p>"Spotify shows some mistakes on its own page and never tells this one. If it said …"</p>
            <dl>
                <dt>"INVALID_CLIENT: Invalid redirect URI"</dt>
                <dd>"The redirect URI of step 2 is not registered, or differs by a letter, a port or a slash."</dd>
                <dt>"INVALID_CLIENT: Invalid client"</dt>
                <dd>"The client ID above is not the one of your app."</dd>
                <dt>"Illegal scope"</dt>
                <dd>"This passes: try again in a few minutes."</dd>
                <dt>"… nothing of the kind"</dt>
                <dd>
                    "You may have pressed Back, or be signed in to Spotify with another account: “Use another
                    account” lets you choose."
                </dd>
            </dl>
        </details>
    }
}
