//! One story, several sources: compares what several outlets wrote about one event.
//!
//! # The way of a story
//!
//! 1. **A text becomes an [`Article`]**: [`Article::from_text`] cuts it into blocks (paragraphs, headings, list items,
//!    captions), each with its [`Role`], and these into sentences. Everything is a [`Span`] of UTF-8 byte offsets into
//!    [`Article::text`]. [`read::sources`] does the same with files and folders, in whatever encoding.
//! 2. **[`compare`] makes a [`Comparison`]** of the articles of one story. It is a function: the same articles and
//!    [`Settings`] give the same comparison. It says
//!    - which blocks are not the story and why ([`Comparison::flag`]): links, advertisements, other stories,
//!    - which sentences of different articles say the same, how, and how sure that is ([`Match`]), with the stretches
//!      of words that they share and what they say differently ([`Disagreement`]),
//!    - who says what ([`Statement`]),
//!    - what became of each sentence ([`Finding`], [`Status`]), and how many have which status ([`Counts`]).
//! 3. **[`write()`] exports it** as a report for people or as JSON for programs, whole or a part of it ([`Scope`]).
//!    `assets/comparison.schema.json` describes the JSON. [`digest`] answers what a view of one's own asks, [`say`] has
//!    the letters, signs and words in which people are told.
//!
//! Another threshold needs no new scores ([`Comparison::at`]), and the user may overrule what was flagged
//! ([`Comparison::corrected`]).
//!
//! What is *certain* and what is *possible* is told apart everywhere: a [`Score`] is calibrated, so that of matches
//! with 0.9 nine in ten are right.
//!
//! # What two texts share
//!
//! ```
//! use parallax::{Article, Settings, compare};
//!
//! let gazette = Article::from_text(
//!     "gazette.txt",
//!     "Levee breaks\n\nThe levee at Harper Bend broke shortly before midnight on Tuesday. No one was hurt.\n",
//! );
//! let herald = Article::from_text(
//!     "herald.txt",
//!     "Night of water\n\nShortly before midnight on Tuesday the levee at Harper Bend broke, officials said.\n",
//! );
//! let comparison = compare(vec![gazette, herald], Settings::default());
//! for statement in &comparison.statements {
//!     for &id in &statement.sentences {
//!         println!("{}: {}", comparison.names[id.article].label, comparison.wording(id));
//!     }
//! }
//! assert_eq!(comparison.statements.len(), 1);
//! assert_eq!(comparison.counts(0).unique, 1);
//! ```
//!
//! # What of a page is not its story
//!
//! ```
//! use parallax::{Article, Kind, Settings, compare};
//!
//! let page = "Ferry runs aground\n\n\
//!     The ferry ran aground in thick fog on Friday, the harbor master said.\n\n\
//!     RELATED: Ten bridges that nobody wanted\n\n\
//!     All passengers were brought to the shore in the course of the night.\n";
//! let comparison = compare(vec![Article::from_text("page.txt", page)], Settings::default());
//! let article = &comparison.articles[0];
//! for block in 0..article.blocks.len() {
//!     if let Some(flag) = comparison.flag(0, block) {
//!         println!("{} ({}): {}", article.block_text(block), flag.kind.name(), flag.reasons.join(", "));
//!     }
//! }
//! assert_eq!(comparison.flag(0, 2).map(|flag| flag.kind), Some(Kind::Teaser));
//! ```
//!
//! # A comparison as JSON or Markdown
//!
//! ```
//! use parallax::{Format, Scope, Settings, Status, compare, sample, write};
//!
//! let comparison = compare(sample::articles(), Settings::default());
//! let mut json = Vec::new();
//! write(&mut json, &comparison, &[], &Scope::Everything, Format::Json)?;
//! let mut report = Vec::new();
//! write(&mut report, &comparison, &[], &Scope::Only(Status::Shared), Format::Markdown)?;
//! assert!(json.starts_with(br#"{"schema":"parallax/comparison/1""#) && report.starts_with(b"# "));
//! # Ok::<(), std::io::Error>(())
//! ```
//!
//! # What stays and what may change
//!
//! What is documented here changes as [Semantic Versioning](https://semver.org/) allows: fields and variants may be
//! added. The stages of a comparison are modules of their own that tests and the program's tools look into; they are
//! hidden from this documentation and may change at any time.
//!
//! Features: `cli` is the program, `tui` its reader; the library needs neither (`default-features = false`).

#[doc(hidden)]
pub mod article;
#[doc(hidden)]
pub mod comparison;
pub mod digest;
#[doc(hidden)]
pub mod disagreement;
#[doc(hidden)]
pub mod export;
#[doc(hidden)]
pub mod facts;
#[doc(hidden)]
pub mod grouping;
#[doc(hidden)]
pub mod kept;
#[doc(hidden)]
pub mod lexis;
#[doc(hidden)]
pub mod matching;
#[doc(hidden)]
pub mod naming;
#[doc(hidden)]
pub mod offtopic;
mod order;
pub mod read;
pub mod sample;
#[doc(hidden)]
pub mod save;
pub mod say;
#[doc(hidden)]
pub mod score;
#[doc(hidden)]
pub mod segment;
#[doc(hidden)]
pub mod source;
#[doc(hidden)]
pub mod statements;
mod text;
#[cfg(feature = "tui")]
#[doc(hidden)]
pub mod tui;

#[doc(inline)]
pub use article::{Article, Block, Mark, MarkKind, Role, Sentence, SentenceId, Span, UNDETERMINED};
#[doc(inline)]
pub use comparison::{
    Annotations, Comparison, Correction, CorrectionEntry, Corrections, Counts, Finding, Nearest, Passage,
    PassagePair, Status, compare, compare_corrected,
};
#[doc(inline)]
pub use disagreement::{Disagreement, DisagreementKind};
#[doc(inline)]
pub use export::{Format, Scope, write, write_annotated};
#[doc(inline)]
pub use matching::{Disagreements, Relation, Runs, SharedRun, Verdict};
#[doc(inline)]
pub use naming::Names;
#[doc(inline)]
pub use offtopic::{Kind, OffTopic, Topic};
#[doc(inline)]
pub use score::Score;
#[doc(inline)]
pub use statements::{Certainty, Match, Settings, Statement, Via};
