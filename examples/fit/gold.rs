//! Stories with the labels of people, and the texts that they labelled.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use parallax::article::{Article, SentenceId, Span};
use parallax::read::{self, Source};
use serde::Deserialize;

/// Labels of blocks that print an earlier one again: their sentences count neither way.
const REPEATS: [&str; 2] = ["headline_repeat", "caption_repeat"];

/// A story as people labelled it.
#[derive(Deserialize)]
struct Labels {
    articles: Vec<LabelledArticle>,
    pairs: Vec<LabelledPair>,
}

#[derive(Deserialize)]
struct LabelledArticle {
    /// The name of its file, with or without its ending.
    id: String,
    blocks: Vec<LabelledBlock>,
    /// Spans of bytes.
    sentences: Vec<[usize; 2]>,
}

#[derive(Deserialize)]
struct LabelledBlock {
    span: [usize; 2],
    labels: Vec<String>,
}

#[derive(Deserialize)]
struct LabelledPair {
    a: Labelled,
    b: Labelled,
    /// Whether the labellers agree on it; what they don't agree on counts neither way.
    agreed: bool,
}

/// A labelled sentence: the number of its article and its own.
type Labelled = (usize, usize);

/// A labelled story beside the articles as the program reads them.
pub struct Gold {
    pub name: String,
    pub articles: Vec<Article>,
    /// For each of our sentences, the labelled one that it stands for.
    stands_for: BTreeMap<SentenceId, Labelled>,
    /// For each labelled pair whether the labellers agree on it.
    pairs: BTreeMap<(Labelled, Labelled), bool>,
}

impl Gold {
    /// Reads a gold file and the texts of its story, which lie in a folder of its name somewhere below `roots`.
    pub fn read(file: &Path, roots: &[PathBuf]) -> Result<Self, String> {
        let fault = |what: String| format!("{}: {what}", file.display());
        let name = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let json = std::fs::read_to_string(file).map_err(|error| fault(error.to_string()))?;
        let labels: Labels = serde_json::from_str(&json).map_err(|error| fault(error.to_string()))?;
        let folder = roots.iter().find_map(|root| folder_of(&name, root));
        let folder = folder.ok_or_else(|| fault("its texts are in none of the folders".to_owned()))?;
        let articles = read::sources(&[Source::Path(folder)], &mut std::io::empty()).articles;
        let is_named = |(article, labelled): (&Article, &LabelledArticle)| {
            let path = Path::new(&article.location);
            [path.file_name(), path.file_stem()].iter().flatten().any(|name| *name == labelled.id.as_str())
        };
        if articles.len() != labels.articles.len() || !articles.iter().zip(&labels.articles).all(is_named) {
            return Err(fault("its articles are not those of the folder".to_owned()));
        }
        let mut stands_for = BTreeMap::new();
        let mut repeated = BTreeSet::new();
        for (index, (article, labelled)) in articles.iter().zip(&labels.articles).enumerate() {
            stands_for.extend(
                aligned(article, labelled)
                    .map(|(ours, theirs)| (SentenceId::new(index, ours), (index, theirs))),
            );
            repeated.extend(labelled.repeats().map(|sentence| (index, sentence)));
        }
        stands_for.retain(|_, labelled| !repeated.contains(labelled));
        let pairs = labels
            .pairs
            .into_iter()
            .filter(|pair| !repeated.contains(&pair.a) && !repeated.contains(&pair.b));
        let pairs = pairs.map(|pair| ((pair.a.min(pair.b), pair.a.max(pair.b)), pair.agreed)).collect();
        Ok(Self { name, articles, stands_for, pairs })
    }

    /// Whether the labellers say that two sentences say the same; nothing where they differ, or where they saw no such
    /// sentences.
    pub fn same(&self, a: SentenceId, b: SentenceId) -> Option<bool> {
        let (a, b) = (*self.stands_for.get(&a)?, *self.stands_for.get(&b)?);
        match self.pairs.get(&(a.min(b), a.max(b))) {
            Some(true) => Some(true),
            Some(false) => None,
            None => Some(false),
        }
    }

    /// How many pairs of two articles, or of all, the labellers agree on.
    pub fn agreed(&self, of: Option<[usize; 2]>) -> usize {
        let within = |(a, b): &(Labelled, Labelled)| of.is_none_or(|of| of == [a.0, b.0]);
        self.pairs.iter().filter(|(pair, agreed)| **agreed && within(pair)).count()
    }
}

impl LabelledArticle {
    /// The sentences that repeat others.
    fn repeats(&self) -> impl Iterator<Item = usize> + '_ {
        let repeats =
            |block: &&LabelledBlock| block.labels.iter().any(|label| REPEATS.contains(&label.as_str()));
        let spans: Vec<[usize; 2]> = self.blocks.iter().filter(repeats).map(|block| block.span).collect();
        let sentences = self.sentences.iter().enumerate();
        sentences
            .filter(move |(_, sentence)| spans.iter().any(|span| overlap(*span, **sentence) > 0))
            .map(|(index, _)| index)
    }
}

/// The folder of a story below `root`: "clusters-027" may be `clusters/027`, `clusters-027` or `root` itself.
fn folder_of(name: &str, root: &Path) -> Option<PathBuf> {
    if root.file_name().is_some_and(|own| own == name) {
        return Some(root.to_owned());
    }
    let parted = name.char_indices().filter_map(|(at, _)| {
        let (first, rest) = name.split_at(at);
        Some(root.join(first).join(rest.strip_prefix('-')?))
    });
    std::iter::once(root.join(name)).chain(parted).find(|folder| folder.is_dir())
}

/// Our sentences with the labelled ones that they stand for: those that overlap by half of the longer at least, the
/// greatest overlap first, one to one.
fn aligned(article: &Article, labelled: &LabelledArticle) -> impl Iterator<Item = (usize, usize)> + use<> {
    let mut overlaps: Vec<(usize, usize, usize)> = Vec::new();
    for (ours, sentence) in article.sentences.iter().enumerate() {
        let Span { start, end } = sentence.span;
        for (theirs, &other) in labelled.sentences.iter().enumerate() {
            let common = overlap([start, end], other);
            if common > 0 && 2 * common >= (end - start).max(other[1] - other[0]) {
                overlaps.push((common, ours, theirs));
            }
        }
    }
    overlaps.sort_unstable_by(|a, b| b.cmp(a));
    let (mut ours, mut theirs) = (BTreeSet::new(), BTreeSet::new());
    overlaps.retain(|&(_, a, b)| {
        !ours.contains(&a) && !theirs.contains(&b) && ours.insert(a) && theirs.insert(b)
    });
    overlaps.into_iter().map(|(_, ours, theirs)| (ours, theirs))
}

fn overlap(a: [usize; 2], b: [usize; 2]) -> usize {
    a[1].min(b[1]).saturating_sub(a[0].max(b[0]))
}
