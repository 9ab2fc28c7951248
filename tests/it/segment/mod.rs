//! What a reader sees of an article's parts: its blocks, roles, repeats, marks and names.

mod properties;

use parallax::article::{Article, Block, MarkKind, Role};
use parallax::naming::Names;
use parallax::sample;

fn cut(text: &str) -> Article {
    Article::from_text("folder/any.txt", text)
}

fn blocks(article: &Article) -> Vec<&str> {
    (0..article.blocks.len()).map(|block| article.block_text(block)).collect()
}

fn roles(article: &Article) -> Vec<Role> {
    article.blocks.iter().map(|block| block.role).collect()
}

fn marks(article: &Article) -> Vec<(MarkKind, &str)> {
    article.marks.iter().map(|mark| (mark.kind, mark.span.of(&article.text))).collect()
}

/// What an article is called when every block is its story.
fn names(article: &Article) -> Names {
    Names::of(article, |_| true)
}

const PARAGRAPH: &str =
    "Twitter filed suit on Thursday against the government, which had asked for the names of users.";

#[test]
fn paragraphs_and_lines_are_blocks() {
    let text = format!("{PARAGRAPH}\n\n{PARAGRAPH} More of it.\nA line\nAnother line");
    assert_eq!(
        blocks(&cut(&text)),
        [PARAGRAPH, &format!("{PARAGRAPH} More of it."), "A line", "Another line"]
    );
}

#[test]
fn line_ends_of_all_systems_are_line_ends() {
    for end in ["\n", "\r\n", "\r", "\u{2028}"] {
        let text = ["One line", "Another line", "", "", "The last"].join(end);
        let article = cut(&text);
        assert_eq!(blocks(&article), ["One line", "Another line", "The last"]);
        assert_eq!(article.lead_in(2), "");
    }
}

#[test]
fn hard_wrapped_paragraphs_are_joined() {
    let text = "\
A title that stands alone

Twitter filed suit Thursday against the US government, asking a court to
back its refusal to hand over the identities of users claiming to be
dissenting federal employees. It was filed in a court in the U.S.
District of California.
  The next paragraph is indented and has no blank line before it, as in
books, and goes on for some lines until it comes to its end at last.

  - A first item that is so long that it had to be wrapped by whoever
    wrote it
  - A second one

Short end.
";
    let article = cut(text);
    let first_words: Vec<String> = blocks(&article)
        .iter()
        .map(|block| block.split_whitespace().take(2).collect::<Vec<_>>().join(" "))
        .collect();
    assert_eq!(first_words, ["A title", "Twitter filed", "The next", "A first", "A second", "Short end."]);
    assert_eq!(article.sentences_of(1).len(), 2, "a line break ends no sentence");
    assert!(article.block_text(3).ends_with("wrote it"));
}

#[test]
fn what_is_glued_to_a_paragraph_is_a_mark_and_no_sentence() {
    let off_topic = |text: &str| -> (Vec<String>, Vec<String>) {
        let article = cut(&format!("A title that stands alone\n\n{PARAGRAPH}\n\n{text}\n"));
        let marks = marks(&article).into_iter();
        let marks = marks.filter(|(kind, _)| *kind == MarkKind::OffTopic).map(|(_, text)| text.to_owned());
        let sentences = article.sentences_of(2).map(|sentence| article.sentence_text(sentence).to_owned());
        (marks.collect(), sentences.collect())
    };
    for (before, behind) in [
        ("", " (RELATED: Who Asked For The Names Of Users)"),
        ("", " Read more: Five things we know about the suit"),
        ("", " READ MORE"),
        ("", " Sign up for our daily newsletter."),
        ("", " Click here to find a station that broadcasts the show."),
        ("", " Lesen Sie auch: Was über die Klage bekannt ist"),
        ("ADVERTISEMENT ", ""),
        ("Story continues below advertisement ", ""),
    ] {
        let (marks, sentences) = off_topic(&format!("{before}{PARAGRAPH}{behind}"));
        assert_eq!(marks, [format!("{before}{behind}").trim()]);
        assert_eq!(sentences, [PARAGRAPH]);
    }
    // Between two sentences, and two in a row.
    let (marks, sentences) =
        off_topic(&format!("{PARAGRAPH} (RELATED: A Title) It was late. Click here to vote. READ MORE"));
    assert_eq!(marks, ["(RELATED: A Title)", "Click here to vote.", "READ MORE"]);
    assert_eq!(sentences, [PARAGRAPH, "It was late."]);
}

#[test]
fn what_only_looks_glued_stays_a_sentence() {
    for text in [
        "The minister told them what to do. Read more books, she said.",
        "A link said it all. “Click here to win,” it read.",
        "Shares fell. Advertisement revenue is down by a third.",
        "Read more: Trump fires Comey The president said on Friday that he had to. He left.",
        // Nothing would be left.
        "Click here to subscribe. Sign up for our newsletter.",
    ] {
        let article = cut(&format!("A title that stands alone\n\n{PARAGRAPH}\n\n{text}\n"));
        assert_eq!(marks(&article), [], "{text}");
        assert!(article.sentences_of(2).len() >= 2, "{text}");
    }
}

#[test]
fn lists_of_short_lines_are_not_joined() {
    let text = "Twitter sues the government over users\nCourt takes up the case of the account\nUsers worry about what comes next\n\
                Officials decline to say anything now\nThe case in five short and simple points\n";
    assert_eq!(cut(text).blocks.len(), 5);
}

#[test]
fn bullets_and_indentation_lie_outside_blocks() {
    let article =
        cut("A title of a story\n\n  • First of all\n\t* second\n- third – and last\n–5 degrees\n* * *\n");
    assert_eq!(
        blocks(&article),
        ["A title of a story", "First of all", "second", "third – and last", "–5 degrees", "* * *"]
    );
    assert_eq!(article.lead_in(1), "  • ");
    assert_eq!(roles(&article)[1..4], [Role::ListItem; 3]);
}

#[test]
fn parts_of_a_page_have_their_roles() {
    let text = format!(
        "Twitter sues the government over a user\n\
         Social media company says the government has no right to learn who runs an account\n\
         By Jane Doe, Associated Press\n\
         Published: April 6, 2017 5:10 pm | Updated: April 7, 2017\n\
         A phone shows the logo. (AP Photo/Max Mustermann)\n\n\
         {PARAGRAPH}\n\n{PARAGRAPH} And so on.\n\n\
         Fear of retribution\n\n\
         {PARAGRAPH} It said so twice.\n\n\
         \"We're glad,\" the ACLU tweeted\n\n\
         {PARAGRAPH} It said so again."
    );
    let article = cut(&text);
    use Role::*;
    assert_eq!(
        roles(&article),
        [Headline, Subheading, Byline, Dateline, Caption, Body, Body, Subheading, Body, Body, Body]
    );
    assert_eq!(names(&article).byline.as_deref(), Some("Jane Doe"));
    assert_eq!(names(&article).published.as_deref(), Some("April 6, 2017 5:10 pm"));
    assert_eq!(article.language, "en");
    assert_eq!(marks(&article), [(MarkKind::Credit, "(AP Photo/Max Mustermann)")]);
}

#[test]
fn story_highlights_head_a_list() {
    let text = format!(
        "Twitter sues the government over a user\n\nStory highlights\n\nThe suit was filed on Thursday\n\n\
         It names no user\n\n{PARAGRAPH}\n\n{PARAGRAPH} And so on."
    );
    use Role::*;
    assert_eq!(roles(&cut(&text)), [Headline, Subheading, ListItem, ListItem, Body, Body]);
}

#[test]
fn the_headline_is_found_below_menus() {
    let text = format!(
        "Home\nNews and weather today\nSign in or register here\nTwitter sues government over users\n{PARAGRAPH}\n{PARAGRAPH} More."
    );
    assert_eq!(names(&cut(&text)).title.as_deref(), Some("Twitter sues government over users"));
}

#[test]
fn names_carry_nothing_that_garbles_a_terminal() {
    let text = format!("Twitter \u{1b}[31msues\u{202e} the\tgovernment\n\n{PARAGRAPH}");
    let article = cut(&text);
    assert_eq!(names(&article).label, "Twitter [31msues the government");
    assert!(article.text.contains('\u{1b}'), "the text itself stays as it is");
}

#[test]
fn without_a_headline_the_location_is_the_label() {
    let names = names(&cut(PARAGRAPH));
    assert_eq!((names.title.as_deref(), names.label.as_str()), (None, "folder/any.txt"));
}

#[test]
fn other_languages_are_recognised_and_short_texts_are_not() {
    let german = "Der Kurznachrichtendienst hat am Donnerstag Klage gegen die Regierung eingereicht, weil sie Daten verlangt.";
    assert_eq!(cut(german).language, "de");
    assert_eq!(cut("Twitter klagt").language, "und");
}

#[test]
fn the_id_depends_on_the_content_alone() {
    let here = cut(PARAGRAPH);
    assert_eq!(here.id, "c588fadecb39c876");
    assert_ne!(here.id, cut("Something else.").id);
}

#[test]
fn the_sample_story_is_cut_as_a_reader_would() {
    let articles = sample::articles();
    let counts: Vec<_> =
        articles.iter().map(|article| (article.blocks.len(), article.sentences.len())).collect();
    assert_eq!(counts.iter().map(|&(blocks, _)| blocks).collect::<Vec<_>>(), [14, 15, 11, 24, 50]);
    assert!(articles.iter().all(|article| article.language == "en"));

    let kwwl = &articles[1];
    assert_eq!(kwwl.outlet.as_deref(), Some("KWWL"));
    assert_eq!(names(kwwl).title.as_deref(), Some("Twitter sues Feds to keep anti-Trump user anonymous"));
    assert_eq!(kwwl.blocks[1].repeats, Some(0));
    assert_eq!(marks(kwwl), [(MarkKind::SiteName, "- KWWL - Eastern Iowa Breaking News, Weather, Closings")]);

    let afp = &articles[3];
    use Role::*;
    assert_eq!(roles(afp)[..6], [Headline, Headline, Subheading, Caption, Caption, Body]);
    assert_eq!((afp.blocks[1].repeats, afp.blocks[4].repeats), (Some(0), Some(3)));
    assert_eq!(marks(afp)[2], (MarkKind::Dateline, "WASHINGTON (AFP) –"));

    let glued = &articles[4];
    assert_eq!(marks(glued), [(MarkKind::Dateline, "AFP |")]);
    let sentences: Vec<&str> = glued.sentences_of(2).map(|sentence| glued.sentence_text(sentence)).collect();
    assert!(sentences[0].ends_with("illegal immigrants."));
    assert!(sentences[1].starts_with("Twitter filed suit"));

    let quotation = &articles[0];
    let tweeted = (0..quotation.sentences.len()).map(|sentence| quotation.sentence_text(sentence));
    assert_eq!(
        tweeted.clone().find(|sentence| sentence.contains("glad")).unwrap(),
        "\"We're glad Twitter is pushing back\", the civil rights group tweeted."
    );
}

#[test]
fn titles_that_a_machine_dropped_into_a_sentence_are_marked_and_do_not_end_it() {
    let card = "Jane (Jan) Ann RoeWhat is next for the roads? Roe calls for a vote. Roe: 'Not yet' MORE";
    let text = format!("Roads bill fails\n\nIt was late. Sen. Jane Roe {card} (D-Ohio) said {PARAGRAPH}\n");
    let article = cut(&text);
    assert!(marks(&article).contains(&(MarkKind::OffTopic, card)), "{:?}", marks(&article));
    let last = article.sentences.len() - 1;
    assert_eq!(article.sentence_text(last), format!("Sen. Jane Roe {card} (D-Ohio) said {PARAGRAPH}"));
    assert_eq!(article.wording(last), format!("Sen. Jane Roe (D-Ohio) said {PARAGRAPH}"));
}

#[test]
fn who_wrote_helped_and_updated_is_no_body() {
    let article = cut(&format!(
        "Roads bill fails\n\nJane Doe and Carl Dow\n\nUpdated 5 May 2017\n\n{PARAGRAPH}\n\nUpdate at 6:10 p.m. ET:\n\n\
         {PARAGRAPH} It was late.\n\n• Max Roe contributed to this report.\n\nThis post has been updated.\n"
    ));
    use Role::{Body, Byline, Dateline, Headline, Subheading};
    assert_eq!(roles(&article), [Headline, Byline, Dateline, Body, Subheading, Body, Byline, Dateline]);
    assert_eq!(names(&article).byline.as_deref(), Some("Jane Doe and Carl Dow"));
}

#[test]
fn people_whom_the_story_is_about_did_not_write_it() {
    let article = cut(&format!(
        "Roads bill fails\n\nJane Barrow and Carl Winter\n\nUpdated 5 May 2017\n\nSenators Barrow and Winter lost. {PARAGRAPH}\n"
    ));
    assert_eq!((names(&article).byline, article.blocks[1].role == Role::Byline), (None, false));
}

#[test]
fn a_quoted_sentence_is_a_paragraph_whichever_marks_its_language_has() {
    let around =
        "Der Rat der Stadt beriet am Montag vier Stunden lang über den Bau der neuen Brücke am Hafen.";
    for quoted in [
        "„Das ist ein schwerer Fehler.“",
        "»Das ist ein schwerer Fehler.«",
        "« C’est une grave erreur. »",
        "「これは重大な誤りです。」",
    ] {
        let article = cut(&format!("Streit um die Brücke\n\n{around}\n\n{quoted}\n\n{around} Ende.\n"));
        assert_eq!(article.blocks[2].role, Role::Body, "{quoted}");
    }
}

#[test]
fn a_title_that_begins_as_a_byline_does_names_no_author() {
    for (language, title) in [
        ("en", "By the Skin of Their Teeth"),
        ("en", "By the Numbers"),
        ("de", "Von der Straße ins Rathaus"),
        ("de", "Von den Anfängen"),
        ("fr", "Par la petite porte"),
        ("fr", "Par les Chiffres"),
        ("es", "Por el Camino Real"),
        ("es", "Por los Números"),
    ] {
        let text =
            format!("A story of something {language}\n\n{PARAGRAPH}\n\n{title}\n\n{PARAGRAPH} And so on.\n");
        let article = cut(&text);
        assert_eq!(article.blocks[2].role, Role::Subheading, "{title}");
        assert_eq!(names(&article).byline, None, "{title}");
    }
}

#[test]
fn an_item_that_goes_on_where_another_ends_is_none_of_its_repeats() {
    let item = |language: &str, items: [&str; 2]| {
        let list = items.map(|item| format!("- {item}\n")).concat();
        let article =
            cut(&format!("{language} in figures\n\n{PARAGRAPH}\n\n{list}\n{PARAGRAPH} And so on.\n"));
        let items: Vec<&Block> = article.blocks.iter().filter(|block| block.role == Role::ListItem).collect();
        assert_eq!(items.len(), 2, "{language}: {:?}", blocks(&article));
        items[1].repeats
    };
    for (language, shorter, longer) in [
        ("German", "Die Beteiligung an der Wahl in Bayern", "Die Beteiligung an der Wahl in Bayern gestern"),
        (
            "Spanish",
            "Los votos de los jóvenes de Sevilla y Cádiz",
            "Los votos de los jóvenes de Sevilla y Cádiz sin estudios",
        ),
        ("English", "Prices of used cars in the north", "Prices of used cars in the north since May"),
        ("English", "Prices of used cars in the north", "Average prices of used cars in the north"),
    ] {
        assert_eq!(item(language, [shorter, longer]), None, "{language}");
        assert_eq!(item(language, [longer, shorter]), None, "{language}");
        assert!(item(language, [longer, longer]).is_some(), "{language}");
    }
}
