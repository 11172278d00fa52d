//! Every row of contract 3.3 in Spotify's own words: what the client makes of
//! it, what is to be done, and how often it asked.

mod support;

use cratedigger::spotify::{
    Error,
    NextStep::{ConnectAgain, Dashboard, Nothing, TryAgain},
    Refusal::{
        Closed, InsufficientScope, ListenerWithoutPremium, NotRegistered, NotYours,
        OwnerWithoutPremium,
    },
    Rejection::{self, InvalidId, InvalidLimit, MissingField, WrongMethod},
    Situation,
};
use support::{
    answer,
    asking::{Ask, html, json, told},
};

#[test]
fn a_fault_of_ours_is_said_once() {
    for (ask, response, rejection) in [
        (Ask::Track, json(400, "Invalid base62 id"), InvalidId),
        (Ask::Track, json(400, "invalid id"), InvalidId),
        (Ask::Track, answer(400, "Invalid base62 id"), InvalidId),
        (Ask::Albums, json(400, "Invalid limit"), InvalidLimit),
        (Ask::Search, json(400, "Invalid limit"), InvalidLimit),
        (
            Ask::Save,
            json(400, "Missing required field: uris"),
            MissingField,
        ),
        (
            Ask::Create,
            json(400, "Missing required field: name"),
            MissingField,
        ),
        (Ask::Add, json(400, "No uris provided"), MissingField),
        (Ask::Search, json(400, "No search query"), MissingField),
        (Ask::Save, json(405, "Method not allowed"), WrongMethod),
        (Ask::Profile, answer(405, ""), WrongMethod),
        (
            Ask::Add,
            json(400, "Index out of bounds."),
            Rejection::Other(400),
        ),
        (Ask::Search, html(414), Rejection::Other(414)),
        (Ask::State, answer(400, ""), Rejection::Other(400)),
    ] {
        let (error, sent) = told(ask, &response);
        assert_eq!(
            (&error, sent),
            (&Error::Rejected(rejection), 1),
            "{response:?}"
        );
        let explained = (error.situation(), error.next_step(), error.until());
        assert_eq!(explained, (None, TryAgain, None), "{response:?}");
    }
}

#[test]
fn a_token_that_is_not_accepted_is_renewed_once_and_tried_once_more() {
    for response in [
        json(401, "Missing/invalid/expired access token"),
        json(401, "The access token expired"),
        json(401, "Invalid access token"),
        json(401, "No token provided"),
        answer(401, ""),
        html(401),
        json(400, "Only valid bearer authentication supported"),
    ] {
        let (error, sent) = told(Ask::Profile, &response);
        assert_eq!((&error, sent), (&Error::Unauthorized, 2), "{response:?}");
        let explained = (error.situation(), error.next_step(), error.until());
        let expected = (Some(Situation::GrantEnded), ConnectAgain, None);
        assert_eq!(explained, expected, "{response:?}");
    }
}

const NOT_REGISTERED: &str =
    "Check settings on developer.spotify.com/dashboard, the user may not be registered.";
const NOT_OURS: &str = "You cannot add tracks to a playlist you don't own.";
const OWNER: &str = "Active premium subscription required for the owner of the app. When the \
    subscription status changes, it can take a few hours before requests are allowed again.";

#[test]
fn each_refusal_is_told_from_the_others() {
    let plain = answer(403, r#"{"error":"Forbidden"}"#);
    let scope = || json(403, "Insufficient client scope");
    let old = json(403, "User not registered in the Developer Dashboard");
    for (ask, response, refusal, sent) in [
        // What has been seen to pass is asked about twice where that is safe.
        (Ask::Track, json(403, "Forbidden"), Closed, 2),
        (Ask::Track, plain, Closed, 2),
        (Ask::Track, answer(403, "Forbidden"), Closed, 2),
        (Ask::Track, html(403), Closed, 2),
        (Ask::Track, answer(403, ""), Closed, 2),
        (Ask::Save, json(403, "Forbidden"), Closed, 1),
        (Ask::State, json(403, "Forbidden"), Closed, 2),
        (Ask::Items, json(403, "Forbidden"), NotYours, 1),
        (Ask::Add, json(403, NOT_OURS), NotYours, 1),
        (Ask::Track, scope(), InsufficientScope, 1),
        (Ask::Items, scope(), InsufficientScope, 1),
        (Ask::Profile, answer(403, NOT_REGISTERED), NotRegistered, 1),
        (Ask::Profile, json(403, NOT_REGISTERED), NotRegistered, 1),
        (Ask::Items, old, NotRegistered, 1),
        (Ask::Pause, answer(403, NOT_REGISTERED), NotRegistered, 1),
        (Ask::Track, json(403, OWNER), OwnerWithoutPremium, 2),
        (Ask::Items, answer(403, OWNER), OwnerWithoutPremium, 2),
        (Ask::Pause, json(403, OWNER), OwnerWithoutPremium, 1),
        (
            Ask::Track,
            json(403, "Premium required"),
            ListenerWithoutPremium,
            2,
        ),
    ] {
        let told = told(ask, &response);
        assert_eq!(
            told,
            (Error::Forbidden(refusal), sent),
            "{ask:?} {response:?}"
        );
        let (situation, next_step) = match refusal {
            Closed => (Some(Situation::Closed), Nothing),
            NotYours => (None, Nothing),
            InsufficientScope => (Some(Situation::ScopeMissing), ConnectAgain),
            NotRegistered => (Some(Situation::NotRegistered), Dashboard),
            OwnerWithoutPremium => (Some(Situation::OwnerWithoutPremium), Dashboard),
            ListenerWithoutPremium => (Some(Situation::ListenerWithoutPremium), Nothing),
        };
        let explained = (told.0.situation(), told.0.next_step(), told.0.until());
        assert_eq!(explained, (situation, next_step, None), "{response:?}");
    }
}

#[test]
fn what_is_not_there_and_what_is_broken_is_said_as_it_is() {
    let missing = Error::NotFound;
    let broken = Error::ServerTrouble;
    for (ask, response, error, sent) in [
        (
            Ask::Track,
            json(404, "Resource not found"),
            missing.clone(),
            1,
        ),
        (
            Ask::Items,
            json(404, "Non existing id: spotify:playlist:x"),
            missing.clone(),
            1,
        ),
        (Ask::Track, html(404), missing.clone(), 1),
        (Ask::State, answer(404, ""), missing, 1),
        (Ask::Profile, answer(500, ""), broken(500), 3),
        (Ask::Items, html(502), broken(502), 3),
        (Ask::State, json(503, "Service unavailable"), broken(503), 3),
        (Ask::Search, html(504), broken(504), 3),
        // What is written is not written twice.
        (Ask::Add, html(502), broken(502), 1),
        (Ask::Save, answer(503, ""), broken(503), 1),
        (Ask::Pause, html(502), broken(502), 1),
    ] {
        let told = told(ask, &response);
        assert_eq!(told, (error, sent), "{ask:?} {response:?}");
        let explained = (told.0.situation(), told.0.next_step(), told.0.until());
        assert_eq!(explained, (None, TryAgain, None), "{ask:?} {response:?}");
    }
}
