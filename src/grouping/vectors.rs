//! Articles as weighted terms.

use crate::article::{Article, Role, SentenceId};
use crate::lexis::{Lexis, TermId, TokenKind};

/// The terms of an article with their weights, in the order of their numbers; its length is 1.
pub(super) type Vector = Vec<(TermId, f32)>;

/// How often a word of a title counts.
const TITLE: f32 = 4.0;
/// How often one of the first sentences of the text counts, and how many these are: they say what the article is about.
const LEAD: f32 = 3.0;
const LEAD_SENTENCES: usize = 3;
/// A name weighs so much more than a word: it says who and where.
const NAME: f32 = 2.0;
/// Rare terms weigh more than the logarithm says: what two articles of an event share is theirs alone.
const RARITY: f32 = 3.0;
/// The least weight of a title's or text's term that is worth keeping, as a share of the heaviest.
const SLIGHT: f32 = 0.01;
/// So many articles of general news are taken to stand beside these: among few, no word is rare.
const BACKGROUND_ARTICLES: f64 = 200.0;
/// So many sentences an article of general news has.
const BACKGROUND_SENTENCES: i32 = 20;

/// The vectors of articles; `takes_part` says which blocks of which article count.
pub(super) fn of_articles(
    articles: &[Article],
    lexis: &Lexis,
    takes_part: impl Fn(usize, usize) -> bool,
) -> Vec<Vector> {
    let counted: Vec<Vec<Counted>> =
        (0..articles.len()).map(|index| counted(articles, index, lexis, &takes_part)).collect();
    let mut holders = vec![0_u32; lexis.len()];
    for counted in counted.iter().flatten() {
        holders[counted.term as usize] += 1;
    }
    let rarity: Vec<f32> =
        (0..).zip(&holders).map(|(term, &holders)| rarity(term, holders, articles.len(), lexis)).collect();
    counted.into_iter().map(|counted| weighed(&counted, &holders, &rarity)).collect()
}

/// A term of an article.
struct Counted {
    term: TermId,
    /// How often it stands there; more where it stands at the top.
    count: f32,
    is_name: bool,
}

fn counted(
    articles: &[Article],
    index: usize,
    lexis: &Lexis,
    takes_part: impl Fn(usize, usize) -> bool,
) -> Vec<Counted> {
    let article = &articles[index];
    let mut counted: Vec<Counted> = Vec::new();
    let mut leads = 0;
    for (number, sentence) in article.sentences.iter().enumerate() {
        let id = SentenceId::new(index, number);
        if !takes_part(index, sentence.block) {
            continue;
        }
        let count = if article.blocks[sentence.block].role == Role::Headline {
            TITLE
        } else {
            leads += 1;
            if leads <= LEAD_SENTENCES { LEAD } else { 1.0 }
        };
        let telling = lexis.tokens(id).iter().filter(|token| token.kind != TokenKind::Function);
        counted.extend(telling.map(|token| Counted {
            term: token.term,
            count,
            is_name: matches!(token.kind, TokenKind::Name | TokenKind::GivenName),
        }));
    }
    // Stable: the counts of a term are added in the order of the text.
    counted.sort_by_key(|counted| counted.term);
    counted.dedup_by(|next, kept| {
        let same = next.term == kept.term;
        if same {
            kept.count += next.count;
            kept.is_name |= next.is_name;
        }
        same
    });
    counted
}

/// How rare a term is in these articles and in general news, in nats to the power of [`RARITY`].
#[expect(clippy::cast_possible_truncation, clippy::cast_precision_loss, reason = "counts of articles")]
fn rarity(term: TermId, holders: u32, articles: usize, lexis: &Lexis) -> f32 {
    let elsewhere = 1.0 - (1.0 - lexis.in_general_news(term)).powi(BACKGROUND_SENTENCES);
    let all = articles as f64 + BACKGROUND_ARTICLES;
    let share = (f64::from(holders) + BACKGROUND_ARTICLES * elsewhere) / all;
    (-share.min(1.0).ln()).powf(f64::from(RARITY)) as f32
}

fn weighed(counted: &[Counted], holders: &[u32], rarity: &[f32]) -> Vector {
    // What one article alone says brings it near none.
    let shared = counted.iter().filter(|counted| holders[counted.term as usize] > 1);
    let weight = |counted: &Counted| {
        let name = if counted.is_name { NAME } else { 1.0 };
        (1.0 + counted.count.ln()) * rarity[counted.term as usize] * name
    };
    let mut vector: Vector = shared.map(|counted| (counted.term, weight(counted))).collect();
    let heaviest = vector.iter().map(|of| of.1).fold(0.0, f32::max);
    vector.retain(|of| of.1 > heaviest * SLIGHT);
    let length = vector.iter().map(|of| of.1 * of.1).sum::<f32>().sqrt();
    for of in &mut vector {
        of.1 /= length.max(f32::MIN_POSITIVE);
    }
    vector
}
