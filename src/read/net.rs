//! Addresses: pages fetched from the web, within bounds, and never from inside a private network unless the user named a
//! place there.

use std::io::Read;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use encoding_rs::Encoding;
use ureq::config::Config;
use ureq::http::Uri;
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::{DefaultConnector, NextTimeout};
use ureq::{Agent, Error};

use crate::source::Refusal;

/// How long a connection may take.
const TO_CONNECT: Duration = Duration::from_secs(10);
/// How long all of it may take, with every redirect.
const WHOLE: Duration = Duration::from_secs(30);
/// The largest page, unpacked, in bytes.
pub(super) const LARGEST_PAGE: u64 = 20 << 20;
/// So many redirects are followed.
const MOST_REDIRECTS: usize = 10;
/// So many pages are fetched at once.
const AT_ONCE: usize = 8;
/// What the program calls itself.
const AGENT: &str =
    concat!("parallax/", env!("CARGO_PKG_VERSION"), " (compares news articles; reads each page once)");
/// What it reads.
const ACCEPT: &str = "text/html,application/xhtml+xml,text/plain;q=0.9,application/json;q=0.8,*/*;q=0.1";

/// What an address answered.
#[derive(Debug)]
pub(super) struct Fetched {
    /// Its bytes; UTF-8 where the answer said that they are in another encoding.
    pub(super) bytes: Vec<u8>,
    /// What was done to it that the user may want to know.
    pub(super) notes: Vec<String>,
}

/// Fetches addresses, several at once; the answers are in their order. `progress` hears how many are there.
pub(super) fn fetch(
    addresses: &[&str],
    progress: &(dyn Fn(usize, usize) + Sync),
) -> Vec<Result<Fetched, Refusal>> {
    let answers: Vec<Mutex<Option<Result<Fetched, Refusal>>>> =
        addresses.iter().map(|_| Mutex::new(None)).collect();
    let (next, done) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let work = || {
        while let Some((address, answer)) = {
            let at = next.fetch_add(1, Ordering::Relaxed);
            addresses.get(at).zip(answers.get(at))
        } {
            let page = page(address);
            if let Ok(mut answer) = answer.lock() {
                *answer = Some(page);
            }
            progress(done.fetch_add(1, Ordering::Relaxed) + 1, addresses.len());
        }
    };
    progress(0, addresses.len());
    std::thread::scope(|scope| {
        for _ in 0..addresses.len().min(AT_ONCE) {
            scope.spawn(work);
        }
    });
    let lost = || Err(refused("the answer was lost"));
    answers.into_iter().map(|answer| answer.into_inner().ok().flatten().unwrap_or_else(lost)).collect()
}

fn refused(said: impl Into<String>) -> Refusal {
    Refusal::Net { said: said.into() }
}

/// Fetches one address.
fn page(address: &str) -> Result<Fetched, Refusal> {
    let begun = Instant::now();
    let mut uri: Uri = address.parse().map_err(|_| refused("it is no address; check how it is spelt"))?;
    let mut notes = Vec::new();
    // The host that the user names may be anywhere; where a redirect leads may not.
    let host = uri.authority().cloned();
    for _ in 0..=MOST_REDIRECTS {
        let left = WHOLE.checked_sub(begun.elapsed()).ok_or_else(too_slow)?;
        let agent = agent(left, uri.authority() == host.as_ref());
        let response = agent.get(&uri).header("accept", ACCEPT).call().map_err(|error| told(&error))?;
        let status = response.status();
        if status.is_redirection()
            && let Some(to) = response.headers().get("location")
        {
            let to = to.to_str().map_err(|_| refused("it leads on to no address"))?;
            uri = followed(&uri, to)?;
            notes = vec![format!("redirected to {uri}")];
            continue;
        }
        if !status.is_success() {
            let what = status.canonical_reason().unwrap_or("an error").to_lowercase();
            return Err(refused(format!("the server answers {} ({what})", status.as_u16())));
        }
        let charset =
            response.headers().get("content-type").and_then(|kind| kind.to_str().ok()).and_then(|kind| {
                kind.to_ascii_lowercase().split_once("charset=").map(|(_, name)| name.to_owned())
            });
        let mut bytes = Vec::new();
        let body = response.into_body().into_reader();
        body.take(LARGEST_PAGE + 1).read_to_end(&mut bytes).map_err(|error| read_failed(&error))?;
        if bytes.len() as u64 > LARGEST_PAGE {
            return Err(Refusal::TooLarge { most: LARGEST_PAGE });
        }
        if bytes.is_empty() {
            return Err(Refusal::Empty);
        }
        return Ok(as_utf_8(bytes, charset.as_deref(), notes));
    }
    Err(refused(format!("it leads on more than {MOST_REDIRECTS} times")))
}

/// What a redirect leads to: a page of http or https, and never from the second to the first.
fn followed(from: &Uri, to: &str) -> Result<Uri, Refusal> {
    let host = from.authority().map_or("", |authority| authority.as_str());
    let scheme = from.scheme_str().unwrap_or("http");
    let whole = if to.contains("://") {
        to.to_owned()
    } else if let Some(rest) = to.strip_prefix("//") {
        format!("{scheme}://{rest}")
    } else if to.starts_with('/') {
        format!("{scheme}://{host}{to}")
    } else {
        let folder = from.path().rsplit_once('/').map_or("", |(folder, _)| folder);
        format!("{scheme}://{host}{folder}/{to}")
    };
    // Where in a page is nothing that a server is told.
    let whole = whole.split('#').next().unwrap_or_default();
    let to = whole.split_once("://").map_or("", |(scheme, _)| scheme).to_ascii_lowercase();
    if !matches!((scheme, to.as_str()), ("http", "http" | "https") | ("https", "https")) {
        return Err(refused(format!("it leads on to an address of {to}, where it is not followed")));
    }
    whole.parse().map_err(|_| refused("it leads on to no address"))
}

fn agent(left: Duration, named: bool) -> Agent {
    let config = Agent::config_builder()
        .user_agent(AGENT)
        .max_redirects(0)
        .http_status_as_error(false)
        .timeout_connect(Some(TO_CONNECT.min(left)))
        .timeout_global(Some(left))
        .build();
    let resolver = Guarded { inner: DefaultResolver::default(), private: named };
    Agent::with_parts(config, DefaultConnector::default(), resolver)
}

/// Finds the machine behind a name, and none in a private network unless the user named it.
#[derive(Debug)]
struct Guarded {
    inner: DefaultResolver,
    private: bool,
}

/// What is said of a redirect into a private network.
const PRIVATE: &str = "it leads on into a private network";

impl Resolver for Guarded {
    fn resolve(
        &self,
        uri: &Uri,
        config: &Config,
        timeout: NextTimeout,
    ) -> Result<ResolvedSocketAddrs, Error> {
        let found = self.inner.resolve(uri, config, timeout)?;
        let is_private = |address: &SocketAddr| is_private(address.ip());
        if !self.private && found.iter().any(is_private) {
            return Err(Error::Io(std::io::Error::other(PRIVATE)));
        }
        Ok(found)
    }
}

/// Whether an address belongs to this machine, a private network, or nobody.
fn is_private(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(v4) => is_private_v4(v4),
        IpAddr::V6(v6) => v6.to_ipv4_mapped().map_or_else(|| is_private_v6(v6), is_private_v4),
    }
}

fn is_private_v4(address: Ipv4Addr) -> bool {
    let [a, b, ..] = address.octets();
    address.is_loopback()
        || address.is_private()
        || address.is_link_local()
        || address.is_unspecified()
        || address.is_broadcast()
        || address.is_multicast()
        || address.is_documentation()
        || a == 0
        // Carrier-grade networks, benchmarks, and what is kept for later.
        || (a == 100 && (64..128).contains(&b))
        || (a == 198 && (18..20).contains(&b))
        || a >= 240
}

fn is_private_v6(address: Ipv6Addr) -> bool {
    let [first, ..] = address.segments();
    address.is_loopback()
        || address.is_unspecified()
        || address.is_multicast()
        || first & 0xfe00 == 0xfc00
        || first & 0xffc0 == 0xfe80
}

fn too_slow() -> Refusal {
    refused(format!("it did not answer within {} seconds", WHOLE.as_secs()))
}

/// What went wrong, in words.
fn told(error: &Error) -> Refusal {
    match error {
        Error::Timeout(_) => too_slow(),
        Error::HostNotFound => refused("there is no such host; check how it is spelt, or the connection"),
        Error::Io(error) => read_failed(error),
        Error::Tls(said) => refused(format!("its certificate is not to be trusted: {said}")),
        Error::Rustls(error) => refused(format!("its certificate is not to be trusted: {error}")),
        Error::ConnectionFailed => refused("there is no connection to it"),
        error => refused(error.to_string()),
    }
}

fn read_failed(error: &std::io::Error) -> Refusal {
    if let Some(inner) = error.get_ref().and_then(|inner| inner.downcast_ref::<Error>())
        && !matches!(inner, Error::Io(_))
    {
        return told(inner);
    }
    match error.kind() {
        std::io::ErrorKind::TimedOut => too_slow(),
        std::io::ErrorKind::ConnectionRefused => refused("there is no server there"),
        std::io::ErrorKind::UnexpectedEof => refused("the answer broke off; try again"),
        // Names are looked up by the system, which has no kind of error for it.
        _ if error.to_string().contains("lookup") => told(&Error::HostNotFound),
        _ => refused(error.to_string()),
    }
}

/// The bytes as UTF-8 where the answer names another encoding and they are none.
fn as_utf_8(bytes: Vec<u8>, charset: Option<&str>, mut notes: Vec<String>) -> Fetched {
    let label = charset.map(|name| name.trim_matches(|c: char| !c.is_alphanumeric()));
    let encoding = label.and_then(|label| Encoding::for_label(label.as_bytes()));
    match encoding {
        Some(encoding) if encoding != encoding_rs::UTF_8 && std::str::from_utf8(&bytes).is_err() => {
            let (text, ..) = encoding.decode(&bytes);
            notes.push(format!("in {}, as the server says", encoding.name().to_lowercase()));
            Fetched { bytes: text.into_owned().into_bytes(), notes }
        }
        _ => Fetched { bytes, notes },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn private_addresses_are_known() {
        for private in [
            "127.0.0.1",
            "10.1.2.3",
            "172.16.0.1",
            "192.168.1.1",
            "169.254.169.254",
            "0.0.0.0",
            "100.64.0.1",
            "::1",
            "fe80::1",
            "fd00::1",
            "::ffff:10.0.0.1",
            "255.255.255.255",
            "224.0.0.1",
        ] {
            assert!(is_private(private.parse().unwrap()), "{private}");
        }
        for public in ["8.8.8.8", "93.184.216.34", "2606:2800:220:1::1", "172.32.0.1", "100.128.0.1"] {
            assert!(!is_private(public.parse().unwrap()), "{public}");
        }
    }

    #[test]
    fn redirects_lead_to_pages_only() {
        let from: Uri = "https://tide.example/news/1.html?x=1".parse().unwrap();
        let to = |to: &str| followed(&from, to).map(|uri| uri.to_string());
        assert_eq!(to("/2").unwrap(), "https://tide.example/2");
        assert_eq!(to("2.html#top").unwrap(), "https://tide.example/news/2.html");
        assert_eq!(to("//other.example/2").unwrap(), "https://other.example/2");
        for refused in ["http://tide.example/2", "file:///etc/passwd", "ftp://tide.example/2"] {
            assert!(to(refused).is_err(), "{refused}");
        }
        let plain: Uri = "http://tide.example/1".parse().unwrap();
        assert!(followed(&plain, "https://tide.example/1").is_ok());
    }
}
