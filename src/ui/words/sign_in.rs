use crate::{
    oauth::{AuthorizationError, AuthorizationFailure, TokenError},
    ports::{Millis, StoreError},
    session::{BeginError, CallbackFailure, SignInFailure},
    spotify::{Error, Refusal},
    ui::{state::SignInProblem, words::Explanation},
};

/// Why nobody is signed in, and what to do about it.
pub struct SignInExplanation {
    /// In a few words.
    pub title: &'static str,
    /// What happened.
    pub body: String,
    /// What to do, in order.
    pub steps: Vec<&'static str>,
    /// Which button comes first.
    pub remedy: Remedy,
    /// Whether it is about how much was asked, so that the Quota panel helps.
    pub is_about_limits: bool,
}

/// What ends a failed sign-in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Remedy {
    /// A new authorization request.
    Connect,
    /// The tokens are there: ask `/me` once more.
    CheckAgain,
    /// The same, but not before that moment: Spotify asked to slow down.
    CheckAgainAt(Millis),
    /// Something must be set right first, on the Connect page.
    Setup,
    /// Something must be set right in the browser.
    Reload,
}

struct Told(&'static str, &'static str, Vec<&'static str>, Remedy);

impl SignInExplanation {
    /// Explains `problem`.
    pub fn of(problem: &SignInProblem) -> Self {
        if let SignInProblem::SignIn(SignInFailure::NotProven(error)) = problem {
            return Self::of_proof(error);
        }
        let Told(title, body, steps, remedy) = match problem {
            SignInProblem::Callback(failure) => of_callback(*failure),
            SignInProblem::SignIn(SignInFailure::Exchange(error)) => of_exchange(*error),
            SignInProblem::SignIn(SignInFailure::Begin(BeginError::Random(_))) => Told(
                "This browser gives no random numbers",
                "Signing in needs secrets that nobody can guess, and this browser did not make any. Nothing was sent anywhere.",
                Vec::new(),
                Remedy::Reload,
            ),
            SignInProblem::SignIn(SignInFailure::Begin(BeginError::Store(StoreError::Full))) => {
                Told(
                    "This tab’s storage is full",
                    "What proves that it was you must be kept while you are at Spotify, and there is no room for it.",
                    vec!["Close other pages of this site, or open this page in a new tab."],
                    Remedy::Reload,
                )
            }
            SignInProblem::SignIn(SignInFailure::Overtaken) => Told(
                "You signed out meanwhile",
                "While Spotify answered, this session was signed out in another tab. So nothing of the answer was kept.",
                Vec::new(),
                Remedy::Connect,
            ),
            SignInProblem::SignIn(SignInFailure::Begin(_) | SignInFailure::NotProven(_))
            | SignInProblem::NoStorage => Told(
                "This browser keeps nothing for this page",
                "Signing in means leaving for Spotify and coming back, and what proves that it was you must be kept meanwhile. This browser does not let the page keep anything.",
                vec![
                    "Allow cookies and site data for this site, or leave private browsing.",
                    "Then reload this page.",
                ],
                Remedy::Reload,
            ),
        };
        Self {
            title,
            body: body.to_owned(),
            steps,
            remedy,
            is_about_limits: matches!(
                problem,
                SignInProblem::SignIn(SignInFailure::Exchange(TokenError::Throttled { .. }))
            ),
        }
    }

    fn of_proof(error: &Error) -> Self {
        let told = match error {
            Error::Forbidden(Refusal::NotRegistered) => Told(
                "This account is not on the app’s list",
                "You signed in, but Spotify answers only the people the app’s owner has listed: up to five.",
                vec![
                    "The owner opens the app in Spotify’s dashboard, then Settings, then User Management.",
                    "There they add your name and the e-mail address of your Spotify account, letter by letter.",
                    "Then check again here; you need not sign in anew.",
                ],
                Remedy::CheckAgain,
            ),
            Error::Forbidden(Refusal::OwnerWithoutPremium) => Told(
                "The app’s owner needs Premium",
                "Spotify serves an app only while the account that owns it has Premium.",
                vec![
                    "If you own the app, check your subscription at Spotify.",
                    "After subscribing it can take a few hours until Spotify answers. Then check again here.",
                ],
                Remedy::CheckAgain,
            ),
            other => {
                let explanation = Explanation::of_call(other);
                return Self {
                    title: explanation.title,
                    body: explanation.body,
                    steps: Vec::new(),
                    is_about_limits: other.is_about_limits(),
                    remedy: match other.until() {
                        _ if other.needs_sign_in() => Remedy::Connect,
                        Some(moment) => Remedy::CheckAgainAt(moment),
                        None => Remedy::CheckAgain,
                    },
                };
            }
        };
        let Told(title, body, steps, remedy) = told;
        Self {
            title,
            body: body.to_owned(),
            steps,
            remedy,
            is_about_limits: false,
        }
    }
}

/// What to tell someone who is signed in and came back from Spotify with an
/// answer that led nowhere.
pub const fn unchanged(failure: CallbackFailure) -> &'static str {
    use AuthorizationFailure::{NotOurs, Refused};
    match failure {
        CallbackFailure::Authorization(Refused(AuthorizationError::AccessDenied)) => {
            "You said no at Spotify, so nothing was changed."
        }
        CallbackFailure::Authorization(Refused(_)) => {
            "Spotify did not agree to what was asked, so nothing was changed."
        }
        CallbackFailure::Authorization(NotOurs) | CallbackFailure::Malformed(_) => {
            "Spotify’s answer in the address had been used before, came too late or was not for this tab, so it was ignored."
        }
    }
}

fn of_callback(failure: CallbackFailure) -> Told {
    use AuthorizationError::{AccessDenied, Other, ServerTrouble};
    match failure {
        CallbackFailure::Authorization(AuthorizationFailure::Refused(AccessDenied)) => Told(
            "You said no, and that is fine",
            "Spotify gave this page nothing. If that was not what you meant, connect again and agree.",
            Vec::new(),
            Remedy::Connect,
        ),
        CallbackFailure::Authorization(AuthorizationFailure::Refused(ServerTrouble)) => Told(
            "Trouble at Spotify",
            "Spotify’s sign-in service could not finish. Trying again in a minute usually helps.",
            Vec::new(),
            Remedy::Connect,
        ),
        CallbackFailure::Authorization(AuthorizationFailure::Refused(Other)) => Told(
            "Spotify did not agree to this sign-in",
            "It gave a reason that this page does not know. Check the app’s settings in the dashboard, then connect again.",
            Vec::new(),
            Remedy::Setup,
        ),
        CallbackFailure::Authorization(AuthorizationFailure::NotOurs) => Told(
            "This answer does not belong to a sign-in here",
            "It came too late, was used before, or was asked for in another tab. To be safe it was thrown away, and nothing was sent anywhere.",
            Vec::new(),
            Remedy::Connect,
        ),
        CallbackFailure::Malformed(_) => Told(
            "That address was not one Spotify writes",
            "Someone or something changed it on the way. To be safe it was thrown away, and nothing was sent anywhere.",
            Vec::new(),
            Remedy::Connect,
        ),
    }
}

fn of_exchange(error: TokenError) -> Told {
    match error {
        TokenError::CodeExpired => Told(
            "The sign-in took too long",
            "Spotify’s code is good for a few minutes, and those had passed.",
            Vec::new(),
            Remedy::Connect,
        ),
        TokenError::InvalidGrant => Told(
            "Spotify did not accept its own code",
            "It was used already, or does not fit this request. A new sign-in makes a new one.",
            Vec::new(),
            Remedy::Connect,
        ),
        TokenError::InvalidClient | TokenError::Refused => Told(
            "Spotify does not know this app",
            "The code could not be exchanged for this client ID.",
            vec![
                "Compare the client ID with the one in Spotify’s dashboard, character by character.",
                "Check that the redirect URI stands there exactly as on the Connect page.",
            ],
            Remedy::Setup,
        ),
        TokenError::Throttled { .. } => Told(
            "Too many sign-ins just now",
            "Spotify asks to wait a little before the next one.",
            Vec::new(),
            Remedy::Connect,
        ),
        TokenError::ServerTrouble(_) | TokenError::Unreachable(_) | TokenError::Protocol(_) => {
            Told(
                "Spotify could not finish the sign-in",
                "You agreed, but the exchange of the code had no proper answer: trouble at Spotify, a lost network, or a content blocker. Connecting again is safe; Spotify remembers that you agreed.",
                Vec::new(),
                Remedy::Connect,
            )
        }
    }
}
