//! Addresses, answered by a server of the tests' own: nothing leaves the machine.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};

use super::program::{Ran, folder, run};

const PAGE: &str = "<html><head><title>Ferry sinks - The Tide</title><meta property='og:site_name' content='The Tide'></head><body>\
    <nav><a href='/'>Home</a></nav><article><h1>Ferry sinks off Ellery</h1><p>The ferry sank off Ellery on Friday night, and nine \
    people drowned in the cold water, the harbour master said.</p><p>Divers will look at the wreck when the storm is over, and the \
    mayor has called for a day of mourning in the town.</p></article></body></html>";

/// An answer with headers of its own.
fn answer(status: &str, headers: &str, body: &[u8]) -> Vec<u8> {
    let length = body.len();
    let mut bytes =
        format!("HTTP/1.1 {status}\r\nContent-Length: {length}\r\nConnection: close\r\n{headers}\r\n")
            .into_bytes();
    bytes.extend(body);
    bytes
}

fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    packer.write_all(bytes).unwrap();
    packer.finish().unwrap()
}

fn serve(mut connection: TcpStream, elsewhere: u16) {
    let mut request = String::new();
    let mut lines = BufReader::new(connection.try_clone().unwrap());
    lines.read_line(&mut request).unwrap();
    let mut agent = String::new();
    loop {
        let mut line = String::new();
        lines.read_line(&mut line).unwrap();
        if line.trim().is_empty() {
            break;
        }
        if line.to_lowercase().starts_with("user-agent:") {
            agent = line;
        }
    }
    let html = "Content-Type: text/html; charset=utf-8\r\n";
    let path = request.split(' ').nth(1).unwrap();
    let bytes = match path {
        "/page" if agent.contains("parallax/") => answer("200 OK", html, PAGE.as_bytes()),
        "/packed" => answer("200 OK", &format!("{html}Content-Encoding: gzip\r\n"), &packed(PAGE.as_bytes())),
        "/bomb" => {
            answer("200 OK", &format!("{html}Content-Encoding: gzip\r\n"), &packed(&vec![b'a'; 32 << 20]))
        }
        "/moved" => answer("301 Moved Permanently", "Location: /page\r\n", b""),
        "/loop" => answer("302 Found", "Location: /loop\r\n", b""),
        "/file" => answer("302 Found", "Location: file:///etc/passwd\r\n", b""),
        "/inside" => answer("302 Found", &format!("Location: http://127.0.0.1:{elsewhere}/page\r\n"), b""),
        "/latin" => {
            let body = b"Caf\xe9 closed\n\nThe caf\xe9 at the harbour was closed on Friday for good.\n";
            answer("200 OK", "Content-Type: text/plain; charset=iso-8859-1\r\n", body)
        }
        "/empty" => answer("200 OK", html, b""),
        "/broken" => {
            let mut bytes = b"HTTP/1.1 200 OK\r\nContent-Length: 5000\r\nConnection: close\r\n\r\n".to_vec();
            bytes.extend(PAGE.as_bytes());
            bytes
        }
        "/nonsense" => b"SSH-2.0-OpenSSH_9.2\r\n".to_vec(),
        "/error" => answer("500 Internal Server Error", html, b"it broke"),
        _ => answer("404 Not Found", html, b"not here"),
    };
    // Whoever has read enough hangs up.
    let _ = connection.write_all(&bytes);
}

/// A server, and the port that it listens on.
fn server(elsewhere: u16) -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    std::thread::spawn(move || {
        for connection in listener.incoming().map_while(Result::ok) {
            std::thread::spawn(move || serve(connection, elsewhere));
        }
    });
    port
}

fn read(paths: &[&str]) -> Ran {
    let port = server(server(0));
    let addresses: Vec<String> = paths.iter().map(|path| format!("http://127.0.0.1:{port}{path}")).collect();
    let mut arguments = vec!["compare", "--format", "json"];
    arguments.extend(addresses.iter().map(String::as_str));
    run(folder().path(), &arguments)
}

#[test]
fn pages_are_read_packed_redirected_and_in_their_encoding() {
    let ran = read(&["/page", "/packed", "/moved", "/latin"]);
    assert_eq!((ran.status, ran.err.as_str()), (Some(0), ""));
    let comparison: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    let articles = comparison["articles"].as_array().unwrap();
    assert_eq!(articles.len(), 4);
    for article in &articles[..3] {
        assert_eq!(article["title"], "Ferry sinks off Ellery");
        assert_eq!(article["outlet"], "The Tide");
        assert_eq!(article["source_kind"], "web_page");
        assert!(article["address"].as_str().unwrap().starts_with("http://127.0.0.1:"), "{article}");
    }
    assert!(articles[2]["notes"][0].as_str().unwrap().starts_with("redirected to http://127.0.0.1:"));
    assert!(articles[3]["text"].as_str().unwrap().contains("Café closed"), "{}", articles[3]);
}

#[test]
fn what_fails_is_named_with_its_reason_and_the_rest_is_compared() {
    let failures = [
        ("/none", "the server answers 404 (not found)"),
        ("/error", "the server answers 500"),
        ("/loop", "it leads on more than 10 times"),
        ("/file", "an address of file"),
        ("/inside", "it leads on into a private network"),
        ("/bomb", "larger than 20 MiB"),
        ("/empty", "there is nothing in it"),
        ("/broken", "the answer broke off"),
        ("/nonsense", ""),
    ];
    let mut paths: Vec<&str> = failures.iter().map(|(path, _)| *path).collect();
    paths.push("/page");
    let ran = read(&paths);
    assert_eq!(ran.status, Some(3), "{}", ran.err);
    for (path, reason) in failures {
        let line = ran
            .err
            .lines()
            .find(|line| line.contains(&format!("{path}:")))
            .unwrap_or_else(|| panic!("{path}: {}", ran.err));
        assert!(line.contains(reason), "{path}: {line}");
    }
    let comparison: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(comparison["articles"].as_array().unwrap().len(), 1);
}

#[test]
fn where_nobody_answers_that_is_said() {
    // A port that was just given back.
    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let address = format!("http://127.0.0.1:{port}/page");
    let ran = run(folder().path(), &["compare", &address]);
    assert_eq!(ran.status, Some(1));
    assert!(ran.err.contains("there is no server there"), "{}", ran.err);
    // Something that is no TLS is no page of https.
    let address = format!("https://127.0.0.1:{}/page", server(0));
    let ran = run(folder().path(), &["compare", &address]);
    assert_eq!(ran.status, Some(1), "{}", ran.err);
    assert!(ran.err.contains(&address), "{}", ran.err);
}
