//! `--corrections`: what was corrected by hand is applied again.

use parallax::comparison::{Corrections, Settings, Verdict, compare};
use parallax::export::{self, Format, Scope};
use parallax::read::{Source, sources};

use super::program::{bridge, file, folder, run};

#[test]
fn an_exported_comparison_brings_its_corrections_along() {
    let source = Source::Path(bridge());
    let found = compare(sources(&[source], &mut std::io::empty()).articles, Settings::default());
    let pair = found.matches.iter().find(|pair| !pair.is_disputed()).unwrap();
    let of = |id: parallax::SentenceId| (&found.articles[id.article], id.sentence);
    let mut corrections = Corrections::default();
    corrections.judge(of(pair.a), of(pair.b), Some(Verdict::Different));
    let corrected = found.corrected(corrections);
    assert_eq!(corrected.match_between(pair.a, pair.b), None);
    let mut json = Vec::new();
    export::write(&mut json, &corrected, &[], &Scope::Everything, Format::Json).unwrap();

    let folder = folder();
    file(folder.path(), "mine.json", &json);
    let names: Vec<String> = corrected.articles.iter().map(|article| article.location.clone()).collect();
    let mut arguments = vec!["compare", "--format", "json", "--corrections", "mine.json"];
    arguments.extend(names.iter().map(String::as_str));
    let ran = run(folder.path(), &arguments);
    assert_eq!((ran.status, ran.err.as_str()), (Some(0), ""));
    assert_eq!(ran.out, String::from_utf8(json).unwrap());

    // Of another story they are silent, and that is said.
    file(folder.path(), "other.txt", "Another story\n\nNobody built a bridge.\n");
    let ran = run(folder.path(), &["compare", "--corrections", "mine.json", "other.txt"]);
    assert_eq!(ran.status, Some(0));
    assert!(ran.err.contains("1 of 1 corrections are of texts that are not here"), "{}", ran.err);
}

#[test]
fn what_is_no_comparison_is_refused_by_name() {
    let folder = folder();
    file(folder.path(), "a.txt", "One line of a story.\n");
    for (content, reason) in
        [("{\"articles\": []}", "is no exported comparison"), ("plain", "is no exported comparison")]
    {
        file(folder.path(), "mine.json", content);
        let ran = run(folder.path(), &["compare", "--corrections", "mine.json", "a.txt"]);
        assert_eq!(ran.status, Some(1));
        assert!(ran.err.contains("mine.json") && ran.err.contains(reason), "{}", ran.err);
    }
    let ran = run(folder.path(), &["compare", "--corrections", "none.json", "a.txt"]);
    assert!(ran.status == Some(1) && ran.err.contains("can't read none.json"), "{}", ran.err);
}
