//! What each command does.

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use serde_json::json;

use crate::apps::App;
use crate::apps::AppChange;
use crate::apps::DEMO_CLIENT_ID;
use crate::call::Pairs;
use crate::clock::Millis;
use crate::control::CommandError;
use crate::faults::Fault;
use crate::listeners::AccountChange;
use crate::simulator::Simulator;
use crate::switches::SwitchChange;

#[derive(Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
enum ClockChange {
    AdvanceMs(i64),
    SetMs(u64),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SignIn {
    account: String,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct TokenOrder {
    client_id: Option<String>,
    account: Option<String>,
    scope: Option<String>,
    app_alone: bool,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Revocation {
    client_id: Option<String>,
    account: Option<String>,
}

pub fn reset(simulator: &mut Simulator) -> Value {
    simulator.reset();
    done()
}

pub fn clock(simulator: &Simulator, host_time: Millis) -> Value {
    json!({"now_ms": simulator.now(host_time)})
}

pub fn set_clock(
    simulator: &mut Simulator,
    body: &[u8],
    host_time: Millis,
) -> Result<Value, CommandError> {
    match read(body)? {
        ClockChange::AdvanceMs(by) => simulator.advance_clock(by),
        ClockChange::SetMs(instant) => simulator.set_clock(Millis(instant), host_time),
    }
    Ok(clock(simulator, host_time))
}

pub fn accounts(simulator: &Simulator) -> Value {
    json!({"accounts": simulator.accounts(), "signed_in": simulator.signed_in()})
}

pub fn sign_in(simulator: &mut Simulator, body: &[u8]) -> Result<Value, CommandError> {
    let order: SignIn = read(body)?;
    simulator.sign_in(&order.account)?;
    Ok(accounts(simulator))
}

pub fn change_account(
    simulator: &mut Simulator,
    id: &str,
    body: &[u8],
) -> Result<Value, CommandError> {
    let change: AccountChange = read(body)?;
    simulator.change_account(id, change)?;
    Ok(accounts(simulator))
}

pub fn register_app(simulator: &mut Simulator, body: &[u8]) -> Result<Value, CommandError> {
    let app: App = read(body)?;
    simulator.register_app(app);
    Ok(done())
}

pub fn change_app(
    simulator: &mut Simulator,
    client_id: &str,
    body: &[u8],
) -> Result<Value, CommandError> {
    let change: AppChange = read(body)?;
    simulator.change_app(client_id, change)?;
    Ok(done())
}

pub fn faults(simulator: &Simulator) -> Value {
    simulator
        .faults()
        .map(|(id, fault)| json!({"id": id, "fault": fault}))
        .collect()
}

pub fn order_fault(simulator: &mut Simulator, body: &[u8]) -> Result<Value, CommandError> {
    let fault: Fault = read(body)?;
    Ok(json!({"id": simulator.order_fault(fault)}))
}

pub fn clear_faults(simulator: &mut Simulator) -> Value {
    simulator.clear_faults();
    done()
}

pub fn clear_fault(simulator: &mut Simulator, id: &str) -> Result<Value, CommandError> {
    let cleared = id.parse().is_ok_and(|id| simulator.clear_fault(id));
    if cleared {
        Ok(done())
    } else {
        Err(CommandError::NoSuchFault)
    }
}

pub fn switch(simulator: &mut Simulator, body: &[u8]) -> Result<Value, CommandError> {
    let change: SwitchChange = read(body)?;
    simulator.switch(change);
    Ok(json!(simulator.switches()))
}

pub fn issue_tokens(
    simulator: &mut Simulator,
    body: &[u8],
    host_time: Millis,
) -> Result<Value, CommandError> {
    let order: TokenOrder = read_or_default(body)?;
    let client_id = order.client_id.as_deref().unwrap_or(DEMO_CLIENT_ID);
    if order.app_alone {
        let token = simulator.issue_app_token(client_id, host_time)?;
        return Ok(json!({"access_token": token}));
    }
    let account = order
        .account
        .unwrap_or_else(|| simulator.signed_in().to_owned());
    let scopes = order.scope.as_deref();
    Ok(json!(
        simulator.issue_tokens(client_id, &account, scopes, host_time)?
    ))
}

pub fn expire_tokens(simulator: &mut Simulator, host_time: Millis) -> Value {
    simulator.expire_access_tokens(host_time);
    done()
}

pub fn revoke_grants(simulator: &mut Simulator, body: &[u8]) -> Result<Value, CommandError> {
    let order: Revocation = read_or_default(body)?;
    simulator.revoke_grants(order.client_id.as_deref(), order.account.as_deref());
    Ok(done())
}

pub fn forget_approvals(simulator: &mut Simulator) -> Value {
    simulator.forget_approvals();
    done()
}

pub fn log(simulator: &Simulator, query: Option<&str>) -> Value {
    let query = Pairs::parse(query.unwrap_or_default().as_bytes());
    let since = query
        .get("since")
        .and_then(|seq| seq.parse().ok())
        .unwrap_or(0);
    simulator
        .log()
        .iter()
        .filter(|entry| entry.seq > since)
        .map(|entry| json!(entry))
        .collect()
}

pub fn clear_log(simulator: &mut Simulator) -> Value {
    simulator.clear_log();
    done()
}

fn done() -> Value {
    json!({})
}

/// Reads a command's body.
pub fn read<T: DeserializeOwned>(body: &[u8]) -> Result<T, CommandError> {
    Ok(serde_json::from_slice(body)?)
}

fn read_or_default<T: DeserializeOwned + Default>(body: &[u8]) -> Result<T, CommandError> {
    if body.is_empty() {
        Ok(T::default())
    } else {
        read(body)
    }
}
