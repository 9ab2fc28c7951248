//! The exported web page in a browser, by its debugging protocol over a pipe. Needs Chromium; without it, it is skipped
//! and says so.

use std::cell::Cell;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::time::Duration;

use parallax::article::Article;
use parallax::comparison::{Annotations, Comparison, Settings, compare};
use parallax::export::{Format, Scope, write_annotated};
use serde_json::{Value, json};

/// How long the browser may take to answer before the test fails.
const PATIENCE: Duration = Duration::from_secs(60);

struct Browser {
    child: Child,
    commands: ChildStdin,
    messages: Receiver<Value>,
    session: String,
    next: Cell<u64>,
    /// What the page complained about.
    complaints: Vec<String>,
    _profile: tempfile::TempDir,
}

/// The name of a browser that is installed.
fn installed() -> Option<&'static str> {
    let is_there = |name: &&str| {
        Command::new(name)
            .arg("--version")
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status()
            .is_ok_and(|s| s.success())
    };
    let found = ["chromium", "chromium-browser", "google-chrome"].into_iter().find(is_there);
    if found.is_none() {
        eprintln!("skipped: there is no Chromium here, so the web page was not opened in a browser");
    }
    found
}

impl Browser {
    fn open(name: &str, page: &Path) -> Self {
        let profile = tempfile::tempdir().unwrap();
        // The browser takes commands from descriptor 3 and answers on 4.
        let script = "exec \"$0\" --headless --no-sandbox --disable-gpu --disable-dev-shm-usage --window-size=1200,800 \
                      --remote-debugging-pipe --user-data-dir=\"$1\" about:blank 3<&0 4>&1 >/dev/null 2>&1";
        let mut child = Command::new("sh")
            .args(["-c", script, name, profile.path().to_str().unwrap()])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let commands = child.stdin.take().unwrap();
        let answers = child.stdout.take().unwrap();
        let (send, messages) = mpsc::channel();
        std::thread::spawn(move || {
            for message in BufReader::new(answers).split(0).map_while(Result::ok) {
                if send.send(serde_json::from_slice(&message).unwrap()).is_err() {
                    break;
                }
            }
        });
        let mut browser = Self {
            child,
            commands,
            messages,
            session: String::new(),
            next: Cell::new(1),
            complaints: Vec::new(),
            _profile: profile,
        };
        let target = browser.ask("Target.createTarget", json!({"url": "about:blank"}))["targetId"].clone();
        let attached = browser.ask("Target.attachToTarget", json!({"targetId": target, "flatten": true}));
        browser.session = attached["sessionId"].as_str().unwrap().to_owned();
        for domain in ["Page", "Runtime", "Log"] {
            browser.ask(&format!("{domain}.enable"), json!({}));
        }
        browser.ask("Page.navigate", json!({"url": format!("file://{}", page.display())}));
        browser.until(|message| message["method"] == "Page.loadEventFired");
        browser
    }

    /// The next message that is what is waited for; complaints of the page are kept.
    fn until(&mut self, is: impl Fn(&Value) -> bool) -> Value {
        loop {
            let message = self.messages.recv_timeout(PATIENCE).expect("the browser answers");
            let method = message["method"].as_str().unwrap_or_default();
            if matches!(method, "Runtime.exceptionThrown" | "Runtime.consoleAPICalled" | "Log.entryAdded") {
                self.complaints.push(message.to_string());
            }
            if is(&message) {
                return message;
            }
        }
    }

    fn ask(&mut self, method: &str, parameters: Value) -> Value {
        let id = self.next.replace(self.next.get() + 1);
        let mut command = json!({"id": id, "method": method, "params": parameters});
        if !self.session.is_empty() {
            command["sessionId"] = self.session.clone().into();
        }
        self.commands.write_all(command.to_string().as_bytes()).unwrap();
        self.commands.write_all(&[0]).unwrap();
        let answer = self.until(|message| message["id"] == id);
        assert!(answer.get("error").is_none(), "{method}: {answer}");
        answer["result"].clone()
    }

    /// What an expression of the page's own language is.
    fn value(&mut self, expression: &str) -> Value {
        let answer = self.ask("Runtime.evaluate", json!({"expression": expression, "returnByValue": true}));
        assert!(answer.get("exceptionDetails").is_none(), "{expression}: {answer}");
        answer["result"]["value"].clone()
    }

    fn key(&mut self, key: &str) {
        let text = if key.len() == 1 { key } else { "" };
        for kind in ["keyDown", "keyUp"] {
            let mut event = json!({"type": kind, "key": key});
            if kind == "keyDown" && !text.is_empty() {
                event["text"] = text.into();
            }
            self.ask("Input.dispatchKeyEvent", event);
        }
    }

    fn point_at(&mut self, element: &str) {
        let place = self.value(&format!(
            "(() => {{ const e = document.querySelector({element:?}); e.scrollIntoView({{block: 'center'}}); \
             const r = e.querySelector('.w').getClientRects()[0]; return [r.left + 5, r.top + 5]; }})()"
        ));
        self.ask("Input.dispatchMouseEvent", json!({"type": "mouseMoved", "x": place[0], "y": place[1]}));
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

const ONE: &str = "Ferry sinks off Ellery\n\nThe ferry sank off Ellery on Friday night. Five people drowned in the cold water.\n\n\
    The mayor called for a day of mourning.\n\nAdvertisement\n";
const TWO: &str = "Ellery ferry disaster\n\nThe ferry sank off Ellery on Friday night. Three people drowned in the cold water.\n\n\
    Divers will look at the wreck.\n";
const HOSTILE: &str = "</title><script>document.title = 'taken'</script>\n\n\
    The ferry sank off Ellery on Friday night. <img src=x onerror=\"document.title='taken'\"> \u{202e}gnihtyna &amp; \"'<b>.\n\n\
    ]]></style></script><script>document.title='taken'</script> was all that he said.\n";

fn story() -> Comparison {
    let articles = [("one.txt", ONE), ("two.txt", TWO), ("hostile.txt", HOSTILE)];
    let articles = articles.map(|(name, text)| Article::from_text(name, text));
    compare(articles.to_vec(), Settings::default())
}

fn page(comparison: &Comparison, folder: &Path) -> std::path::PathBuf {
    let path = folder.join("page.html");
    let mut html = Vec::new();
    let annotations = Annotations::default();
    write_annotated(&mut html, comparison, &[], (&Scope::Everything, &annotations), Format::Html).unwrap();
    std::fs::write(&path, html).unwrap();
    path
}

#[test]
fn the_page_is_read_with_mouse_and_keys() {
    let Some(name) = installed() else { return };
    let folder = tempfile::tempdir().unwrap();
    let mut browser = Browser::open(name, &page(&story(), folder.path()));
    let sentence = "#s0-1";

    // Pointing at a sentence lights what says the same, and tells it below.
    browser.point_at(sentence);
    assert_eq!(browser.value("document.querySelector('#s0-1').classList.contains('lit')"), true);
    assert_eq!(browser.value("document.querySelector('#s1-1').classList.contains('near')"), true);
    assert_eq!(browser.value("document.querySelectorAll('.near').length"), 2);
    let beside = browser.value("document.querySelector('#beside').textContent");
    assert!(beside.as_str().unwrap().contains("B, identical"), "{beside}");

    // Keys: the first sentence, the next, and to who else says it.
    browser.key("j");
    browser.key("j");
    assert_eq!(browser.value("document.activeElement.id"), "s0-1");
    browser.key("Enter");
    assert_eq!(browser.value("document.activeElement.id.split('-')[0] !== 's0'"), true);
    browser.key("Escape");
    assert_eq!(browser.value("document.querySelectorAll('.lit').length"), 0);

    // Finding.
    browser.key("/");
    for letter in ["w", "r", "e", "c", "k"] {
        browser.key(letter);
    }
    assert_eq!(browser.value("document.querySelector('#found').textContent"), "1 sentence");
    assert_eq!(browser.value("getComputedStyle(document.querySelector('#s0-0')).opacity"), "0.25");
    browser.key("Enter");
    assert_eq!(browser.value("document.activeElement.textContent.includes('wreck')"), true);

    // What is shown.
    browser.value("document.querySelector('#search').value = ''; document.querySelector('#search').dispatchEvent(new Event('input'))");
    browser.value("document.querySelector('#show-disputed').click()");
    assert_eq!(browser.value("getComputedStyle(document.querySelector('#s0-2')).opacity"), "1");
    assert_eq!(browser.value("getComputedStyle(document.querySelector('#s0-1')).opacity"), "0.25");
    assert_eq!(browser.value("document.querySelectorAll('.differ > ul > li').length"), 1);
    let differ = browser.value("document.querySelector('.differ').textContent");
    assert!(
        differ.as_str().unwrap().contains("Five people") && differ.as_str().unwrap().contains("Three people")
    );

    // On paper there is nothing to press, and nothing is dimmed.
    browser.ask("Emulation.setEmulatedMedia", json!({"media": "print"}));
    assert_eq!(browser.value("getComputedStyle(document.querySelector('.bar')).display"), "none");
    assert_eq!(browser.value("getComputedStyle(document.querySelector('#s0-1')).opacity"), "1");
    assert_eq!(browser.complaints, Vec::<String>::new());
}

#[test]
fn nothing_in_an_article_acts_in_the_page() {
    let Some(name) = installed() else { return };
    let folder = tempfile::tempdir().unwrap();
    let mut browser = Browser::open(name, &page(&story(), folder.path()));
    assert_eq!(browser.value("document.title"), "Ferry sinks off Ellery");
    assert_eq!(browser.value("document.images.length"), 0);
    assert_eq!(browser.value("document.scripts.length"), 1);
    let text = browser.value("document.querySelector('#a2').textContent");
    assert!(text.as_str().unwrap().contains("<img src=x onerror="), "{text}");
    assert!(text.as_str().unwrap().contains("<U+202E>gnihtyna &amp; "), "{text}");
    assert_eq!(browser.complaints, Vec::<String>::new());
    // Were there a script, it would not run.
    browser.value("document.body.append(Object.assign(document.createElement('script'), {textContent: 'document.title = 1'}))");
    assert_eq!(browser.value("document.title"), "Ferry sinks off Ellery");
}

#[test]
fn two_megabytes_of_articles_are_a_page() {
    let Some(name) = installed() else { return };
    let folder = tempfile::tempdir().unwrap();
    let line = |article: usize, number: usize| {
        format!(
            "Witness {} of {article} saw the {number}th wave hit the harbour wall near pier {}.\n\n",
            number % 97,
            number * 7
        )
    };
    let text = |article: usize| (0..4_500).map(|number| line(article / 2, number)).collect::<String>();
    let articles =
        (0..6).map(|article| Article::from_text(format!("{article}.txt"), text(article))).collect::<Vec<_>>();
    assert!(articles.iter().map(|article| article.text.len()).sum::<usize>() > 2_000_000);
    let mut browser = Browser::open(name, &page(&compare(articles, Settings::default()), folder.path()));
    browser.key("j");
    browser.key("j");
    assert_eq!(browser.value("document.activeElement.id"), "s0-1");
    assert_eq!(browser.complaints, Vec::<String>::new());
}
